import { type JWTPayload, SignJWT } from 'jose'
import { toBase64Url } from '../../base64.ts'
import type { OperationContext } from '../../operation.ts'
import { randomUuid } from '../../random.ts'
import { sha256 } from '../../srp/bytes.ts'
import { runTrigger } from '../../triggers/run-trigger.ts'
import { triggerAttributes } from '../../triggers/trigger-attributes.ts'
import type { DeviceKeys } from '../devices/device.ts'
import { tokenLifetimes } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import { issuer } from './issuer.ts'
import type { TokenUse } from './keys.ts'
import { adminScope } from './scopes.ts'
import { type TokenClaims, type TokenSource, tokenClaims } from './token-claims.ts'
import { issueRefreshToken, startFamily } from './token-families.ts'
import type { TokenFamily } from './token-family.ts'

export interface AuthenticationResult {
  readonly AccessToken: string
  readonly ExpiresIn: number
  readonly TokenType: 'Bearer'
  readonly RefreshToken?: string
  /** Missing if the hosted UI did not grant `openid`. */
  readonly IdToken?: string
}

interface SignInEnd {
  /** How the sign-in ended, for the pre token generation trigger. */
  readonly source: TokenSource
  /** Set if the pool tracks devices. */
  readonly device: DeviceKeys | undefined
  readonly isNewDevice: boolean
}

/** Completes a sign-in: issues tokens of a new family. */
export async function signIn(
  context: OperationContext,
  user: User,
  { source, device, isNewDevice }: SignInEnd,
) {
  await postAuthentication(context, user, isNewDevice)
  const claims = await tokenClaims(context, user, source)
  const family = startFamily(context, user, { device })
  const RefreshToken = issueRefreshToken(context, family)
  const tokens = await signTokens(context, user, family, claims)
  const NewDeviceMetadata = device && { DeviceKey: device.key, DeviceGroupKey: device.groupKey }
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokens, RefreshToken, ...(isNewDevice && { NewDeviceMetadata }) },
  }
}

/** Runs the post authentication trigger, which can still reject the sign-in. */
export async function postAuthentication(
  context: OperationContext,
  user: User,
  newDeviceUsed = false,
): Promise<void> {
  await runTrigger(context, 'postAuthentication', 'PostAuthentication_Authentication', user, {
    userAttributes: triggerAttributes(user),
    newDeviceUsed,
  })
}

/** New access and ID tokens for a session. */
export async function refreshTokens(
  context: OperationContext,
  user: User,
  family: TokenFamily,
): Promise<AuthenticationResult> {
  const claims = await tokenClaims(context, user, 'TokenGeneration_RefreshTokens', family.scopes)
  return signTokens(context, user, family, claims)
}

/** Access and ID tokens for the scopes that the hosted UI granted. */
export async function hostedTokens(
  context: OperationContext,
  user: User,
  family: TokenFamily,
  nonce: string | undefined,
): Promise<AuthenticationResult> {
  const claims = await tokenClaims(context, user, 'TokenGeneration_HostedAuth', family.scopes)
  return signTokens(context, user, family, claims, nonce)
}

async function signTokens(
  context: OperationContext,
  user: User,
  family: TokenFamily,
  claims: TokenClaims,
  nonce?: string | undefined,
): Promise<AuthenticationResult> {
  const { clientId, options } = context.state
  const lifetimes = tokenLifetimes(options)
  const common = {
    sub: user.sub,
    ...claims.groups,
    iss: issuer(context.state),
    ...(options.EnableTokenRevocation && { origin_jti: family.originJti }),
    event_id: family.eventId,
    auth_time: family.authTime,
  }
  const { scopes } = family
  const AccessToken = await sign(context, 'access', lifetimes.access, {
    ...common,
    ...(family.device && { device_key: family.device.key }),
    ...(scopes && { version: 2 }),
    client_id: clientId,
    token_use: 'access',
    scope: (scopes ?? [adminScope]).join(' '),
    username: user.username,
  })
  const result = { AccessToken, ExpiresIn: lifetimes.access / 1000, TokenType: 'Bearer' } as const
  if (scopes && !scopes.includes('openid')) return result
  const IdToken = await sign(context, 'id', lifetimes.id, {
    ...claims.id,
    ...common,
    ...(scopes && { at_hash: halfHash(AccessToken) }),
    ...(nonce !== undefined && { nonce }),
    'cognito:username': user.username,
    aud: clientId,
    token_use: 'id',
  })
  return { ...result, IdToken }
}

/** OpenID Connect Core §3.1.3.6, for RS256. */
const halfHash = (token: string) => toBase64Url(sha256(token).subarray(0, 16))

async function sign(
  { keys, now, random }: OperationContext,
  use: TokenUse,
  lifetime: number,
  claims: JWTPayload,
): Promise<string> {
  const { kid, privateKey } = await keys.signingKey(use)
  const iat = Math.floor(now / 1000)
  return new SignJWT({ ...claims, exp: iat + lifetime / 1000, iat, jti: randomUuid(random) })
    .setProtectedHeader({ kid, alg: 'RS256' })
    .sign(privateKey)
}
