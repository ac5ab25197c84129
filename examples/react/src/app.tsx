import { enterScreen } from '@authchart/example-shared/focus'
import { noticeOf, waitingOf } from '@authchart/example-shared/notices'
import type { AuthView } from '@authchart/machine'
import { useAuthMachine } from '@authchart/react'
import { type ReactElement, useEffect, useRef } from 'react'
import { ConfirmSignUp } from './screens/confirm-sign-up.tsx'
import { Restoring } from './screens/restoring.tsx'
import { SignIn } from './screens/sign-in.tsx'
import { SignUp } from './screens/sign-up.tsx'
import { SignedIn } from './screens/signed-in.tsx'
import { SigningOut } from './screens/signing-out.tsx'

export function App({ outboxUrl }: { outboxUrl: string | undefined }) {
  const view = useAuthMachine()
  const { route } = view
  const main = useRef<HTMLElement>(null)
  const previous = useRef(route)

  useEffect(() => {
    if (main.current) enterScreen(main.current, route, previous.current)
    previous.current = route
  }, [route])

  return (
    <>
      <header className="header">
        <p className="brand">
          Authchart <span className="brand-note">React example</span>
        </p>
        {outboxUrl && (
          <a href={outboxUrl} target="_blank" rel="noopener">
            Open the outbox
          </a>
        )}
      </header>
      <main ref={main} className="card" data-route={route}>
        {/* Stays while screens change: a live region speaks only if it was there before its text. */}
        <div role="status">
          <p className="notice">{noticeOf(view)}</p>
          <p className="visually-hidden">{waitingOf(view)}</p>
        </div>
        {screenOf(view)}
      </main>
    </>
  )
}

/** A route that is missing here does not compile. */
function screenOf(view: AuthView): ReactElement {
  switch (view.route) {
    case 'restoring':
      return <Restoring />
    case 'signIn':
      return <SignIn view={view} />
    case 'signUp':
      return <SignUp view={view} />
    case 'confirmSignUp':
      return <ConfirmSignUp view={view} />
    case 'signedIn':
      return <SignedIn view={view} />
    case 'signingOut':
      return <SigningOut />
  }
}
