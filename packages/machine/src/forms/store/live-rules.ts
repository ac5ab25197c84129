import type { AuthForm, HtmlAttributes } from '../auth-form.ts'
import { rootOf } from './root-of.ts'
import { inputsOf } from './settle-form.ts'

/**
 * Marks each rule of a new password with `data-passed`, without a render, while the user types, and shows screen
 * readers which rules are left.
 */
export function markRules(element: HTMLFormElement, { fields }: AuthForm): void {
  const elementOf = ({ id }: HtmlAttributes) => rootOf(element).getElementById(String(id))
  for (const field of fields) {
    const [input] = inputsOf(element, field)
    if (!input) continue
    for (const { attributes, isFollowed } of field.rules) {
      elementOf(attributes)?.setAttribute('data-passed', String(isFollowed(input.value)))
    }
    const left = field.rules.filter(({ isFollowed }) => !isFollowed(input.value))
    const status = elementOf(field.rulesStatusAttributes)
    if (status) status.textContent = left.map(({ label }) => label).join(' · ')
  }
}
