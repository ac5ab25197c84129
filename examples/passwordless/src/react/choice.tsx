import type { ViewOf } from '@authchart/machine'
import { factorLabels } from '../factor-labels.ts'

/** A button for each factor; the password has a field. */
export function Choice({ view }: { view: ViewOf<'selectFactor'> }) {
  const { username, options, failure, isPending, submit, goSignIn } = view
  return (
    <>
      <h1>How do you want to sign in, {username}?</h1>
      <p role="alert">{failure?.message}</p>
      {options.map(
        (factor) =>
          factor !== 'PASSWORD' && (
            <button
              key={factor}
              type="button"
              disabled={isPending}
              onClick={() => submit({ factor })}
            >
              {factorLabels[factor]}
            </button>
          ),
      )}
      {options.includes('PASSWORD') && (
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            event.currentTarget.reset()
            submit({ factor: 'PASSWORD', password: String(data.get('password')) })
          }}
        >
          <label>
            Password
            <input name="password" type="password" autoComplete="current-password" />
          </label>
          <button type="submit" disabled={isPending}>
            {factorLabels.PASSWORD}
          </button>
        </form>
      )}
      <button type="button" onClick={goSignIn}>
        Not {username}?
      </button>
    </>
  )
}
