import type { en } from './en.ts'

type EnglishTexts = Readonly<Record<keyof typeof en, string>>

/** A text for each key; a language that lacks one does not compile. */
export interface Texts extends EnglishTexts {
  /** The label of an attribute of the app's own; by default its name, made readable. */
  readonly [key: `attribute.custom:${string}`]: string
  /** The texts of the app's own steps, e.g. `step.acceptTerms.title`; by default the step's. */
  readonly [key: `step.${string}`]: string
}

/** The key of a text, e.g. `'title.signIn'` or `'failure.codeMismatch'`. */
export type WordKey = keyof Texts

/** The texts that say what went wrong. */
export type FailureTexts = Pick<Texts, Extract<WordKey, `failure.${string}`>>

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
   * Another text for a key; `undefined` leaves the text as it is.
   *
   * @param values what the form fills in; for a failure also `code` and `message` (Cognito's own text)
   */
  readonly map?: ((key: WordKey, values: WordValues) => string | undefined) | undefined
}
