import type { AuthRoute } from '@authchart/machine'
import { english, say, type WordKey } from '@authchart/machine/words'

/** A text of the apps, as it is in English. */
export function text(key: WordKey, values: Readonly<Record<string, string>> = {}): string {
  return say(english, { key, values })
}

/** The label of a field that may stay empty. */
export function optional(key: WordKey): string {
  return text('field.optional', { label: text(key) })
}

/** What the heading of a screen begins with; on `signedIn` the name of the user comes after it. */
export function titleOf(route: AuthRoute): string {
  return text(`title.${route}`, { name: '' }).trim()
}
