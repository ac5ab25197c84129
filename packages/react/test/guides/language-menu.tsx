import { matchLanguage, type WordLanguage, wordLanguages } from '@authchart/machine/words'
import { useAuthForm } from '@authchart/react'
import { useState } from 'react'
import { useWords } from './use-words.ts'

export function ScreenWithLanguages() {
  const [language, setLanguage] = useState(() => matchLanguage(navigator.languages))
  const { words, error } = useWords(language)
  const form = useAuthForm({ words })
  return (
    <>
      <select
        value={language}
        onChange={(event) => setLanguage(event.target.value as WordLanguage)}
      >
        {wordLanguages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {new Intl.DisplayNames(tag, { type: 'language' }).of(tag)}
          </option>
        ))}
      </select>
      {error ? <p role="alert">This language could not be loaded.</p> : null}
      <form key={form.key} {...form.formProps}>
        <h1 {...form.titleProps}>{form.title}</h1>
        {/* fields and actions */}
      </form>
    </>
  )
}
