import type { Context } from 'hono'
import { html } from 'hono/html'
import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { native } from '../../pool/options/identity-providers.ts'
import { passkeyCreationOptions } from '../../pool/passkeys/creation-options.ts'
import { startPasskeyRegistration } from '../../pool/passkeys/passkey-registration.ts'
import { orInvalid } from '../../pool/passkeys/read-credential.ts'
import { registerPasskey } from '../../pool/passkeys/register-passkey.ts'
import type { User } from '../../pool/users/user.ts'
import { isAllowedUrl } from '../callback.ts'
import { csrfToken, isFromHere, readForm } from '../form.ts'
import { PageError } from '../oauth-errors.ts'
import { problemText, showPage } from '../pages/page.ts'
import { passkeyForm } from '../pages/passkey-form.ts'
import { passkeyScript } from '../pages/passkey-script.ts'
import { parametersOf, type Route, searchOf } from '../route.ts'
import { currentLogin } from './logins.ts'
import { passkeyPlace } from './passkey-place.ts'

/** `GET /passkeys/add`: a page on which the user of the browser's login registers a passkey. */
export const showAddPasskey: Route = (engine) => (http) => {
  const context = operationContext(engine)
  const { user, redirectUri } = readRequest(context, http)
  try {
    return showRegistration(context, http, user, redirectUri)
  } catch (error) {
    if (error instanceof CognitoError) throw new PageError('invalid_request', error.message)
    throw error
  }
}

/** `POST /passkeys/add`: redirects to the client once the passkey is registered. */
export const submitAddPasskey: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const { user, redirectUri } = readRequest(context, http)
  const form = await readForm(http)
  const showAgain = (problem: string) => showRegistration(context, http, user, redirectUri, problem)
  if (!isFromHere(http, form)) return showAgain('The page was too old. Try again.')
  try {
    const credential = orInvalid(() => JSON.parse(form.get('CREDENTIAL') ?? ''))
    await registerPasskey(context, user, context.state.clientId, credential)
    return http.redirect(redirectUri)
  } catch (error) {
    if (error instanceof CognitoError) return showAgain(error.message)
    throw error
  }
}

/** The signed-in user, and where the browser goes afterwards. */
function readRequest(context: OperationContext, http: Context) {
  const { clientId, options, users } = context.state
  const parameters = parametersOf(http)
  if (parameters.get('client_id') !== clientId) {
    throw new PageError('invalid_client', 'There is no app client with this client_id.')
  }
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!isAllowedUrl(options.CallbackURLs, redirectUri)) {
    throw new PageError(
      'redirect_mismatch',
      'The redirect_uri is none of the client’s callback URLs.',
    )
  }
  if (passkeyPlace(options, http) !== 'here') {
    throw new PageError(
      'invalid_request',
      'Pages at this address cannot use the passkeys of the user pool. Open the hosted UI at the relying party’s domain, which is localhost by default.',
    )
  }
  const login = currentLogin(context, http, { prompt: [], provider: native })
  const user = login && users.get(login.sub)
  if (!user) throw new PageError('login_required', 'Sign in on these pages first.')
  return { user, redirectUri }
}

function showRegistration(
  context: OperationContext,
  http: Context,
  user: User,
  redirectUri: string,
  problem?: string,
) {
  const registration = startPasskeyRegistration(context, user, context.state.clientId)
  const page = html`${problemText(problem)}
<p class="hint">A passkey signs you in with your fingerprint, your face or the PIN of your device.</p>
${passkeyForm({
  action: `/passkeys/add${searchOf(http)}`,
  hidden: { _csrf: csrfToken(context, http) },
  ceremony: 'create',
  options: JSON.stringify(passkeyCreationOptions(user, registration)),
  button: 'Create a passkey',
  alternative: { url: redirectUri, label: 'Not now' },
})}`
  return showPage(http, { title: 'Create a passkey', page, script: passkeyScript })
}
