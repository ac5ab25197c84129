import { confirmSignIn, signIn, signInWithRedirect } from 'aws-amplify/auth'
import { type FormEvent, useState } from 'react'

export function LoginPage() {
  const [needsCode, setNeedsCode] = useState(false)
  const [error, setError] = useState('')

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const read = (name: string) => String(data.get(name) ?? '')
    try {
      const { nextStep } = needsCode
        ? await confirmSignIn({ challengeResponse: read('code') })
        : await signIn({ username: read('username'), password: read('password') })
      setNeedsCode(nextStep.signInStep === 'CONFIRM_SIGN_IN_WITH_SMS_CODE')
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }

  return (
    <form onSubmit={submit}>
      {error && <p role="alert">{error}</p>}
      {needsCode ? (
        <input name="code" aria-label="Code" />
      ) : (
        <>
          <input name="username" aria-label="E-mail" />
          <input name="password" type="password" aria-label="Password" />
        </>
      )}
      <button type="submit">Sign in</button>
      <button type="button" onClick={() => signInWithRedirect({ provider: 'Apple' })}>
        Apple
      </button>
    </form>
  )
}
