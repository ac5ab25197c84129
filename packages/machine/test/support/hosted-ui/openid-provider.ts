import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxConfig } from '@authchart/sandbox'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import { type HostedPage, requireAddress, requirePage, type Visitor, visitor } from '../visitor.ts'

/** A certified OpenID provider in the place of a pool's hosted UI: same issuer, client and paths. */
export interface OpenIdProvider {
  readonly origin: string
  /** A visitor without cookies. */
  visitor(): Visitor
  close(): Promise<void>
}

/** It makes a notice of each that has no time to live. */
const artifacts = ['Interaction', 'Session', 'Grant', 'AccessToken', 'RefreshToken', 'IdToken']

export async function openIdProvider(
  { region, userPoolId, userPoolClientId }: SandboxConfig,
  redirectUri: string,
): Promise<OpenIdProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: userPoolClientId,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'none',
      },
    ],
    scopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
    claims: { openid: ['sub', 'cognito:username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        'cognito:username': accountId,
        email: `${accountId}@example.com`,
        email_verified: true,
      }),
    }),
    issueRefreshToken: async () => true,
    // Access tokens that are JWT with a scope, as Cognito's are.
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          accessTokenFormat: 'jwt',
          audience: issuer,
        }),
      },
    },
    routes: { authorization: '/oauth2/authorize', token: '/oauth2/token' },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    ttl: Object.fromEntries(artifacts.map((artifact) => [artifact, 3600])),
  })

  const server = createServer(provider.callback()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    visitor: () => visitor({ config: { hostedUiOrigin: origin }, fetch }),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Signs in at its page, up to the consent page. */
async function logIn(visitor: Visitor, url: string, login: string): Promise<HostedPage> {
  const page = requirePage(await visitor.open(url))
  return requirePage(await visitor.submit(page, 'login', { login, password: 'any' }))
}

/** Where `logIn` and consent lead back to. */
export async function consent(visitor: Visitor, url: string, login: string): Promise<string> {
  return requireAddress(await visitor.submit(await logIn(visitor, url, login), 'prompt', {}))
}

/** The address that a denied consent leads to. */
export async function deny(visitor: Visitor, url: string, login: string): Promise<string> {
  return requireAddress(await visitor.open(`${(await logIn(visitor, url, login)).url}/abort`))
}
