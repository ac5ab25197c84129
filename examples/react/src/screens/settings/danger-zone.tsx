import { noAccountReason } from '@authchart/example-shared/account-kind'
import { dangerZoneTitle } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { useId, useState } from 'react'
import { DeleteAccount } from './delete-account.tsx'
import { Section } from './section.tsx'

export function DangerZone({ view }: { view: ViewOf<'signedIn'> }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const hasAccount = !noAccountReason(view.user)
  return (
    <Section title={dangerZoneTitle}>
      <div className="actions">
        <button type="button" onClick={view.signOut}>
          Sign out
        </button>
        {hasAccount && (
          <>
            <button type="button" onClick={view.globalSignOut}>
              Sign out everywhere
            </button>
            <button
              type="button"
              className="danger"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              Delete the account
            </button>
          </>
        )}
      </div>
      <div id={id}>{isOpen && <DeleteAccount view={view} />}</div>
    </Section>
  )
}
