import {
  signInWithToken,
  tokenFields,
  tokenProviders,
} from '@authchart/example-shared/provider-token'
import { useAuth, useAuthMachine } from '@authchart/react'
import { type FormEvent, useState } from 'react'

/** For apps that have a provider's own SDK: its token is good for AWS credentials alone. */
export function TokenSignIn() {
  const auth = useAuth()
  const isPending = useAuthMachine((view) => view.isPending)
  const [provider, setProvider] = useState('google')
  const [problem, setProblem] = useState('')

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setProblem(signInWithToken(auth, event.currentTarget))
  }

  return (
    <form method="post" noValidate onSubmit={submit}>
      <label>
        Provider
        <select name="provider" onChange={(event) => setProvider(event.currentTarget.value)}>
          {tokenProviders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {tokenFields(provider).map(({ name, label, isRequired }) => (
        <label key={name}>
          {label}
          <input name={name} required={isRequired} autoComplete="off" spellCheck={false} />
        </label>
      ))}
      <p className="alert" role="alert">
        {problem}
      </p>
      <button type="submit" disabled={isPending}>
        Sign in with the token
      </button>
    </form>
  )
}
