import type { AuthRoute } from '@authchart/machine'
import { type FormError, fieldOf } from './form.ts'
import { titles } from './titles.ts'

/**
 * Names the tab after the screen, and brings the focus to its heading unless the user is inside it
 * already. At start nothing was focused, so nothing moves.
 */
export function enterScreen(main: HTMLElement, route: AuthRoute, previous?: AuthRoute): void {
  document.title = `${titles[route]} · Authchart`
  const isStart = previous === undefined || previous === 'restoring'
  if (isStart || previous === route || main.contains(document.activeElement)) return
  main.querySelector('h1')?.focus()
}

/** Once an answer is there: to the field that was refused, or back to where a disabled button lost it. */
export function settleFocus(form: HTMLFormElement, error: FormError | undefined): void {
  const refused = error?.field && fieldOf(form, error.field)
  if (refused) {
    if (mustBeRetyped(refused)) refused.value = ''
    refused.focus()
  } else if (document.activeElement === document.body) {
    const next = [...form.querySelectorAll('input')].find(({ value }) => value === '')
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    ;(next ?? button)?.focus()
  }
}

/** A wrong password or code is of no more use; a password that is too weak can be improved. */
function mustBeRetyped({ autocomplete }: HTMLInputElement): boolean {
  return autocomplete === 'current-password' || autocomplete === 'one-time-code'
}
