import { language } from '@authchart/example-shared/language'
import type { Words } from '@authchart/machine/words'
import { onScopeDispose, type ShallowRef, shallowRef } from 'vue'

/** The words of the page; another language is another value. */
export function useWords(): Readonly<ShallowRef<Words>> {
  const words = shallowRef(language.get())
  onScopeDispose(
    language.subscribe(() => {
      words.value = language.get()
    }),
  )
  return words
}
