import { operationContext } from '../../engine.ts'
import { isEmail } from '../../pool/users/attributes.ts'
import { randomUuid } from '../../random.ts'
import { readForm } from '../form.ts'
import { PageError } from '../oauth-errors.ts'
import { providerLabel } from '../pages/login-page.ts'
import { showPage } from '../pages/page.ts'
import { providerPage } from '../pages/provider-page.ts'
import { parametersOf, type Route, searchOf } from '../route.ts'
import { requireVisit } from './provider-visits.ts'

/** `GET /_idp/:provider`: the page of a fake Google, Facebook and so on. */
export const showProvider: Route = (engine) => (http) => {
  const context = operationContext(engine)
  const { visit, provider } = requireVisit(context, parametersOf(http).get('state'))
  const label = providerLabel(provider)
  const action = `/_idp/${encodeURIComponent(visit.provider)}${searchOf(http)}`
  const { loginHint, lang } = visit.request
  const page = providerPage({ action, label, loginHint })
  return showPage(http, { title: `Sign in with ${label}`, lang, page })
}

const failures = new Map([
  ['cancel', { error: 'access_denied', error_description: 'The user cancelled the sign-in.' }],
  ['fail', { error: 'server_error', error_description: 'The identity provider failed.' }],
])

/** `POST /_idp/:provider`: redirects to /oauth2/idpresponse, as a provider does. */
export const submitProvider: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const state = parametersOf(http).get('state') ?? ''
  const { visit } = requireVisit(context, state)
  const form = await readForm(http)
  const back = (parameters: Record<string, string>) =>
    http.redirect(`/oauth2/idpresponse?${new URLSearchParams({ ...parameters, state })}`)
  const failure = failures.get(form.get('outcome') ?? '')
  if (failure) return back(failure)
  const [email, name] = ['email', 'name'].map((field) => form.get(field)?.trim() ?? '')
  if (!email || !name || !isEmail(email)) {
    throw new PageError('invalid_request', 'An account has an e-mail address and a name.')
  }
  const code = randomUuid(context.random)
  visit.picked = { code, identity: { email, name } }
  return back({ code })
}
