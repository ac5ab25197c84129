import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { Home, OtherScreens, SignInForm } from './first-screens.tsx'

export function App() {
  return (
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  )
}

const auth = createAuth({
  config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1b2c3d4e5f6g7h8i9j0k1l2m3' },
})

function Screen() {
  const view = useAuthMachine()
  switch (view.route) {
    case 'signIn':
      return <SignInForm error={view.failure} onSubmit={view.submit} />
    case 'signedIn':
      return <Home user={view.user} onSignOut={view.signOut} />
    default:
      return <OtherScreens view={view} />
  }
}
