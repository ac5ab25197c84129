import type { AuthRoute } from '@authchart/machine'
import { titles } from '../texts/titles.ts'
import { inputsOf } from './form.ts'
import type { FormError } from './form-error.ts'

/** Before the first screen the focus was nowhere, so it need not move. */
let isStart = true

/**
 * Names the tab after the screen, and brings the focus to its heading unless the user is inside it
 * already.
 */
export function enterScreen(main: HTMLElement, route: AuthRoute, previous?: AuthRoute): void {
  document.title = `${titles[route]} · Authchart`
  if (previous === undefined || previous === route) return
  const isFirst = isStart && previous === 'restoring'
  isStart = false
  if (!isFirst && !main.contains(document.activeElement)) main.querySelector('h1')?.focus()
}

/** After a response: moves the focus to the rejected field, or back to where a disabled button lost it. */
export function settleFocus(form: HTMLFormElement, error: FormError | undefined): void {
  const inputs = inputsOf(form)
  const rejected = inputs.find(({ name }) => error?.fields.some((field) => field === name))
  if (rejected) {
    if (mustBeRetyped(rejected)) empty(rejected)
    rejected.focus()
  } else if (document.activeElement === document.body) {
    const next = inputs.find(({ required, value }) => required && value === '')
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    ;(next ?? button)?.focus()
  }
}

/** Where a button of a section is gone with what it was for, the section's heading takes over. */
export function keepFocus(inside: HTMLElement | null): void {
  if (document.activeElement !== document.body) return
  inside?.closest('section')?.querySelector('h2')?.focus()
}

/** Where what had the focus is gone, but the screen is the same, its heading takes over. */
export function regainFocus(heading: HTMLElement | null): void {
  if (document.activeElement === document.body) heading?.focus()
}

/** What was accepted is done with, where the form stays. */
export function emptySecrets(form: HTMLFormElement): void {
  for (const input of inputsOf(form)) {
    if (mustBeRetyped(input) || purposeOf(input) === 'new-password' || input.name === 'answer') {
      empty(input)
    }
  }
}

/** A wrong password or code is of no more use; a password that is too weak can be improved. */
function mustBeRetyped(input: HTMLInputElement): boolean {
  const purpose = purposeOf(input)
  return purpose === 'current-password' || purpose === 'one-time-code'
}

/** The attribute: in Firefox the property is empty for values that it does not know, such as `one-time-code`. */
const purposeOf = (input: HTMLInputElement) => input.getAttribute('autocomplete')

/** Notifies listeners of the input, such as the live rules of a password. */
function empty(input: HTMLInputElement): void {
  input.value = ''
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
