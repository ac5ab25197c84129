import { type WordLanguage, wordLanguages } from './load-words.ts'

/**
 * The first of the user's languages that has words, also in another country: `de` for `de-AT`, `pt-BR` for `pt`. English if there is
 * none. The script has to be the same: `zh-TW` is not `zh-CN`.
 *
 * @param preferred BCP 47 tags, the best first, e.g. `navigator.languages`
 */
export function matchLanguage(preferred: readonly string[]): WordLanguage {
  for (const tag of preferred) {
    const writing = writingOf(tag)
    const found = wordLanguages.find((language) => writingOf(language) === writing)
    if (found) return found
  }
  return 'en'
}

/** `zh-Hans` for `zh-SG`; `undefined` for what is no tag, e.g. `*`. */
function writingOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script}`
  } catch {
    return undefined
  }
}
