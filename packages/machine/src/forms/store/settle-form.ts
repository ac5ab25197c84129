import type { AuthForm, FormField } from '../auth-form.ts'

/** Focuses the heading of a new screen, unless the user is inside the form already. */
export function focusHeading(element: HTMLFormElement, { titleAttributes }: AuthForm): void {
  if (element.contains(element.ownerDocument.activeElement)) return
  const heading =
    element.ownerDocument.getElementById(String(titleAttributes.id)) ??
    element.querySelector<HTMLElement>('h1, h2, h3, [role=heading]')
  if (!heading) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus()
}

/** Focuses the first field with an error; `false` when there is none. */
export function focusRejectedField(element: HTMLFormElement, { fields }: AuthForm): boolean {
  const rejected = fields.find(({ error }) => error !== undefined)
  const input = rejected && inputsOf(element, rejected)[0]
  input?.focus()
  return input !== undefined
}

/** A button that was disabled or is gone has lost the focus: the next field, the button or the heading gets it. */
export function regainFocus(element: HTMLFormElement, form: AuthForm): void {
  const { activeElement, body } = element.ownerDocument
  if (activeElement && activeElement !== body) return
  const { fields } = form
  const inputs = fields
    .filter(({ isRequired, kind }) => isRequired && kind !== 'choice')
    .flatMap((field) => inputsOf(element, field))
  const next = inputs.find(({ value }) => value === '')
  const button = element.querySelector<HTMLButtonElement>('button[type=submit]')
  if (next ?? button) (next ?? button)?.focus()
  else focusHeading(element, form)
}

/** Empties what has to be typed again: a wrong code or password. A new password that is too weak stays, to be improved. */
export function emptyRejected(element: HTMLFormElement, { fields }: AuthForm): void {
  const rejected = fields.find(({ error }) => error !== undefined)
  const isCurrent = rejected?.attributes.autocomplete === 'current-password'
  if (rejected && (rejected.kind === 'code' || isCurrent)) empty(element, rejected)
}

/** Empties what was accepted and is in a form that stays. */
export function emptySecrets(element: HTMLFormElement, { fields }: AuthForm): void {
  for (const field of fields) {
    if (field.kind === 'password' || field.kind === 'code' || field.name === 'answer') {
      empty(element, field)
    }
  }
}

/** Fills a field by its property: an attribute could be read by everything that reads the page. */
export function fill(element: HTMLFormElement, field: FormField, value: string): void {
  for (const input of inputsOf(element, field)) {
    input.value = value
    // For what listens to the input, such as the live rules of a password.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const empty = (element: HTMLFormElement, field: FormField) => fill(element, field, '')

function inputsOf(element: HTMLFormElement, { name }: FormField): readonly HTMLInputElement[] {
  return [...element.elements].filter(
    (other): other is HTMLInputElement =>
      other.tagName === 'INPUT' && 'name' in other && other.name === name,
  )
}
