import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Engine } from '../engine.ts'
import { headerText } from '../http/header-text.ts'
import { thisMachineOnly } from '../http/own-origin.ts'
import { applyFault } from '../http/wire.ts'
import { authorize } from './authorize.ts'
import { callbackUrl } from './callback.ts'
import { showAddPasskey, submitAddPasskey } from './login/add-passkey.ts'
import { showLogin, submitLogin } from './login/login.ts'
import { submitChallenge } from './login/login-challenge.ts'
import { logout } from './login/logout.ts'
import { AuthorizationError, OAuthError, PageError } from './oauth-errors.ts'
import { showError } from './pages/error-page.ts'
import { showProvider, submitProvider } from './providers/provider.ts'
import { receiveProvider } from './providers/provider-response.ts'
import { readAuthorizationRequest } from './read-authorization-request.ts'
import { parametersOf, searchOf } from './route.ts'
import { revoke } from './tokens/revoke.ts'
import { exchangeToken } from './tokens/token.ts'
import { userInfo } from './tokens/user-info.ts'

/** Pages with a form. */
const forms = ['/login', '/challenge', '/passkeys/add', '/_idp/:provider']

/** The hosted UI and OAuth 2.0 server of the user pool. AWS serves it under a domain of its own. */
export function createHostedUi(engine: Engine): Hono {
  const hosted = new Hono()
  hosted.use('/oauth2/:endpoint', notStored, faulty(engine))
  for (const path of [...forms, '/logout', '/signup', '/error']) {
    hosted.use(path, notStored)
  }
  // In addition to the token in each form: pages of other machines never send these forms.
  for (const path of forms) {
    hosted.post(path, thisMachineOnly)
  }
  hosted.get('/oauth2/authorize', authorize(engine))
  hosted.get('/oauth2/idpresponse', receiveProvider(engine))
  hosted.post('/oauth2/token', exchangeToken(engine))
  hosted.on(['GET', 'POST'], '/oauth2/userInfo', userInfo(engine))
  hosted.post('/oauth2/revoke', revoke(engine))
  hosted.get('/login', showLogin(engine))
  hosted.post('/login', submitLogin(engine))
  hosted.post('/challenge', submitChallenge(engine))
  hosted.get('/passkeys/add', showAddPasskey(engine))
  hosted.post('/passkeys/add', submitAddPasskey(engine))
  hosted.get('/logout', logout(engine))
  hosted.get('/signup', (http) => http.redirect(`/login${searchOf(http)}`))
  hosted.get('/error', (http) => {
    const parameters = parametersOf(http)
    const message = parameters.get('error_description') ?? 'Something went wrong.'
    return showError(http, parameters.get('error') ?? 'server_error', message, 400)
  })
  hosted.get('/_idp/:provider', showProvider(engine))
  hosted.post('/_idp/:provider', submitProvider(engine))
  hosted.onError((error, http) => errorResponse(error, http))
  return hosted
}

/** The longest message in a URL, in characters: clients reject long headers. */
const longest = 1000

function errorResponse(error: Error, http: Context): Response | Promise<Response> {
  if (error instanceof PageError) return showError(http, error.error, error.message, 400)
  if (error instanceof AuthorizationError) {
    const response = {
      error: error.error.slice(0, longest),
      error_description: error.message.slice(0, longest),
    }
    return http.redirect(callbackUrl(error.callback, response))
  }
  if (error instanceof OAuthError) {
    const { status, message: error_description } = error
    if (status === 401 || status === 403) {
      const quoted = headerText(error_description).replaceAll('"', "'")
      const challenge = `Bearer error="${headerText(error.error)}", error_description="${quoted}"`
      http.header('www-authenticate', challenge)
    }
    return http.json({ error: error.error, error_description }, status)
  }
  throw error
}

/**
 * Responses contain codes and tokens, and depend on cookies. The header is Cognito's: after “back”
 * a browser requests the login page again, and a user who is signed in is redirected to the app.
 */
const notStored: MiddlewareHandler = async (http, next) => {
  await next()
  // A browser cannot repeat the request of a form, so the back button needs the cached page.
  const rule = isPageAfterForm(http) ? 'no-cache' : 'no-cache, no-store, max-age=0, must-revalidate'
  http.res.headers.set('cache-control', rule)
}

const isPageAfterForm = ({ req, res }: Context): boolean =>
  req.method === 'POST' && res.headers.get('content-type')?.startsWith('text/html') === true

/** Faults of `oauth2/token` and the other endpoints. Their `type` is an OAuth error. */
const faulty =
  ({ faults, state }: Engine): MiddlewareHandler =>
  async (http, next) => {
    const endpoint = http.req.path.slice(1)
    const fault = faults.take(endpoint)
    const response =
      fault &&
      (await applyFault(fault, {}, (error, description = '', status) => {
        if (endpoint === 'oauth2/authorize') {
          const request = readAuthorizationRequest(state, parametersOf(http))
          throw new AuthorizationError(request, error, description)
        }
        return Response.json({ error, error_description: description }, { status })
      }))
    return response ?? next()
  }
