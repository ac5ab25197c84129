import type { ViewOf } from '@authchart/machine'
import { useEffect } from 'react'

/** Sets the first password of a user who has none, or changes it. */
export function SetPassword({ view }: { view: ViewOf<'signedIn'> }) {
  const { factors, failure, notice, isPending, loadFactors, changePassword } = view
  useEffect(() => loadFactors(), [loadFactors])
  if (!factors.data) return null
  const hasPassword = factors.data.includes('PASSWORD')
  return (
    <form
      aria-label="Password"
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        event.currentTarget.reset()
        changePassword({
          previousPassword: hasPassword ? String(data.get('previous')) : undefined,
          password: String(data.get('password')),
        })
      }}
    >
      <p role="alert">{failure?.message}</p>
      <p role="status">{notice === 'passwordChanged' && 'Your password is set.'}</p>
      {hasPassword && <input name="previous" type="password" autoComplete="current-password" />}
      <input name="password" type="password" autoComplete="new-password" />
      <button type="submit" disabled={isPending}>
        Set the password
      </button>
    </form>
  )
}
