import { type JWTPayload, SignJWT } from 'jose'
import type { OperationContext } from '../operation.ts'
import { randomUuid } from '../random.ts'
import type { Attributes } from './attributes.ts'
import { issuer } from './issuer.ts'
import type { TokenUse } from './keys.ts'
import { tokenLifetimes } from './pool-options.ts'
import { issueRefreshToken, startFamily, type TokenFamily } from './token-families.ts'
import type { User } from './user.ts'

export interface AuthenticationResult {
  readonly AccessToken: string
  readonly ExpiresIn: number
  readonly TokenType: 'Bearer'
  readonly RefreshToken?: string
  readonly IdToken: string
}

/** The answer to a completed sign-in: a new token family. */
export const signIn = async (context: OperationContext, user: User) => {
  const family = startFamily(context, user)
  const RefreshToken = issueRefreshToken(context, family)
  const tokens = await issueTokens(context, user, family)
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken } }
}

export const issueTokens = async (
  context: OperationContext,
  user: User,
  family: TokenFamily,
): Promise<AuthenticationResult> => {
  const { clientId, options } = context.state
  const lifetimes = tokenLifetimes(options)
  const common = {
    sub: user.sub,
    ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
    iss: issuer(context.state),
    ...(options.EnableTokenRevocation && { origin_jti: family.originJti }),
    event_id: family.eventId,
    auth_time: family.authTime,
  }
  const [AccessToken, IdToken] = await Promise.all([
    sign(context, 'access', lifetimes.access, {
      ...common,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: user.username,
    }),
    sign(context, 'id', lifetimes.id, {
      ...attributeClaims(user.attributes),
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

const attributeClaims = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === 'email_verified' || name === 'phone_number_verified') {
        return [name, value === 'true']
      }
      return [name, name === 'address' ? { formatted: value } : value]
    }),
  )
