import { Component, type ReactNode, StrictMode, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { testGates } from '../../machine/test/support/gates.ts'
import { AuthGate, AuthProvider, useAuthMachine, useAuthUser } from '../src/index.ts'

class ErrorBoundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}
  static getDerivedStateFromError = ({ message }: Error) => ({ message })
  override render() {
    const { message } = this.state
    return message ? <p data-error>{message}</p> : this.props.children
  }
}

function App() {
  const user = useAuthUser()
  return (
    <>
      <p data-user>{user.email}</p>
      <input name="draft" />
    </>
  )
}

function Screens() {
  return <p data-fallback>{useAuthMachine(({ route }) => route)}</p>
}

testGates((auth, root, { suspend }) => {
  const mounted = createRoot(root)
  const tree = (
    <StrictMode>
      <AuthProvider auth={auth}>
        <ErrorBoundary>
          <Suspense fallback={<p data-suspended />}>
            <AuthGate fallback={<Screens />} pending={<p data-pending />} suspend={suspend}>
              <App />
            </AuthGate>
          </Suspense>
        </ErrorBoundary>
      </AuthProvider>
    </StrictMode>
  )
  flushSync(() => mounted.render(tree))
  return () => mounted.unmount()
})
