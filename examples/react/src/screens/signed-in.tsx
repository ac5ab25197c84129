import { messageOf } from '@authchart/example-shared/messages'
import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'

export function SignedIn({ view }: { view: ViewOf<'signedIn'> }) {
  const { user, failure, signOut, globalSignOut } = view
  return (
    <>
      <h1 tabIndex={-1}>{titles.signedIn}</h1>
      <dl className="facts">
        <dt>Email</dt>
        <dd>{user.email ?? user.username}</dd>
        <dt>User id</dt>
        <dd>
          <code>{user.userId}</code>
        </dd>
      </dl>
      <p className="alert" role="alert">
        {failure && messageOf(failure)}
      </p>
      <div className="actions">
        <button type="button" className="primary" onClick={signOut}>
          Sign out
        </button>
        <button type="button" onClick={globalSignOut}>
          Sign out everywhere
        </button>
      </div>
    </>
  )
}
