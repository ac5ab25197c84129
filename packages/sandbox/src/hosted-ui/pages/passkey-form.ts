import { html } from 'hono/html'
import { hiddenInputs } from './page.ts'

interface PasskeyForm {
  /** The target of the form. */
  readonly action: string
  /** Members of the form besides CREDENTIAL. */
  readonly hidden: Readonly<Record<string, string>>
  /** The method of `navigator.credentials`. */
  readonly ceremony: 'get' | 'create'
  /** Its options, as JSON. */
  readonly options: string
  readonly button: string
  /** Where a user goes who does not want to. */
  readonly alternative: { readonly url: string; readonly label: string }
}

/** A form that the script of passkeys fills in and sends. */
export function passkeyForm({
  action,
  hidden,
  ceremony,
  options,
  button,
  alternative,
}: PasskeyForm) {
  return html`<form method="post" action="${action}" data-ceremony="${ceremony}" data-options="${options}">
${hiddenInputs({ ...hidden, CREDENTIAL: '' })}
<output class="problem"></output>
<button>${button}</button>
</form>
<p><a href="${alternative.url}">${alternative.label}</a></p>`
}
