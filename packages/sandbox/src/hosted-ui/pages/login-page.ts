import { html } from 'hono/html'
import type { IdentityProvider } from '../../pool/options/identity-providers.ts'
import { hiddenInputs, problemText } from './page.ts'

/** `here`: the page can use passkeys. A URL: only the same page there can. */
export type PasskeyPlace = 'here' | URL

interface LoginPage {
  /** The query of the authorization request. */
  readonly search: string
  readonly csrf: string
  readonly username: string
  readonly usernameAttributes: readonly string[]
  /** Whether the pool's own users may sign in. */
  readonly hasPassword: boolean
  readonly passkey: PasskeyPlace | undefined
  readonly providers: readonly IdentityProvider[]
  readonly problem: string | undefined
}

/** The form for a username and a password, and a button for each external provider. */
export function loginPage(shown: LoginPage) {
  return html`${problemText(shown.problem)}
${shown.hasPassword ? passwordForm(shown) : ''}
${shown.providers.length > 0 ? providerForms(shown) : ''}`
}

function passwordForm(shown: LoginPage) {
  const { search, csrf, username, usernameAttributes, problem, passkey } = shown
  const describedBy = problem === undefined ? '' : html` aria-describedby="problem"`
  return html`<form method="post" action="/login${search}">
${hiddenInputs({ _csrf: csrf })}
<label>${usernameLabel(usernameAttributes)}
<input name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required${describedBy}></label>
<label>Password
<input name="password" type="password" autocomplete="current-password" required${describedBy}></label>
<button>Sign in</button>
${passkey === 'here' ? passkeyButton : ''}
</form>
${passkey instanceof URL ? html`<p class="hint"><a href="${passkey.href}">Sign in with a passkey at ${passkey.host}</a></p>` : ''}`
}

/** It needs a username only. */
const passkeyButton = html`<button class="quiet" name="factor" value="WEB_AUTHN" formnovalidate>
Sign in with a passkey</button>`

function usernameLabel(attributes: readonly string[]): string {
  if (attributes.length === 0) return 'Username'
  return attributes.map((name) => (name === 'email' ? 'E-mail' : 'Phone number')).join(' or ')
}

const labels: ReadonlyMap<string, string> = new Map([
  ['LoginWithAmazon', 'Amazon'],
  ['SignInWithApple', 'Apple'],
])

/** A provider's name for display. */
export function providerLabel({ ProviderName }: IdentityProvider): string {
  return labels.get(ProviderName) ?? ProviderName
}

/** Each button repeats the authorization request with its provider. */
function providerForms({ search, providers }: LoginPage) {
  const {
    identity_provider: _,
    idp_identifier: __,
    ...request
  } = Object.fromEntries(new URLSearchParams(search))
  return html`<div class="providers">
${providers.map(
  (provider) => html`<form action="/oauth2/authorize">
${hiddenInputs({ ...request, identity_provider: provider.ProviderName })}
<button class="quiet">Continue with ${providerLabel(provider)}</button>
</form>`,
)}
</div>`
}
