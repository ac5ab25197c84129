import type { FailureField } from '@authchart/machine'
import type { Oracle } from '../sight.ts'

/** What a field is for, by its `autocomplete` (WCAG 1.3.5); nothing of one that has none. */
const purposesOf: ReadonlyMap<FailureField, readonly string[]> = new Map([
  ['username', ['username']],
  ['password', ['current-password', 'new-password']],
  ['previousPassword', ['current-password']],
  ['code', ['one-time-code']],
  ['email', ['email']],
  ['attributes.email', ['email']],
  ['attributes.phone_number', ['tel']],
])

/** Whoever has to type something else is brought to where, or to what tells so. */
export const focusAtRefused: Oracle = ({
  failure,
  step,
  isPending,
  isFirst,
  route,
  previous,
  look,
}) => {
  if (!failure?.field || step.kind !== 'outcome' || isPending || isFirst) return undefined
  // On a new screen it is the heading that tells where one is.
  if (route !== previous) return undefined
  const { focus, isFocusOnInput, purposes } = look
  const isThere = purposesOf.get(failure.field)?.some((purpose) => purposes.includes(purpose))
  return isThere && !isFocusOnInput
    ? `“${failure.code}” is about the ${failure.field}, but the focus is at ${focus ?? 'nothing'}\nFocus the input of view.failure.field when the answer is there.`
    : undefined
}
