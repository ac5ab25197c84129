import type { AuthForm, FormField } from '../auth-form.ts'
import { rootOf } from './root-of.ts'

/** Focuses the heading of a new screen, unless the user is inside the form already, or types elsewhere. */
export function focusHeading(element: HTMLFormElement, { titleAttributes }: AuthForm): void {
  const root = rootOf(element)
  if (element.contains(root.activeElement) || isTypingElsewhere(element)) return
  const heading =
    root.getElementById(String(titleAttributes.id)) ??
    element.querySelector<HTMLElement>('h1, h2, h3, [role=heading]')
  if (!heading) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus()
}

/** Focuses the first field with an error, unless the user types elsewhere; `false` when there is none. */
export function focusRejectedField(element: HTMLFormElement, { fields }: AuthForm): boolean {
  const rejected = fields.find(({ error }) => error !== undefined)
  const inputs = rejected ? inputsOf(element, rejected).filter(({ disabled }) => !disabled) : []
  const input = inputs.find(({ type, checked }) => type === 'radio' && checked) ?? inputs[0]
  if (!isTypingElsewhere(element)) input?.focus()
  return input !== undefined
}

/** In a field of the app that is in no form of ours, e.g. its search: keys that are pressed there would be lost. */
function isTypingElsewhere(element: HTMLFormElement): boolean {
  const { activeElement } = element.ownerDocument
  if (!activeElement?.matches('input, textarea, select, [contenteditable]')) return false
  return activeElement.closest('form[data-authform]') === null
}

/** Whether no element has the focus, or one that is hidden, which is about to lose it. */
export function hasLostFocus(element: HTMLFormElement): boolean {
  const { activeElement } = rootOf(element)
  if (!activeElement || activeElement === element.ownerDocument.body) return true
  return activeElement.closest('[hidden]') !== null
}

/** A button that was disabled or is gone has lost the focus: the next field, the button or the heading gets it. */
export function regainFocus(element: HTMLFormElement, form: AuthForm): void {
  if (!hasLostFocus(element)) return
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
export function emptySecrets(element: HTMLFormElement, form: AuthForm): void {
  for (const field of form.fields) {
    if (field.kind === 'password' || field.name === 'answer') empty(element, field)
  }
  emptyCodes(element, form)
}

/** Empties a code that another one has replaced. */
export function emptyCodes(element: HTMLFormElement, { fields }: AuthForm): void {
  for (const field of fields) if (field.kind === 'code') empty(element, field)
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

/** The inputs of a field: several for a choice. */
export function inputsOf(
  element: HTMLFormElement,
  { name }: FormField,
): readonly HTMLInputElement[] {
  return [...element.elements].filter(
    (other): other is HTMLInputElement =>
      other.tagName === 'INPUT' && 'name' in other && other.name === name,
  )
}
