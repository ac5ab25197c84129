import type { FormOptions } from '@authchart/machine/forms'
import { english } from '@authchart/machine/words'
import { useAuthForm } from '@authchart/react'
import { useEffect, useState } from 'react'
import { Account } from './account/account.tsx'
import { AuthForm } from './auth-form.tsx'

interface AuthScreensProps {
  /** How the forms are made: the words, the name of the app, fields of your own. */
  options?: FormOptions
}

const defaults: FormOptions = {}

/** The screen of each route. */
export function AuthScreens({ options = defaults }: AuthScreensProps) {
  const form = useAuthForm(options)
  const { route, title } = form
  const { appName, words = english } = options
  // Here, so that a step of the account that has a screen of its own leads back to it.
  const [section, setSection] = useState<string>()
  const status = [form, ...form.sections].find(({ status }) => status !== '')?.status

  // The browser's tab has the name of the screen.
  useEffect(() => {
    document.title = appName ? `${title} · ${appName}` : title
  }, [title, appName])
  useEffect(() => {
    if (route === 'signIn') setSection(undefined)
  }, [route])

  return (
    <main className="card" data-route={route}>
      {/* Stays while screens change: a live region speaks only if it was there before its text. */}
      <p role="status" className={form.isPending ? 'visually-hidden' : 'notice'}>
        {status}
      </p>
      {route === 'signedIn' ? (
        <Account form={form} words={words} section={section} onSection={setSection} />
      ) : (
        <AuthForm form={form} />
      )}
    </main>
  )
}
