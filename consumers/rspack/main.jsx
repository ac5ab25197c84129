import { inspectAuth } from '@authchart/devtools'
import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthForm, useAuthMachine } from '@authchart/react'
import { createRoot } from 'react-dom/client'

function Screen() {
  const view = useAuthMachine()
  const form = useAuthForm()
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

const response = await fetch('/auth-config.json')
const auth = createAuth({ config: await response.json() })
inspectAuth(auth)
createRoot(document.getElementById('root')).render(
  <AuthProvider auth={auth}>
    <Screen />
  </AuthProvider>,
)
