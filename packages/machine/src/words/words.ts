import type { en } from './en.ts'

/** The key of a text, e.g. `'title.signIn'` or `'failure.codeMismatch'`. */
export type WordKey = keyof typeof en

/** A text for each key; a catalogue that misses one does not compile. */
export type Texts = Readonly<Record<WordKey, string>>

/** The values of a text, by the names in its braces: `{min}`. */
export type WordValues = Readonly<Record<string, string | number>>

/** The words of one language. */
export interface Words {
  /** A BCP 47 tag, e.g. `'pt-BR'`: the language of numbers and times as well. */
  readonly language: string
  /** The direction of the writing, for `dir` of the form. */
  readonly direction: 'ltr' | 'rtl'
  readonly texts: Texts
  /**
   * Another text for a key; `undefined` keeps the text of the catalogue.
   *
   * @param values what the form fills in; for a failure also `code` and `message` (Cognito's own text)
   */
  readonly map?: ((key: WordKey, values: WordValues) => string | undefined) | undefined
}
