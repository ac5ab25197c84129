import type { AuthForm } from '../auth-form.ts'

/** Marks each rule of a new password with `data-passed`, without a render, while the user types. */
export function markRules(element: HTMLFormElement, { fields }: AuthForm): void {
  for (const { name, rules } of fields) {
    const input = element.elements.namedItem(name)
    if (!(input instanceof HTMLInputElement)) continue
    for (const { attributes, isFollowed } of rules) {
      const shown = element.ownerDocument.getElementById(String(attributes.id))
      shown?.setAttribute('data-passed', String(isFollowed(input.value)))
    }
  }
}
