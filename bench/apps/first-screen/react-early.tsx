/** The early entry as its guide recommends: a sign-in form of the app's own; the other screens load later. */
import { createAuth } from '@authchart/machine/early'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { SignIn } from './react-sign-in.tsx'

const Screens = lazy(async () => ({ default: (await import('./react-screens.tsx')).Screens }))

function App() {
  const view = useAuthMachine()
  if (view.route === 'signIn') return <SignIn {...view} />
  return (
    <Suspense>
      <Screens />
    </Suspense>
  )
}

createRoot(document.body).render(
  <AuthProvider auth={createAuth({ config: window.bench })}>
    <App />
  </AuthProvider>,
)
