import { operationContext } from '../../engine.ts'
import { CognitoError, notAuthorized } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { native } from '../../pool/options/identity-providers.ts'
import { supportedProviders } from '../../pool/options/supported-providers.ts'
import { findUser } from '../../pool/users/users.ts'
import { continueSignIn } from '../../sign-in/continue-sign-in.ts'
import { firstFactors } from '../../sign-in/first-factors.ts'
import { issueFirstFactor } from '../../sign-in/issue-first-factor.ts'
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
  const isPasskey = form.get('factor') === 'WEB_AUTHN'
  if (username === '' || (password === '' && !isPasskey)) {
    return showAgain(`Enter a username${isPasskey ? '' : ' and a password'}.`)
  }
  try {
    if (isPasskey)
      return await goOn(context, http, request, await requestPasskey(context, username))
    const { sub } = await provePassword(context, username, password)
    const next = await continueSignIn(context, { sub, username, isHosted: true })
    return await goOn(context, http, request, next)
  } catch (error) {
    if (error instanceof CognitoError) return showAgain(error.message)
    throw error
  }
}

/** A WEB_AUTHN challenge, as of USER_AUTH. */
function requestPasskey(context: OperationContext, username: string): Promise<object> {
  const user = findUser(context.state, username)
  const available = firstFactors(context.state, user, username)
  if (!available.includes('WEB_AUTHN')) {
    throw notAuthorized('A passkey cannot sign in. Enter the password.')
  }
  const signIn = { sub: user?.sub, username, isHosted: true, choice: { available } }
  return issueFirstFactor(context, signIn, 'WEB_AUTHN', {})
}

const expired = 'The page was too old. Sign in again.'
