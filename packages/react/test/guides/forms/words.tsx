import { english, loadWords, matchLanguage, type Words, withTexts } from '@authchart/machine/words'
import { useAuthForm } from '@authchart/react'
import { useEffect, useState } from 'react'
import { Form } from './form.tsx'

const own = (words: Words) =>
  words.language === 'en' ? withTexts(words, { 'title.signIn': 'Welcome to the shop' }) : words

export function Auth({ languages }: { languages: readonly string[] }) {
  const [words, setWords] = useState(english)
  useEffect(() => {
    loadWords(matchLanguage(languages)).then(setWords, () => setWords(english))
  }, [languages])
  return <Form form={useAuthForm({ words: own(words) })} />
}
