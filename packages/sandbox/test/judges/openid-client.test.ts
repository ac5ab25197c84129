import { CognitoJwtVerifier } from 'aws-jwt-verify'
import type { Jwks } from 'aws-jwt-verify/jwk'
import * as openid from 'openid-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { createBrowser } from '../support/browser.ts'
import { password, useJudgedSandbox } from './support/judged-sandbox.ts'
import { administrator } from './support/users.ts'

const judged = useJudgedSandbox()
const redirect_uri = 'http://localhost:3000/callback'

let configuration: openid.Configuration
let username: string

/** A certified client, configured by the pool's own discovery document. */
beforeAll(async () => {
  const { endpoint, userPoolId, userPoolClientId } = judged.sandbox.config
  const document = await fetch(`${endpoint}/${userPoolId}/.well-known/openid-configuration`)
  const metadata = (await document.json()) as openid.ServerMetadata
  // The issuer is AWS's, so discovery by the issuer would request it from AWS.
  configuration = new openid.Configuration(metadata, userPoolClientId, {}, openid.None())
  openid.allowInsecureRequests(configuration)
  openid.enableNonRepudiationChecks(configuration)
  username = await administrator(judged).confirmed()
})

const browse = () => createBrowser(fetch, judged.sandbox.config.hostedUiOrigin)

async function begin(parameters: Record<string, string> = {}) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const checks = {
    pkceCodeVerifier,
    expectedState: openid.randomState(),
    expectedNonce: openid.randomNonce(),
  }
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri,
    scope: 'openid email profile aws.cognito.signin.user.admin',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return { url, checks }
}

async function signIn(browser = browse()) {
  const { url, checks } = await begin()
  const page = await browser.open(url)
  const { url: back } = await browser.press(page, 'Sign in', { username, password })
  return { back, checks }
}

describe('openid-client', () => {
  test('completes code and PKCE, user info, refresh and revocation', async () => {
    const { back, checks } = await signIn()
    const tokens = await openid.authorizationCodeGrant(configuration, back, checks)
    const claims = tokens.claims()
    expect(claims).toMatchObject({ email: username, nonce: checks.expectedNonce })
    const sub = claims?.sub ?? ''
    expect(await openid.fetchUserInfo(configuration, tokens.access_token, sub)).toMatchObject({
      sub,
      email: username,
      email_verified: 'true',
    })
    const refreshed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '')
    expect(refreshed.claims()?.sub).toBe(sub)
    await openid.tokenRevocation(configuration, tokens.refresh_token ?? '')
    await expect(
      openid.refreshTokenGrant(configuration, tokens.refresh_token ?? ''),
    ).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(
      openid.fetchUserInfo(configuration, refreshed.access_token, sub),
    ).rejects.toBeInstanceOf(openid.WWWAuthenticateChallengeError)
  })

  test('gets tokens that aws-jwt-verify takes', async () => {
    const { back, checks } = await signIn()
    const tokens = await openid.authorizationCodeGrant(configuration, back, checks)
    const { jwks_uri = '' } = configuration.serverMetadata()
    const jwks = (await (await fetch(jwks_uri)).json()) as Jwks
    const { userPoolId, userPoolClientId: clientId } = judged.sandbox.config
    const given = { id: tokens.id_token ?? '', access: tokens.access_token }
    for (const tokenUse of ['id', 'access'] as const) {
      const verifier = CognitoJwtVerifier.create({
        userPoolId,
        clientId,
        tokenUse,
        ...(tokenUse === 'access' && { scope: ['email', 'openid'] }),
      })
      verifier.cacheJwks(jwks)
      expect(await verifier.verify(given[tokenUse])).toMatchObject({ token_use: tokenUse })
    }
  })

  test('sees a replayed code rejected, and a wrong verifier', async () => {
    const { back, checks } = await signIn()
    const wrong = { ...checks, pkceCodeVerifier: openid.randomPKCECodeVerifier() }
    const rejected = { error: 'invalid_grant' }
    await expect(openid.authorizationCodeGrant(configuration, back, wrong)).rejects.toMatchObject(
      rejected,
    )
    const tokens = await openid.authorizationCodeGrant(configuration, back, checks)
    await expect(openid.authorizationCodeGrant(configuration, back, checks)).rejects.toMatchObject(
      rejected,
    )
    await expect(
      openid.refreshTokenGrant(configuration, tokens.refresh_token ?? ''),
    ).rejects.toMatchObject(rejected)
  })

  test('gets the errors of a provider, and of a silent sign-in without a session', async () => {
    const browser = browse()
    const { url, checks } = await begin({ identity_provider: 'Google' })
    const { url: back } = await browser.press(await browser.open(url), 'Cancel')
    await expect(openid.authorizationCodeGrant(configuration, back, checks)).rejects.toMatchObject({
      error: 'access_denied',
    })
    const silent = await begin({ prompt: 'none' })
    await expect(
      openid.authorizationCodeGrant(
        configuration,
        (await browser.open(silent.url)).url,
        silent.checks,
      ),
    ).rejects.toMatchObject({ error: 'login_required' })
  })

  test('signs in with a provider, then silently, and out', async () => {
    const browser = browse()
    const { url, checks } = await begin({ identity_provider: 'Google' })
    const { url: back } = await browser.press(await browser.open(url), 'Grace Sample')
    const tokens = await openid.authorizationCodeGrant(configuration, back, checks)
    expect(tokens.claims()).toMatchObject({ name: 'Grace Sample', identities: [{}] })
    const silent = await begin({ prompt: 'none' })
    const again = await browser.open(silent.url)
    expect(
      (await openid.authorizationCodeGrant(configuration, again.url, silent.checks)).claims()?.sub,
    ).toBe(tokens.claims()?.sub)
    const logout_uri = 'http://localhost:3000/'
    const end = openid.buildEndSessionUrl(configuration, { logout_uri })
    expect((await browser.open(end)).url.href).toBe(logout_uri)
    expect((await browser.open((await begin()).url)).url.pathname).toBe('/login')
  })
})
