import type { AuthUser } from '@authchart/machine'
import { issuerOf, type Moment } from './pool.ts'

/** The default lifetime of Cognito's tokens, in s. */
const lifetime = 3_600

/** What tokens contain beside their user. */
export interface TokenTraits {
  /** The device they are bound to. */
  readonly deviceKey?: string | undefined
  /** Contacts that are not verified: then none of the user's is. */
  readonly isUnverified?: boolean
  /** How long ago they were made, in s. */
  readonly age?: number
}

export interface Tokens {
  readonly IdToken: string
  readonly AccessToken: string
  readonly RefreshToken: string
}

/** The tokens of a user, as Cognito makes them, with a signature that is none: clients do not check it. */
export function tokensOf(user: AuthUser, moment: Moment, traits: TokenTraits = {}): Tokens {
  const { pool, isAnyPool, serial, nonce } = moment
  const { deviceKey, isUnverified = false, age = 0 } = traits
  const iat = Math.floor(moment.now / 1000) - age
  const isHosted = user.kind === 'hostedUi'
  const common = {
    sub: user.userId,
    ...(!isAnyPool && { iss: issuerOf(pool) }),
    origin_jti: `${user.userId}-${user.kind}`,
    event_id: `event-${serial}`,
    auth_time: iat,
    iat,
    exp: iat + lifetime,
    ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
  }
  return {
    IdToken: encode('id', {
      ...common,
      jti: `id-${serial}`,
      ...(!isAnyPool && { aud: pool.userPoolClientId }),
      token_use: 'id',
      'cognito:username': user.username,
      email: user.email,
      email_verified: !isUnverified,
      name: user.name,
      ...(user.provider && {
        identities: [{ providerName: user.provider, userId: '1', primary: 'true' }],
      }),
      ...(isHosted && { nonce }),
      ...user.claims,
    }),
    AccessToken: encode('access', {
      ...common,
      jti: `access-${serial}`,
      ...(!isAnyPool && { client_id: pool.userPoolClientId }),
      token_use: 'access',
      username: user.username,
      device_key: deviceKey,
      scope: isHosted
        ? 'openid email profile aws.cognito.signin.user.admin'
        : 'aws.cognito.signin.user.admin',
      ...(isHosted && { version: 2 }),
    }),
    RefreshToken: `refresh-canary.${serial}.${toBase64Url(JSON.stringify({ user, deviceKey }))}`,
  }
}

/** The owner of a refresh token; `undefined` if it was not made here. */
export function ownerOf(
  refreshToken: unknown,
): { readonly user: AuthUser; readonly deviceKey?: string } | undefined {
  const [made, , owner = ''] = String(refreshToken).split('.')
  return made === 'refresh-canary' ? JSON.parse(fromBase64Url(owner)) : undefined
}

/** The claims of a token that was made here. */
export function claimsOf(token: unknown): Readonly<Record<string, unknown>> {
  const [, payload] = String(token).split('.')
  return payload ? JSON.parse(fromBase64Url(payload)) : {}
}

function encode(kid: string, claims: object): string {
  const header = { kid, alg: 'RS256' }
  return [header, claims]
    .map((part) => toBase64Url(JSON.stringify(part)))
    .concat(toBase64Url('signature-canary'))
    .join('.')
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64Url(encoded: string): string {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
}
