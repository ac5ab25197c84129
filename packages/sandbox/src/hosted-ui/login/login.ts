import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import { native } from '../../pool/options/identity-providers.ts'
import { supportedProviders } from '../../pool/options/supported-providers.ts'
import { continueSignIn } from '../../sign-in/continue-sign-in.ts'
import { provePassword } from '../../sign-in/prove-password.ts'
import { respondWithoutForm } from '../authorize.ts'
import { isFromHere, readForm } from '../form.ts'
import { AuthorizationError } from '../oauth-errors.ts'
import { readAuthorizationRequest } from '../read-authorization-request.ts'
import { parametersOf, type Route } from '../route.ts'
import { goOn } from './login-challenge.ts'
import { showLoginPage } from './show-login-page.ts'

/** `GET /login`: the parameters are those of /oauth2/authorize. */
export const showLogin: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const request = readAuthorizationRequest(context.state, parametersOf(http))
  return (await respondWithoutForm(context, http, request)) ?? showLoginPage(context, http, request)
}

/** `POST /login` */
export const submitLogin: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const request = readAuthorizationRequest(context.state, parametersOf(http))
  const form = await readForm(http)
  const username = form.get('username')?.trim() ?? ''
  const password = form.get('password') ?? ''
  const showAgain = (problem: string) =>
    showLoginPage(context, http, { ...request, loginHint: username }, problem)
  if (!isFromHere(http, form)) return showAgain(expired)
  if (!supportedProviders(context.state.options).includes(native)) {
    throw new AuthorizationError(request, 'unauthorized_client', 'The client has no own users')
  }
  if (username === '' || password === '') return showAgain('Enter a username and a password.')
  try {
    const { sub } = await provePassword(context, username, password)
    const next = await continueSignIn(context, { sub, username, isHosted: true })
    return await goOn(context, http, request, next)
  } catch (error) {
    if (error instanceof CognitoError) return showAgain(error.message)
    throw error
  }
}

const expired = 'The page was too old. Sign in again.'
