import type { OperationContext } from '../operation.ts'
import { sha256 } from '../srp/bytes.ts'
import type { IdentityPoolOptions } from './identity-pool-options.ts'
import { invalidLogin, loginExpired, unsupportedProvider } from './login-errors.ts'
import type { ProvidedLogin } from './provided-login.ts'
import { readClaims } from './verify-jwt.ts'

/** Providers whose access token, of no certain form, is the login. */
const withAccessToken = ['graph.facebook.com', 'www.amazon.com']

/**
 * The login of a public provider, whose keys nobody here has: any JWT is believed. Its `sub` is the
 * user; it is rejected after its `exp`. Facebook and Amazon may also give an opaque token: its part
 * before the first dot stands for the user, so `jane.1` and `jane.2` are two tokens of one.
 */
export function readProviderLogin(
  { state, now }: OperationContext,
  provider: string,
  token: string,
): ProvidedLogin {
  if (!isSupported(state.identityPool.options, provider)) throw unsupportedProvider()
  if (withAccessToken.includes(provider) && token.split('.').length !== 3) {
    const [name = ''] = token.split('.')
    return { provider, user: sha256(name).toString('hex'), claims: {} }
  }
  const claims = readClaims(token)
  // Nobody verified this token: its sub may be anything.
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
