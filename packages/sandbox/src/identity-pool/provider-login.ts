import { bytesToHex } from '@noble/hashes/utils.js'
import type { OperationContext } from '../operation.ts'
import { sha256 } from '../srp/bytes.ts'
import type { IdentityPoolOptions } from './identity-pool-options.ts'
import { invalidLogin, loginExpired, unsupportedProvider } from './login-errors.ts'
import type { ProvidedLogin } from './provided-login.ts'
import { readClaims } from './verify-jwt.ts'

/** Providers whose access token is the login. It can have any format. */
const withAccessToken = ['graph.facebook.com', 'www.amazon.com']

/**
 * The login of a public provider. The sandbox does not have its keys, so it accepts any JWT that is
 * not expired; `sub` is the user. Facebook and Amazon may also use an opaque token: the part before
 * the first dot identifies the user, so `jane.1` and `jane.2` are two tokens of one user.
 */
export function readProviderLogin(
  { state, now }: OperationContext,
  provider: string,
  token: string,
): ProvidedLogin {
  if (!isSupported(state.identityPool.options, provider)) throw unsupportedProvider()
  if (withAccessToken.includes(provider) && token.split('.').length !== 3) {
    const [name = ''] = token.split('.')
    return { provider, user: bytesToHex(sha256(name)), claims: {} }
  }
  const claims = readClaims(token)
  // The token is not verified: its sub can have any type.
  if (typeof claims.sub !== 'string') throw invalidLogin('Missing a required claim: sub')
  if (claims.exp !== undefined && claims.exp * 1000 <= now) throw loginExpired(claims.exp, now)
  return { provider, user: claims.sub, claims }
}

function isSupported(
  { SupportedLoginProviders, OpenIdConnectProviderARNs }: IdentityPoolOptions,
  provider: string,
): boolean {
  const named = Object.keys(SupportedLoginProviders)
  if (named.length === 0 && OpenIdConnectProviderARNs.length === 0) return true
  return (
    named.includes(provider) ||
    OpenIdConnectProviderARNs.some((arn) => arn.endsWith(`:oidc-provider/${provider}`))
  )
}
