import { formOptions } from '@authchart/example-shared/form-options'
import { setPageLanguage } from '@authchart/example-shared/language'
import { useAuthMachine } from '@authchart/react'
import { useEffect, useMemo } from 'react'
import { AuthScreens } from './auth-screens.tsx'
import { Developers } from './developers/developers.tsx'
import { Header } from './header.tsx'
import { useWords } from './use-words.ts'

export function App({ outboxUrl }: { outboxUrl: string | undefined }) {
  const words = useWords()
  const route = useAuthMachine(({ route }) => route)
  const options = useMemo(() => ({ ...formOptions, words }), [words])

  useEffect(() => setPageLanguage(words), [words])

  return (
    <>
      <Header outboxUrl={outboxUrl} words={words} />
      <AuthScreens options={options} />
      <Developers route={route} />
    </>
  )
}
