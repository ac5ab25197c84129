import type { Context } from 'hono'
import { operationContext } from '../engine.ts'
import type { OperationContext } from '../operation.ts'
import { native } from '../pool/options/identity-providers.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { grant } from './grant.ts'
import { currentLogin } from './login/logins.ts'
import { AuthorizationError } from './oauth-errors.ts'
import { visitProvider } from './providers/provider-visits.ts'
import { readAuthorizationRequest } from './read-authorization-request.ts'
import { parametersOf, type Route, searchOf } from './route.ts'

/**
 * `GET /oauth2/authorize`: redirects to the client, to an external provider, or to the login page.
 */
export const authorize: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const request = readAuthorizationRequest(context.state, parametersOf(http))
  return (
    (await respondWithoutForm(context, http, request)) ?? http.redirect(`/login${searchOf(http)}`)
  )
}

/** The response to a request that needs no password; undefined if it needs one. */
export function respondWithoutForm(
  context: OperationContext,
  http: Context,
  request: AuthorizationRequest,
): Response | Promise<Response> | undefined {
  const login = currentLogin(context, http, request)
  if (login) return grant(context, http, request, login)
  if (request.prompt.includes('none')) {
    throw new AuthorizationError(request, 'login_required', 'The user is not signed in')
  }
  const { provider } = request
  if (provider === undefined || provider === native) return undefined
  return http.redirect(visitProvider(context, request, provider))
}
