import { AuthProvider, useAuthForm } from '@authchart/react'
import { auth } from './auth'

/** The root of the app. */
export function App() {
  return (
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  )
}

/** Every screen as data; its props are those of the web, so a device needs its own. */
export function Screen() {
  const form = useAuthForm()
  return <>{form.title}</>
}
