import type { Context } from 'hono'
import type { OperationContext } from '../operation.ts'
import { startFamily } from '../pool/tokens/token-families.ts'
import { hostedTokens } from '../pool/tokens/tokens.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { callbackUrl } from './callback.ts'
import type { Login } from './hosted-ui-state.ts'
import { AuthorizationError, sendErrorsToClient } from './oauth-errors.ts'
import { createAuthorizationCode } from './tokens/authorization-codes.ts'
import { tokenResponse } from './tokens/token-response.ts'

/**
 * Redirects a signed-in browser to the client with a code, or with tokens for the implicit flow.
 */
export async function grant(
  context: OperationContext,
  http: Context,
  request: AuthorizationRequest,
  login: Login,
): Promise<Response> {
  if (request.responseType === 'code') {
    return http.redirect(
      callbackUrl(request, { code: createAuthorizationCode(context, request, login) }),
    )
  }
  const user = context.state.users.get(login.sub)
  if (!user) throw new AuthorizationError(request, 'access_denied', 'The user does not exist')
  const { scopes } = request
  const family = startFamily(context, user, { scopes, authTime: login.at })
  const tokens = await sendErrorsToClient(request, () =>
    hostedTokens(context, user, family, request.nonce),
  )
  const response = Object.entries(tokenResponse(tokens)).map(([name, value]) => [
    name,
    String(value),
  ])
  return http.redirect(callbackUrl(request, Object.fromEntries(response)))
}
