import type { ViewOf } from '@authchart/machine'

/** A code by e-mail or SMS: instead of a password, or after one. */
export function Code({ view }: { view: ViewOf<'confirmSignIn'> }) {
  const { factor, destination, failure, isPending, canResend, submit, resend } = view
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        event.currentTarget.reset()
        submit({ code: String(data.get('code')) })
      }}
    >
      <h1>Enter the code</h1>
      <p>{destination && `We have sent it to ${destination}.`}</p>
      <p role="alert">{failure?.message}</p>
      <label>
        Code
        <input name="code" inputMode="numeric" autoComplete="one-time-code" />
      </label>
      <button type="submit" disabled={isPending}>
        Sign in
      </button>
      {factor === 'first' && (
        <button type="button" disabled={!canResend} onClick={() => resend()}>
          Send another code
        </button>
      )}
      <OtherFactors view={view} />
    </form>
  )
}

/** The browser shows a dialog of its own. This is for who has closed it. */
export function Passkey({ view }: { view: ViewOf<'passkey'> }) {
  const { pending, failure, isPending, submit } = view
  return (
    <>
      <h1>Sign in with your passkey</h1>
      <p role="status">{pending === 'signing' && 'Waiting for your passkey…'}</p>
      <p role="alert">{failure?.message}</p>
      <button type="button" disabled={isPending} onClick={() => submit()}>
        Try again
      </button>
      <OtherFactors view={view} />
    </>
  )
}

/** Every screen of a sign-in has it: `otherFactors` is empty where there is no other. */
function OtherFactors({ view }: { view: ViewOf<'confirmSignIn' | 'passkey'> }) {
  if (view.otherFactors.length === 0) return null
  return (
    <button type="button" onClick={view.goSelectFactor}>
      Another way
    </button>
  )
}
