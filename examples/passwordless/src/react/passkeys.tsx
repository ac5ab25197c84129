import type { ViewOf } from '@authchart/machine'
import { useEffect } from 'react'

/** After a sign-in, for a user without a passkey. */
export function PasskeyPrompt({ view }: { view: ViewOf<'passkeyPrompt'> }) {
  const { failure, isPending, submit, skip, never } = view
  return (
    <>
      <h1>Sign in faster next time</h1>
      <p role="alert">{failure?.message}</p>
      <button type="button" disabled={isPending} onClick={submit}>
        Create a passkey
      </button>
      <button type="button" onClick={skip}>
        Not now
      </button>
      <button type="button" onClick={never}>
        Never on this device
      </button>
    </>
  )
}

/** The passkeys of the account. */
export function Passkeys({ view }: { view: ViewOf<'signedIn'> }) {
  const { passkeys, failure, isPending, loadPasskeys, registerPasskey, deletePasskey } = view
  useEffect(() => loadPasskeys(), [loadPasskeys])
  return (
    <section aria-label="Passkeys">
      <p role="alert">{failure?.message}</p>
      <ul>
        {passkeys.data?.map(({ id, name }) => (
          <li key={id}>
            {name ?? 'Passkey'}
            <button type="button" disabled={isPending} onClick={() => deletePasskey({ id })}>
              Delete
            </button>
          </li>
        ))}
      </ul>
      <button type="button" disabled={isPending} onClick={registerPasskey}>
        Create a passkey
      </button>
    </section>
  )
}
