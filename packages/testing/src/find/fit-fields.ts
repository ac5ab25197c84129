import type { Phrases } from './action-phrases.ts'
import { likest } from './alike.ts'
import { isChoice, isField, type Seen } from './seen.ts'
import type { Slot } from './slots.ts'

/** A value, and the field that it goes into. */
export interface Fit {
  readonly slot: Slot
  readonly seen: Seen
}

/** Below this a field and a value have nothing in common. */
const leastScore = 2.5

/** How well a field fits a value: 0 if it cannot take it. */
function scoreField(slot: Slot, seen: Seen, phrases: Phrases): number {
  if (!takes(slot, seen)) return 0
  const text = seen.name || seen.beside || seen.placeholder
  const purpose = seen.autocomplete.split(/\s+/)
  let score = 4 * likest(text, phrases.of(...slot.keys))
  if (slot.autocomplete.some((wanted) => purpose.includes(wanted))) score += 5
  else if (/[a-z]/.test(seen.autocomplete.replace(/^(on|off)$/, ''))) score -= 3
  if (slot.pattern.test(`${seen.field} ${seen.id}`.trim())) score += 2
  if (slot.pattern.test(text)) score += 2
  if (slot.kind === 'password') score += 1
  if (slot.name === 'code' && /numeric|tel/.test(`${seen.inputMode} ${seen.type}`)) score += 2
  if (slot.name.endsWith('email') && seen.type === 'email') score += 2
  return score
}

function takes({ kind }: Slot, seen: Seen): boolean {
  if (kind === 'box') return seen.role === 'checkbox' && seen.isEnabled
  if (kind === 'choice') return isChoice(seen) || seen.role === 'checkbox'
  return isField(seen) && (kind === 'password') === (seen.role === 'password')
}

/** The best field of each value. Where one value and one field of a kind are left, they go together. */
export function fitFields(
  slots: readonly Slot[],
  page: readonly Seen[],
  phrases: Phrases,
): readonly Fit[] {
  const typed = slots.filter(({ kind }) => kind !== 'choice')
  const scored = typed
    .flatMap((slot) => page.map((seen) => ({ slot, seen, score: scoreField(slot, seen, phrases) })))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score)
  const fits: Fit[] = []
  const isFree = (slot: Slot, seen: Seen) =>
    fits.every((fit) => fit.slot !== slot && fit.seen !== seen)
  for (const { slot, seen } of scored) if (isFree(slot, seen)) fits.push({ slot, seen })
  fits.push(...inOrder(typed, page, fits))
  return fits.sort((one, other) => one.seen.index - other.seen.index)
}

/** Passwords by their order: the old one, the new one, and the new one again. Then what is left over. */
function inOrder(
  slots: readonly Slot[],
  page: readonly Seen[],
  fits: readonly Fit[],
): readonly Fit[] {
  return (['password', 'text', 'box'] as const).flatMap((kind) => {
    const missing = slots.filter(
      (slot) =>
        slot.kind === kind &&
        // Only its label says what has to be typed.
        slot.name !== 'confirmation' &&
        fits.every((fit) => fit.slot !== slot),
    )
    const free = page.filter(
      (seen) =>
        missing[0] &&
        takes(missing[0], seen) &&
        (kind === 'password' || !isForElse(missing[0], seen)) &&
        fits.every((fit) => fit.seen !== seen),
    )
    const isSure = kind === 'password' || (missing.length === 1 && free.length === 1)
    return isSure ? missing.flatMap((slot, at) => (free[at] ? [{ slot, seen: free[at] }] : [])) : []
  })
}

/** Its `autocomplete` says that a field takes something else. */
function isForElse({ autocomplete }: Slot, seen: Seen): boolean {
  const purposes = seen.autocomplete.split(/\s+/).filter((word) => !/^(on|off|)$/.test(word))
  return purposes.length > 0 && !autocomplete.some((wanted) => purposes.includes(wanted))
}

/** An option of a list, or a radio button, for a value to choose. */
export function fitChoice(
  slot: Slot,
  page: readonly Seen[],
  phrases: Phrases,
): { readonly seen: Seen; readonly option?: string } | undefined {
  const words = phrases.of(...slot.keys)
  const rate = (text: string, value: string) =>
    (value === slot.value ? 2 : 0) + likest(text, words) + (slot.pattern.test(text) ? 0.5 : 0)
  const found = page
    .filter((seen) => takes(slot, seen))
    .flatMap((seen) =>
      seen.options.length > 0
        ? seen.options.map(({ value, label }) => ({
            seen,
            option: value,
            score: rate(label, value),
          }))
        : [{ seen, score: rate(seen.name || seen.beside, seen.value) }],
    )
    .sort((one, other) => other.score - one.score)
  const [best] = found
  return best && best.score >= 0.5 ? best : undefined
}
