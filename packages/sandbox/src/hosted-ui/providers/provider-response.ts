import { operationContext } from '../../engine.ts'
import { grant } from '../grant.ts'
import { startLogin } from '../login/logins.ts'
import { AuthorizationError, sendErrorsToClient } from '../oauth-errors.ts'
import { parametersOf, type Route } from '../route.ts'
import { federatedUser } from './federated-user.ts'
import { providerAttributes } from './provider-identities.ts'
import { requireVisit } from './provider-visits.ts'

/** `GET /oauth2/idpresponse`: a browser returns from an external provider. Works once. */
export const receiveProvider: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const parameters = parametersOf(http)
  const state = parameters.get('state')
  const { visit, provider } = requireVisit(context, state)
  context.state.hostedUi.visits.delete(state ?? '')
  const { request, picked } = visit
  const error = parameters.get('error')
  if (error !== null) {
    throw new AuthorizationError(request, error, parameters.get('error_description') ?? error)
  }
  if (!picked || parameters.get('code') !== picked.code) {
    throw new AuthorizationError(
      request,
      'invalid_request',
      'The identity provider sent no account',
    )
  }
  const attributes = providerAttributes(visit.provider, picked.identity)
  const user = await sendErrorsToClient(request, () =>
    federatedUser(context, visit, provider, attributes),
  )
  return grant(context, http, request, startLogin(context, http, user, visit.provider))
}
