/**
 * The words of the forms: English here, each other language in an entry of its own.
 *
 * @packageDocumentation
 */
export { attributeLabel } from './attribute-label.ts'
export { english } from './english.ts'
export { type FailureTextOptions, failureText } from './failure-text.ts'
export { dateText, isolate, listText, numberText, secondsText } from './format.ts'
export { loadWords, type WordLanguage, wordLanguages } from './load-words.ts'
export { matchLanguage } from './match-language.ts'
export { noticeText } from './notice-text.ts'
export { type Phrase, say } from './phrase.ts'
export { type OwnTexts, withTexts } from './with-texts.ts'
export type { FailureTexts, Texts, WordKey, Words, WordValues } from './words.ts'
