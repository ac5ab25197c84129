import { recordOf } from '../trace/record-of.ts'
import type { Shown } from '../trace/trace-event.ts'

/** How far what was seen is from what is expected: 0 for the same, and about 1 for each thing that is missing. */
export function distance(seen: Shown | undefined, expected: Shown | undefined): number {
  const [one, other] = [seen || null, expected || null]
  if (one === null || other === null) return one === other ? 0 : 1
  if (typeof one === 'object' && typeof other === 'object') {
    const [left, right] = [recordOf(one), recordOf(other)]
    const keys = Object.keys({ ...left, ...right })
    return keys.reduce((sum, key) => sum + distance(left[key], right[key]), 0)
  }
  // Names and numbers differ from one person to the next; whether there is one does not.
  return one === other ? 0 : 0.5
}
