import type { Auth } from '@authchart/machine'
import type { AuthForm, FormField } from '@authchart/machine/forms'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { ref } from 'lit/directives/ref.js'
import { repeat } from 'lit/directives/repeat.js'
import { authForm } from './auth-form.ts'
import { spread } from './spread.ts'

/** Every screen: sign-in, sign-up, codes, second factors, the account. Set `auth` before it is in the page. */
export class AuthScreens extends LitElement {
  declare auth: Auth
  #form: ReturnType<typeof authForm> | undefined

  override connectedCallback() {
    this.#form ??= authForm(this, this.auth)
    super.connectedCallback()
  }

  /** In the page itself: password managers look into no shadow tree. */
  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return this.#form && this.#show(this.#form.current(), this.#form.store)
  }

  #show(form: AuthForm, store: ReturnType<typeof authForm>['store']): TemplateResult {
    const { attach, onSubmit, onAction } = store
    return html`
      ${keyed(
        form.key,
        html`<form ${ref((element) => attach(element as HTMLFormElement))} ${spread(form.attributes)} @submit=${onSubmit}>
          <h1 ${spread(form.titleAttributes)}>${form.title}</h1>
          <p role="status">${form.status}</p>
          <p>${form.text}</p>
          ${form.setup ? html`<code>${form.setup.key()}</code>` : nothing}
          ${form.error ? html`<p role="alert">${form.error}</p>` : nothing}
          ${form.accountAttributes ? html`<input ${spread(form.accountAttributes)} />` : nothing}
          ${repeat(form.fields, ({ name }) => name, fieldOf)}
          ${form.submitLabel ? html`<button ${spread(form.submitAttributes)}>${form.submitLabel}</button>` : nothing}
          ${repeat(
            form.actions,
            ({ name }) => name,
            ({ attributes, label }) =>
              html`<button ${spread(attributes)} @click=${onAction}>${label}</button>`,
          )}
        </form>`,
      )}
      ${form.sections.map((section) => this.#show(section, store))}
    `
  }
}

const fieldOf = (field: FormField) => html`
  <div ${spread(field.kind === 'choice' ? field.attributes : {})}>
    <label for=${String(field.attributes.id)}>${field.label}</label>
    ${field.options.length > 0 ? nothing : html`<input ${spread({ ...field.attributes, value: field.initial ?? field.attributes.value })} />`}
    ${field.options.map(
      ({ attributes, isInitial, label }) =>
        html`<label><input ${spread(attributes)} ?checked=${isInitial} /> ${label}</label>`,
    )}
    ${field.hint ? html`<small ${spread(field.hintAttributes)}>${field.hint}</small>` : nothing}
    ${field.error ? html`<em ${spread(field.errorAttributes)}>${field.error}</em>` : nothing}
  </div>
`

customElements.define('auth-screens', AuthScreens)
