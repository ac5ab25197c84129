import { loadChunk } from '../platform/load-chunk.ts'
import { english } from './english.ts'
import type { Words } from './words.ts'

/** The languages with words in this package, as BCP 47 tags. */
export const wordLanguages = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'sv',
  'tr',
  'zh-CN',
] as const

/** A language with words in this package. */
export type WordLanguage = (typeof wordLanguages)[number]

const loaders: Readonly<Record<WordLanguage, () => Promise<Words>>> = {
  en: async () => english,
  de: async () => (await import('./languages/de.ts')).german,
  es: async () => (await import('./languages/es.ts')).spanish,
  fr: async () => (await import('./languages/fr.ts')).french,
  it: async () => (await import('./languages/it.ts')).italian,
  ja: async () => (await import('./languages/ja.ts')).japanese,
  ko: async () => (await import('./languages/ko.ts')).korean,
  nl: async () => (await import('./languages/nl.ts')).dutch,
  pl: async () => (await import('./languages/pl.ts')).polish,
  'pt-BR': async () => (await import('./languages/pt-br.ts')).brazilianPortuguese,
  sv: async () => (await import('./languages/sv.ts')).swedish,
  tr: async () => (await import('./languages/tr.ts')).turkish,
  'zh-CN': async () => (await import('./languages/zh-cn.ts')).simplifiedChinese,
}

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
