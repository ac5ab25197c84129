import { createAuth } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { german } from '@authchart/machine/words/de'
import { AuthProvider, useAuthForm, useAuthMachine } from '@authchart/react'
import { createRoot } from 'react-dom/client'

function Screen() {
  const view = useAuthMachine()
  const form = useAuthForm({ words: german })
  if (view.route === 'signedIn') return <h1>{view.user.email}</h1>
  return (
    <form key={form.key} {...form.formProps}>
      <p>{form.title}</p>
      {form.fields.map((field) => (
        <input key={field.name} {...field.inputProps} />
      ))}
      <p role="alert">{form.error}</p>
      <button {...form.submitProps}>{form.submitLabel}</button>
    </form>
  )
}

async function start() {
  const response = await fetch('/auth-config.json')
  const auth = createAuth({ config: await response.json(), storage: cookieStorage() })
  createRoot(document.getElementById('root')).render(
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>,
  )
}

start()
