import type { AuthView } from '@authchart/machine'

/** Another tab has signed a user in: this page says so, and its user decides whether to follow. */
export function Elsewhere({ view }: { view: AuthView }) {
  if (!view.elsewhere || !('goSignedIn' in view)) return null
  return (
    <p className="notice">
      {view.elsewhere.email ?? view.elsewhere.username} has signed in in another tab.{' '}
      <button type="button" className="link" onClick={view.goSignedIn}>
        Continue with that account
      </button>
    </p>
  )
}
