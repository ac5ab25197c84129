import { SignJWT } from 'jose'
import type { OperationContext } from '../operation.ts'
import type { Identity } from './identity.ts'
import { isAuthenticated } from './identity.ts'
import { invalidLogin } from './login-errors.ts'
import { verifyOwnJwt } from './verify-jwt.ts'

/** The provider name of the pool's own tokens. */
export const openIdIssuer = 'cognito-identity.amazonaws.com'

const iss = `https://${openIdIssuer}`

/**
 * An OpenID token for the identity, valid for `duration` s. AWS signs with RS512; the sandbox with
 * RS256 and the key of the user pool's ID tokens.
 */
export async function signOpenIdToken(
  { state, keys, now }: OperationContext,
  identity: Identity,
  duration: number,
): Promise<string> {
  const { kid, privateKey } = await keys.signingKey('id')
  const iat = Math.floor(now / 1000)
  const providers = [...new Set(identity.logins.map(({ provider }) => provider))]
  return new SignJWT({
    iss,
    aud: state.identityPool.id,
    sub: identity.id,
    amr: isAuthenticated(identity) ? ['authenticated', ...providers] : ['unauthenticated'],
    iat,
    exp: iat + duration,
  })
    .setProtectedHeader({ kid, alg: 'RS256' })
    .sign(privateKey)
}

/** The identity id in a token that the developer's back end requested. */
export async function readOpenIdToken(context: OperationContext, token: string): Promise<string> {
  const claims = await verifyOwnJwt(context, token, {
    issuer: iss,
    audience: context.state.identityPool.id,
  })
  // A guest's token proves nothing: every guest can get one.
  if (!Array.isArray(claims.amr) || !claims.amr.includes('authenticated')) {
    throw invalidLogin('Not a Cognito token.')
  }
  return claims.sub ?? ''
}
