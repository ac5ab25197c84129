import Auth from '@aws-amplify/auth'
import { useState } from 'react'
import { auth } from './auth'
import { signInWithRedirect } from './auth-calls'

export function SignInForm({ onSignedIn }) {
  const [challenged, setChallenged] = useState(null)
  const [error, setError] = useState('')

  async function submit(event) {
    event.preventDefault()
    const { username, password, code } = Object.fromEntries(new FormData(event.target))
    try {
      const user = challenged
        ? await Auth.confirmSignIn(challenged, code, challenged.challengeName)
        : await Auth.signIn(username, password)
      if (user.challengeName === 'SMS_MFA') setChallenged(user)
      else onSignedIn((await auth.getSession()).user)
    } catch (failure) {
      setError(failure.message)
    }
  }

  return (
    <form onSubmit={submit}>
      {error && <p role="alert">{error}</p>}
      {challenged ? (
        <input name="code" aria-label="Code" />
      ) : (
        <>
          <input name="username" aria-label="E-mail" />
          <input name="password" type="password" aria-label="Password" />
        </>
      )}
      <button type="submit">Sign in</button>
      <button
        type="button"
        onClick={() =>
          signInWithRedirect({ provider: 'Google', customState: 'form' })
        }
      >
        Google
      </button>
    </form>
  )
}
