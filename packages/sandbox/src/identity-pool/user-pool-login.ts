import type { JWTPayload } from 'jose'
import type { OperationContext } from '../operation.ts'
import { acceptedIssuers } from '../pool/tokens/issuer.ts'
import { userPoolProvider } from './identity-pool-options.ts'
import { invalidLogin, unsupportedProvider } from './login-errors.ts'
import type { ProvidedLogin } from './provided-login.ts'
import { readClaims, verifyOwnJwt } from './verify-jwt.ts'

/** The login of an ID token that this sandbox's user pool issued, checked as AWS does. */
export async function readUserPoolLogin(
  context: OperationContext,
  provider: string,
  token: string,
): Promise<ProvidedLogin> {
  const { state } = context
  const { iss, aud } = readClaims(token)
  if (iss !== `https://${provider}`) throw invalidLogin("Issuer doesn't match providerName")
  // An access token has a client_id instead.
  if (aud === undefined) throw invalidLogin('Missing a required claim: aud')
  const own = userPoolProvider(state)
  const configured = state.identityPool.options.CognitoIdentityProviders.find(
    ({ ProviderName, ClientId }) => originalForm(ProviderName) === own && ClientId === aud,
  )
  if (!configured || originalForm(provider) !== own) throw unsupportedProvider()
  const claims = await verifyOwnJwt(context, token, { issuer: acceptedIssuers(state) })
  if (claims.sub === undefined || claims.token_use !== 'id') {
    throw invalidLogin('Not a Cognito token.')
  }
  if (configured.ServerSideTokenCheck) checkSignedIn(context, claims)
  return { provider: own, user: claims.sub, claims }
}

/** The issuer types ORIGINAL and UPDATED name the same pool, so the user keeps the identity. */
const originalForm = (provider: string) => provider.replace(/^issuer-/, '')

/** ServerSideTokenCheck. The NotAuthorizedException is documented, its message is not. */
function checkSignedIn({ state }: OperationContext, { sub = '', event_id }: JWTPayload): void {
  const family = state.families.get(String(event_id))
  if (!family || family.revoked || !state.users.get(sub)?.enabled) {
    throw invalidLogin('Token has been revoked')
  }
}
