/**
 * The words of the forms: English here, each other language in an entry of its own.
 *
 * @packageDocumentation
 */
import { en } from './en.ts'
import type { Words } from './words.ts'

export { type Phrase, say } from './phrase.ts'
export type { Texts, WordKey, Words, WordValues } from './words.ts'

/** English, the default of the forms. */
export const english: Words = { language: 'en', direction: 'ltr', texts: en }
