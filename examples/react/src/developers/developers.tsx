import type { AuthRoute } from '@authchart/machine'
import { AwsIdentity } from './aws-identity.tsx'
import { TokenSignIn } from './token-sign-in.tsx'

/** What is for developers is no part of the screens, and in English. */
export function Developers({ route }: { route: AuthRoute }) {
  if (route !== 'signIn' && route !== 'signedIn') return null
  const kind = route === 'signIn' ? 'Guest' : 'User'
  return (
    <aside className="card developers" aria-label="For developers" lang="en" dir="ltr">
      {kind === 'Guest' && (
        <details>
          <summary>Sign in with a provider’s token</summary>
          <TokenSignIn />
        </details>
      )}
      <details>
        <summary>AWS identity</summary>
        <AwsIdentity key={kind} kind={kind} />
      </details>
    </aside>
  )
}
