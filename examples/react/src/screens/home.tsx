import type { ViewOf } from '@authchart/machine'

export function Home({ view: { user, signOut, globalSignOut } }: { view: ViewOf<'signedIn'> }) {
  return (
    <>
      <dl className="facts">
        <dt>Email</dt>
        <dd>{user.email ?? user.username}</dd>
        <dt>User id</dt>
        <dd>
          <code>{user.userId}</code>
        </dd>
      </dl>
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
