import { formOptions } from '@authchart/example-shared/form-options'
import { namePage } from '@authchart/example-shared/language'
import { useAuthForm } from '@authchart/react'
import { useEffect, useState } from 'react'
import { Account } from './account/account.tsx'
import { AuthForm } from './auth-form.tsx'
import { Developers } from './developers/developers.tsx'
import { Header } from './header.tsx'
import { useWords } from './use-words.ts'

export function App({ outboxUrl }: { outboxUrl: string | undefined }) {
  const words = useWords()
  const form = useAuthForm({ ...formOptions, words })
  const { route, title } = form
  // Here, so that a step of the account that has a screen of its own leads back to it.
  const [section, setSection] = useState<string>()
  const status = [form, ...form.sections].find(({ status }) => status !== '')?.status

  useEffect(() => namePage(title, words), [title, words])
  useEffect(() => {
    if (route === 'signIn') setSection(undefined)
  }, [route])

  return (
    <>
      <Header outboxUrl={outboxUrl} words={words} />
      <main className="card" data-route={route}>
        {/* Stays while screens change: a live region speaks only if it was there before its text. */}
        <p role="status" className={form.isPending ? 'visually-hidden' : 'notice'}>
          {status}
        </p>
        {route === 'signedIn' ? (
          <Account form={form} section={section} onSection={setSection} />
        ) : (
          <AuthForm form={form} />
        )}
      </main>
      <Developers route={route} />
    </>
  )
}
