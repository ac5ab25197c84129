import { operationContext } from '../../engine.ts'
import { isAllowedUrl } from '../callback.ts'
import { PageError } from '../oauth-errors.ts'
import { readAuthorizationRequest } from '../read-authorization-request.ts'
import { parametersOf, type Route, searchOf } from '../route.ts'
import { endLogin } from './logins.ts'

/**
 * `GET /logout`: redirects to `logout_uri`; with the parameters of an authorization request, to the
 * login page.
 */
export const logout: Route = (engine) => (http) => {
  const context = operationContext(engine)
  const { clientId, options } = context.state
  const parameters = parametersOf(http)
  const logoutUri = parameters.get('logout_uri')
  if (logoutUri === null) {
    readAuthorizationRequest(context.state, parameters)
    endLogin(context, http)
    return http.redirect(`/login${searchOf(http)}`)
  }
  if (parameters.get('client_id') !== clientId) {
    throw new PageError('invalid_client', 'There is no app client with this client_id.')
  }
  if (!isAllowedUrl(options.LogoutURLs, logoutUri)) {
    throw new PageError('redirect_mismatch', 'The logout_uri is none of the client’s logout URLs.')
  }
  endLogin(context, http)
  return http.redirect(logoutUri)
}
