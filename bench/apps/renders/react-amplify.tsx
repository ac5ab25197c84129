/** The same sign-in by `useAuthenticator()` of `@aws-amplify/ui-react`, as its guide to a headless UI shows. */
import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import { type FormEvent, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { amplifyConfig, fieldsOf } from '../amplify-settings.ts'
import { countRender } from './count-render.ts'

Amplify.configure(amplifyConfig())

function Screens() {
  countRender('Screens')
  const { route, initializeMachine } = useAuthenticator()
  // Once, as `<Authenticator>` does it.
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current || route !== 'setup') return
    isBegun.current = true
    initializeMachine({})
  }, [route, initializeMachine])
  return route === 'authenticated' ? <Home /> : <Form route={route} />
}

function Form({ route }: { route: string }) {
  countRender('Form')
  const { error, isPending, submitForm, updateForm } = useAuthenticator()
  const change = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name, value } = target as unknown as HTMLInputElement
    updateForm({ name, value })
  }
  return (
    <form
      key={route}
      data-authform={route}
      onInput={change}
      onSubmit={(event) => {
        event.preventDefault()
        submitForm(Object.fromEntries(new FormData(event.currentTarget)))
      }}
    >
      <h1>{route}</h1>
      {error && <p role="alert">{error}</p>}
      {fieldsOf(route).map((name) => (
        <Field key={name} name={name} />
      ))}
      <button type="submit" disabled={isPending}>
        Submit
      </button>
    </form>
  )
}

function Field({ name }: { name: string }) {
  countRender('Field')
  return (
    <label>
      {name} <input name={name} type={name === 'password' ? 'password' : 'text'} />
    </label>
  )
}

function Home() {
  countRender('Home')
  const { user } = useAuthenticator(({ user }) => [user])
  return <p data-home>{user?.username}</p>
}

createRoot(document.body).render(
  <Authenticator.Provider>
    <Screens />
  </Authenticator.Provider>,
)
