import {
  english,
  loadWords,
  matchLanguage,
  type WordLanguage,
  type Words,
  wordLanguages,
} from '@authchart/machine/words'

const listeners = new Set<() => void>()
let words: Words = english
let wanted: WordLanguage = 'en'

/** The words of the page. The address may choose them: `?lang=de`, and for tests `?dir=rtl`. */
export const language = {
  get: () => words,

  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  /** Shows the present words until the others are loaded, and after a failure. */
  async choose(chosen: WordLanguage): Promise<void> {
    wanted = chosen
    const loaded = await loadWords(chosen).catch(() => words)
    if (wanted !== chosen) return
    const isMirrored = new URLSearchParams(location.search).get('dir') === 'rtl'
    words = isMirrored ? { ...loaded, direction: 'rtl' } : loaded
    for (const listener of listeners) listener()
  },

  /** Chooses by the address, or else by the languages of the browser. */
  start: () =>
    language.choose(
      matchLanguage([
        ...new URLSearchParams(location.search).getAll('lang'),
        ...navigator.languages,
      ]),
    ),
}

/** Each language by its own name. */
export const languageNames = wordLanguages.map((value) => ({
  value,
  label: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
}))

/** The user's own choice: the address keeps it. */
export function chooseLanguage(chosen: string): void {
  const address = new URL(location.href)
  address.searchParams.set('lang', chosen)
  history.replaceState(history.state, '', address)
  void language.choose(chosen as WordLanguage)
}

/** Gives browsers and screen readers the language of the page. */
export function setPageLanguage({ language, direction }: Words): void {
  document.documentElement.lang = language
  document.documentElement.dir = direction
}
