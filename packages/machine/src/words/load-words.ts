import { loadChunk } from '../platform/load-chunk.ts'
import { english } from './english.ts'
import type { Words } from './words.ts'

const loaders = {
  en: async () => english,
  de: async () => (await import('./languages/de.ts')).german,
} satisfies Readonly<Record<string, () => Promise<Words>>>

/** A language with words in this package. */
export type WordLanguage = keyof typeof loaders

/** The languages with words in this package, as BCP 47 tags: `en`, `de`, `pt-BR`, … */
export const wordLanguages = Object.keys(loaders) as readonly WordLanguage[]

/**
 * The words of a language, which are a chunk of its own. Show the present words until it resolves, and after it has rejected.
 *
 * @throws an error named `NetworkError` if the chunk does not load, of which `toFailure` makes the code `network`;
 * a RangeError for another language
 *
 * @example
 * const words = await loadWords(matchLanguage(navigator.languages))
 */
export async function loadWords(language: WordLanguage): Promise<Words> {
  if (!wordLanguages.includes(language)) {
    throw new RangeError(`No words in "${language}": there are ${wordLanguages.join(', ')}`)
  }
  return loadChunk(loaders[language](), `The words of the language "${language}"`)
}
