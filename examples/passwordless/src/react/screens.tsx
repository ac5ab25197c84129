import { useAuthMachine } from '@authchart/react'
import { Auth } from '../../../minimal-react/src/form.tsx'
import { Code, Passkey } from './challenges.tsx'
import { Choice } from './choice.tsx'
import { FirstScreen } from './first-screen.tsx'
import { PasskeyPrompt, Passkeys } from './passkeys.tsx'
import { SetPassword } from './set-password.tsx'

/** Screens of our own for sign-in without a password; the form component for every other one. */
export function Screens() {
  const view = useAuthMachine()
  switch (view.route) {
    case 'signIn':
      return <FirstScreen view={view} />
    case 'selectFactor':
      return <Choice view={view} />
    case 'confirmSignIn':
      return <Code view={view} />
    case 'passkey':
      return <Passkey view={view} />
    case 'passkeyPrompt':
      return <PasskeyPrompt view={view} />
    case 'signedIn':
      return (
        <>
          <h1>Hello {view.greeting.name}</h1>
          <Passkeys view={view} />
          <SetPassword view={view} />
          <button type="button" onClick={view.signOut}>
            Sign out
          </button>
        </>
      )
    default:
      return <Auth />
  }
}
