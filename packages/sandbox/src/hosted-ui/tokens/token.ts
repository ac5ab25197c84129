import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { exchangeRefreshToken } from '../../pool/tokens/exchange-refresh-token.ts'
import { issueRefreshToken, startFamily } from '../../pool/tokens/token-families.ts'
import { type AuthenticationResult, hostedTokens } from '../../pool/tokens/tokens.ts'
import { readClientForm } from '../form.ts'
import { OAuthError } from '../oauth-errors.ts'
import type { Route } from '../route.ts'
import { requireAuthorizationCode } from './authorization-codes.ts'
import { requireOAuthClient } from './client-authentication.ts'
import { tokenResponse } from './token-response.ts'

/** `POST /oauth2/token` */
export const exchangeToken: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const form = await readClientForm(http)
  requireOAuthClient(context.state, http, form)
  const grant = grants.get(required(form, 'grant_type'))
  if (!grant) throw new OAuthError('unsupported_grant_type', 'The grant_type is not supported')
  try {
    return http.json(tokenResponse(await grant(context, form)))
  } catch (error) {
    // Deleted users, revoked tokens, triggers that reject.
    if (error instanceof CognitoError) throw new OAuthError('invalid_grant', error.message.trim())
    throw error
  }
}

type Grant = (context: OperationContext, form: URLSearchParams) => Promise<AuthenticationResult>

const fromCode: Grant = async (context, form) => {
  const { options, users } = context.state
  if (!options.AllowedOAuthFlows.includes('code')) throw unauthorized()
  const value = required(form, 'code')
  const code = requireAuthorizationCode(
    context,
    value,
    form.get('redirect_uri'),
    form.get('code_verifier'),
  )
  const { request, login } = code
  const user = users.get(login.sub)
  if (!user?.enabled) throw new OAuthError('invalid_grant', 'The user does not exist')
  const family = startFamily(context, user, { scopes: request.scopes, authTime: login.at })
  // Set before the first await, so that of two parallel requests the second one fails.
  code.family = family
  const tokens = await hostedTokens(context, user, family, request.nonce)
  return { ...tokens, RefreshToken: issueRefreshToken(context, family) }
}

const fromRefreshToken: Grant = (context, form) =>
  exchangeRefreshToken(context, required(form, 'refresh_token'))

/** Only for clients with a secret. */
const fromClient: Grant = () => {
  throw unauthorized()
}

const grants: ReadonlyMap<string, Grant> = new Map([
  ['authorization_code', fromCode],
  ['refresh_token', fromRefreshToken],
  ['client_credentials', fromClient],
])

const unauthorized = () =>
  new OAuthError('unauthorized_client', 'The client may not use this grant_type')

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (!value) throw new OAuthError('invalid_request', `${name} is missing`)
  return value
}
