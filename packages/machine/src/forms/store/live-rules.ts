import type { AuthForm } from '../auth-form.ts'
import { rootOf } from './root-of.ts'
import { inputsOf } from './settle-form.ts'

/** Marks each rule of a new password with `data-passed`, without a render, while the user types. */
export function markRules(element: HTMLFormElement, { fields }: AuthForm): void {
  for (const field of fields) {
    const [input] = inputsOf(element, field)
    if (!input) continue
    for (const { attributes, isFollowed } of field.rules) {
      const shown = rootOf(element).getElementById(String(attributes.id))
      shown?.setAttribute('data-passed', String(isFollowed(input.value)))
    }
  }
}
