import type { WordKey, Words, WordValues } from './words.ts'

/** A text by its key with its values, or one that is no word of ours, e.g. a name. */
export type Phrase =
  | { readonly key: WordKey; readonly values?: Readonly<Record<string, string | number | Phrase>> }
  | { readonly text: string }

/** The text of a phrase in these words. A value without a place in the text is left out. */
export function say(words: Words, phrase: Phrase): string {
  if ('text' in phrase) return phrase.text
  const values: WordValues = Object.fromEntries(
    Object.entries(phrase.values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? say(words, value) : value,
    ]),
  )
  return (
    words.map?.(phrase.key, values) ??
    words.texts[phrase.key].replaceAll(/\{(\w+)\}/g, (place, name) =>
      values[name] === undefined ? place : formatted(words, values[name]),
    )
  )
}

const formatted = ({ language }: Words, value: string | number) =>
  typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
