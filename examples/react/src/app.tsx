import { enterScreen } from '@authchart/example-shared/focus'
import { noticeOf, waitingOf } from '@authchart/example-shared/notices'
import { type Tab, wantedTab } from '@authchart/example-shared/tabs'
import type { AuthView } from '@authchart/machine'
import { useAuthMachine } from '@authchart/react'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { ConfirmContact } from './screens/confirm-contact.tsx'
import { ConfirmSignIn } from './screens/confirm-sign-in.tsx'
import { ConfirmSignUp } from './screens/confirm-sign-up.tsx'
import { CustomChallenge } from './screens/custom-challenge.tsx'
import { Elsewhere } from './screens/elsewhere.tsx'
import { ForgotPassword } from './screens/forgot-password.tsx'
import { NewPassword } from './screens/new-password.tsx'
import { Redirecting } from './screens/redirecting.tsx'
import { ResetPassword } from './screens/reset-password.tsx'
import { Restoring } from './screens/restoring.tsx'
import { SelectMfaType } from './screens/select-mfa-type.tsx'
import { SetupEmail } from './screens/setup-email.tsx'
import { SetupTotp } from './screens/setup-totp.tsx'
import { SignIn } from './screens/sign-in.tsx'
import { SignUp } from './screens/sign-up.tsx'
import { SignedIn } from './screens/signed-in.tsx'
import { SigningOut } from './screens/signing-out.tsx'
import { VerifyContact } from './screens/verify-contact.tsx'

export function App({ outboxUrl }: { outboxUrl: string | undefined }) {
  const view = useAuthMachine()
  const { route } = view
  const main = useRef<HTMLElement>(null)
  const previous = useRef(route)
  // Here, so that a step of the account that has a screen of its own leads back to it.
  const [tab, setTab] = useState(wantedTab)

  useEffect(() => {
    if (main.current) enterScreen(main.current, route, previous.current)
    if (previous.current === 'restoring' || route === 'signIn') setTab(wantedTab())
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
          <Elsewhere view={view} />
          <p className="visually-hidden">{waitingOf(view)}</p>
        </div>
        {screenOf(view, tab, setTab)}
      </main>
    </>
  )
}

/** A route that is missing here does not compile. */
function screenOf(view: AuthView, tab: Tab, onTab: (tab: Tab) => void): ReactElement {
  switch (view.route) {
    case 'restoring':
      return <Restoring />
    case 'signIn':
      return <SignIn view={view} />
    case 'redirecting':
      return <Redirecting view={view} />
    case 'confirmSignIn':
      return <ConfirmSignIn view={view} />
    case 'customChallenge':
      return <CustomChallenge view={view} />
    case 'selectMfaType':
      return <SelectMfaType view={view} />
    case 'setupTotp':
      return <SetupTotp view={view} />
    case 'setupEmail':
      return <SetupEmail view={view} />
    case 'newPassword':
      return <NewPassword view={view} />
    case 'signUp':
      return <SignUp view={view} />
    case 'confirmSignUp':
      return <ConfirmSignUp view={view} />
    case 'forgotPassword':
      return <ForgotPassword view={view} />
    case 'resetPassword':
      return <ResetPassword view={view} />
    case 'verifyContact':
      return <VerifyContact view={view} />
    case 'confirmContact':
      return <ConfirmContact view={view} />
    case 'signedIn':
      return <SignedIn view={view} tab={tab} onTab={onTab} />
    case 'signingOut':
      return <SigningOut />
  }
}
