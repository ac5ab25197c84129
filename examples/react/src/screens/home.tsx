import { noAccountReason } from '@authchart/example-shared/account-kind'
import { greetingText } from '@authchart/example-shared/providers'
import type { ViewOf } from '@authchart/machine'
import { AwsIdentity } from './aws-identity.tsx'
import { Section } from './settings/section.tsx'

export function Home({ view }: { view: ViewOf<'signedIn'> }) {
  const { user, greeting, signOut, globalSignOut } = view
  return (
    <>
      <p className="lead">{greetingText(greeting)}</p>
      <dl className="facts">
        <dt>Email</dt>
        <dd>{user.email ?? user.username}</dd>
        <dt>User id</dt>
        <dd>
          <code>{user.userId}</code>
        </dd>
      </dl>
      <div className="actions">
        <button type="button" onClick={signOut}>
          Sign out
        </button>
        {!noAccountReason(user) && (
          <button type="button" onClick={globalSignOut}>
            Sign out everywhere
          </button>
        )}
      </div>
      <Section title="AWS identity">
        <AwsIdentity kind="User" />
      </Section>
    </>
  )
}
