import { html } from 'hono/html'
import { type Identity, sampleIdentities } from '../providers/provider-identities.ts'
import { hiddenInputs } from './page.ts'

interface ProviderPage {
  /** The target of the forms. */
  readonly action: string
  readonly label: string
  readonly loginHint: string
}

/** A fake external provider: signs in the identity that the user picks, without a password. */
export function providerPage({ action, label, loginHint }: ProviderPage) {
  return html`<p class="hint">
This page is a fake ${label}. Pick an account.</p>
<div class="providers">
${sampleIdentities.map((identity) => identityForm(action, identity))}
</div>
<form method="post" action="${action}">
<h2>Another account</h2>
<label>E-mail
<input name="email" type="email" value="${loginHint}" autocomplete="off" required></label>
<label>Name
<input name="name" autocomplete="off" required></label>
<button name="outcome" value="identity">Continue</button>
</form>
<form method="post" action="${action}">
<button class="quiet" name="outcome" value="cancel">Cancel</button>
<button class="quiet" name="outcome" value="fail">Fail</button>
</form>`
}

const identityForm = (
  action: string,
  { email, name }: Identity,
) => html`<form method="post" action="${action}">
${hiddenInputs({ email, name })}
<button class="quiet" name="outcome" value="identity">${name} <small>${email}</small></button>
</form>`
