import { en } from './en.ts'
import type { Words } from './words.ts'

/** English, the default of the forms. */
export const english: Words = { language: 'en', direction: 'ltr', texts: en }
