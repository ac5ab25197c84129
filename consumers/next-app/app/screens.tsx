'use client'

import { type AuthConfig, createAuth, type InitialState } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { AuthProvider, useAuthForm, useAuthMachine } from '@authchart/react'
import { useState } from 'react'

export function Screens({ config, initial }: { config: AuthConfig; initial: InitialState }) {
  const [auth] = useState(() => createAuth({ config, storage: cookieStorage(), initial }))
  return (
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  )
}

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
