import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { CodeForm, Home, OtherScreens, SignInForm } from './your-own-screens.tsx'

// or amplify_outputs.json, aws-exports, what Amplify.configure takes, the sandbox's JSON line
const auth = createAuth({
  config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1b2c3d4e5f6g7h8i9j0k1l2m3' },
})

function Screen(): ReactElement {
  const view = useAuthMachine()
  switch (view.route) {
    case 'signIn': // here submit takes { username, password } …
      return <SignInForm error={view.failure} busy={view.isPending} onSubmit={view.submit} onSignUp={view.goSignUp} />
    case 'confirmSignIn': // … and here { code }: by SMS, e-mail or authenticator app
      return <CodeForm error={view.failure} to={view.destination} onSubmit={view.submit} onBack={view.goSignIn} />
    case 'signedIn':
      return <Home user={view.user} onPassword={view.changePassword} onSignOut={view.signOut} />
    default: // takes the view of the routes that are left, and ends in `default: return unreachable(view)`
      return <OtherScreens view={view} />
  }
}

createRoot(document.body).render(
  <AuthProvider auth={auth}>
    <Screen />
  </AuthProvider>,
)
