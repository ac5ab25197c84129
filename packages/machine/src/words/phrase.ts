import { isolate, numberText } from './format.ts'
import { readableName } from './readable-name.ts'
import type { WordKey, Words, WordValues } from './words.ts'

/** A text by its key with its values, or one that is no word of ours, e.g. a name. */
export type Phrase =
  | { readonly key: WordKey; readonly values?: Readonly<Record<string, string | number | Phrase>> }
  | { readonly text: string }

/** The text of a phrase in these words. A value without a place in the text is left out. */
export function say(words: Words, phrase: Phrase): string {
  if ('text' in phrase) return phrase.text
  const { key } = phrase
  const values: WordValues = Object.fromEntries(
    Object.entries(phrase.values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? say(words, value) : value,
    ]),
  )
  return words.map?.(key, values) ?? fillIn(words, words.texts[key] ?? readableName(key), values)
}

function fillIn(words: Words, text: string, values: WordValues): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return place
    return typeof value === 'number' ? numberText(words, value) : isolate(words, value)
  })
}
