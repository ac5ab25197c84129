import type { OperationContext } from '../operation.ts'
import { requireIdentity } from './identities.ts'
import type { Identity } from './identity.ts'
import { unsupportedProvider } from './login-errors.ts'
import { openIdIssuer, readOpenIdToken } from './open-id-token.ts'
import type { ProvidedLogin } from './provided-login.ts'
import { readProviderLogin } from './provider-login.ts'
import { readUserPoolLogin } from './user-pool-login.ts'

/** What the `Logins` of a request prove. */
export interface ProvidedLogins {
  readonly logins: readonly ProvidedLogin[]
  /** The identity of an OpenID token that this pool issued. */
  readonly verifiedIdentity: Identity | undefined
}

/** Checks the tokens of `Logins`; undefined without any. */
export async function readLogins(
  context: OperationContext,
  tokens: Readonly<Record<string, string>> = {},
): Promise<ProvidedLogins | undefined> {
  const { [openIdIssuer]: own, ...others } = tokens
  const logins: ProvidedLogin[] = []
  for (const [provider, token] of Object.entries(others)) {
    logins.push(await readLogin(context, provider, token))
  }
  const verifiedIdentity =
    own === undefined
      ? undefined
      : requireIdentity(context.state, await readOpenIdToken(context, own))
  return logins.length > 0 || verifiedIdentity ? { logins, verifiedIdentity } : undefined
}

function readLogin(
  context: OperationContext,
  provider: string,
  token: string,
): ProvidedLogin | Promise<ProvidedLogin> {
  if (/^(issuer-)?cognito-idp\./.test(provider)) return readUserPoolLogin(context, provider, token)
  // Logins of the developer's provider come only from GetOpenIdTokenForDeveloperIdentity.
  if (provider === context.state.identityPool.options.DeveloperProviderName) {
    throw unsupportedProvider()
  }
  return readProviderLogin(context, provider, token)
}
