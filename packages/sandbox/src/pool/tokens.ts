import { type JWTPayload, SignJWT } from 'jose'
import type { OperationContext } from '../operation.ts'
import { randomUuid } from '../random.ts'
import { runTrigger } from '../triggers/run-trigger.ts'
import { triggerAttributes } from '../triggers/trigger-attributes.ts'
import type { DeviceKeys } from './devices.ts'
import { issuer } from './issuer.ts'
import type { TokenUse } from './keys.ts'
import { tokenLifetimes } from './pool-options.ts'
import { type TokenClaims, type TokenSource, tokenClaims } from './token-claims.ts'
import { issueRefreshToken, startFamily, type TokenFamily } from './token-families.ts'
import type { User } from './user.ts'

export interface AuthenticationResult {
  readonly AccessToken: string
  readonly ExpiresIn: number
  readonly TokenType: 'Bearer'
  readonly RefreshToken?: string
  readonly IdToken: string
}

interface SignInEnd {
  /** How the sign-in ended, for the pre token generation trigger. */
  readonly source: TokenSource
  /** Where the pool tracks devices. */
  readonly device: DeviceKeys | undefined
  readonly isNewDevice: boolean
}

/** The answer to a completed sign-in: a new token family. */
export const signIn = async (
  context: OperationContext,
  user: User,
  { source, device, isNewDevice }: SignInEnd,
) => {
  await runTrigger(context, 'postAuthentication', 'PostAuthentication_Authentication', user, {
    userAttributes: triggerAttributes(user),
    newDeviceUsed: isNewDevice,
  })
  const claims = await tokenClaims(context, user, source)
  const family = startFamily(context, user, device)
  const RefreshToken = issueRefreshToken(context, family)
  const tokens = await signTokens(context, user, family, claims)
  const NewDeviceMetadata = device && { DeviceKey: device.key, DeviceGroupKey: device.groupKey }
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokens, RefreshToken, ...(isNewDevice && { NewDeviceMetadata }) },
  }
}

/** New access and ID tokens of a sign-in that goes on. */
export const refreshTokens = async (
  context: OperationContext,
  user: User,
  family: TokenFamily,
): Promise<AuthenticationResult> => {
  const claims = await tokenClaims(context, user, 'TokenGeneration_RefreshTokens')
  return signTokens(context, user, family, claims)
}

const signTokens = async (
  context: OperationContext,
  user: User,
  family: TokenFamily,
  claims: TokenClaims,
): Promise<AuthenticationResult> => {
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
  const [AccessToken, IdToken] = await Promise.all([
    sign(context, 'access', lifetimes.access, {
      ...common,
      ...(family.device && { device_key: family.device.key }),
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: user.username,
    }),
    sign(context, 'id', lifetimes.id, {
      ...claims.id,
      ...common,
      'cognito:username': user.username,
      aud: clientId,
      token_use: 'id',
    }),
  ])
  return { AccessToken, ExpiresIn: lifetimes.access / 1000, TokenType: 'Bearer', IdToken }
}

const sign = async (
  { keys, now, random }: OperationContext,
  use: TokenUse,
  lifetime: number,
  claims: JWTPayload,
): Promise<string> => {
  const { kid, privateKey } = await keys.signingKey(use)
  const iat = Math.floor(now / 1000)
  return new SignJWT({ ...claims, exp: iat + lifetime / 1000, iat, jti: randomUuid(random) })
    .setProtectedHeader({ kid, alg: 'RS256' })
    .sign(privateKey)
}
