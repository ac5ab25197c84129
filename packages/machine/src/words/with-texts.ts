import type { WordKey, Words, WordValues } from './words.ts'

/** Texts by their keys, or a function that is called for every text that is shown; `undefined` keeps the text. */
export type OwnTexts =
  | { readonly [Key in WordKey]?: string | undefined }
  | ((key: WordKey, values: WordValues) => string | undefined)

/**
 * Words with texts of the app’s own. The last text that was added for a key is shown.
 *
 * @param own texts by key, with the same `{values}` as those that they replace, or a function that returns the
 * whole text; for a failure its values are also `code` and `message`, as in the classic `errorMessage`
 *
 * @example
 * const words = withTexts(english, { 'title.signIn': 'Welcome to the shop' })
 *
 * @example
 * const words = withTexts(german, (key, { code, message }) =>
 *   code === 'refusedByTrigger' ? translate(message) : undefined,
 * )
 */
export function withTexts(words: Words, own: OwnTexts): Words {
  const { map } = words
  if (typeof own === 'function') {
    return { ...words, map: (key, values) => own(key, values) ?? map?.(key, values) }
  }
  const texts = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    ...words,
    texts: { ...words.texts, ...texts },
    map: map && ((key, values) => (Object.hasOwn(texts, key) ? undefined : map(key, values))),
  }
}
