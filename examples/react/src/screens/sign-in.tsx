import { idleView, sectionView } from '@authchart/example-shared/section-view'
import { titles } from '@authchart/example-shared/titles'
import type { PendingLeaf, ViewOf } from '@authchart/machine'
import { useState } from 'react'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { UsernameField } from '../form/username-field.tsx'
import { AwsIdentity } from './aws-identity.tsx'
import { Providers } from './providers.tsx'
import { TokenSignIn } from './token-sign-in.tsx'

export function SignIn({ view }: { view: ViewOf<'signIn'> }) {
  const { pending } = view
  const [task, setTask] = useState<PendingLeaf>()
  // The form that was submitted last shows its own failure; the password form shows all others.
  if (pending && pending !== task) setTask(pending)

  return (
    <>
      <h1 tabIndex={-1}>{titles.signIn}</h1>
      <AuthForm
        view={task === 'federating' ? idleView(view) : view}
        submitLabel="Sign in"
        onSubmit={({ username, password }) => view.submit({ username, password })}
      >
        <UsernameField username={view.username} />
        <PasswordField autoComplete="current-password" />
      </AuthForm>
      <p className="aside">
        <button type="button" className="link" onClick={view.goForgotPassword}>
          Forgot your password?
        </button>
      </p>
      <p className="aside">
        New here?{' '}
        <button type="button" className="link" onClick={view.goSignUp}>
          Create an account
        </button>
      </p>
      <Providers view={view} />
      <div className="developers">
        <TokenSignIn view={sectionView(view, task, ['federating'])} />
        <details className="more">
          <summary>AWS identity of a guest</summary>
          <AwsIdentity kind="Guest" />
        </details>
      </div>
    </>
  )
}
