import { language } from '@authchart/example-shared/language'
import type { Words } from '@authchart/machine/words'
import { useSyncExternalStore } from 'react'

/** The words of the page; another language is another value. */
export function useWords(): Words {
  return useSyncExternalStore(language.subscribe, language.get)
}
