import { english, loadWords, type WordLanguage, type Words } from '@authchart/machine/words'
import { useEffect, useState } from 'react'

/** English until the words have loaded; after an error the last words that did. */
export function useWords(language: WordLanguage): { words: Words; error?: unknown } {
  const [state, setState] = useState<{ words: Words; error?: unknown }>({ words: english })
  useEffect(() => {
    let isCurrent = true
    loadWords(language).then(
      (words) => isCurrent && setState({ words }),
      (error) => isCurrent && setState(({ words }) => ({ words, error })),
    )
    return () => {
      isCurrent = false
    }
  }, [language])
  return state
}
