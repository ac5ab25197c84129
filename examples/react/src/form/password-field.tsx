import type { PasswordCheck } from '@authchart/machine'
import { useId, useState } from 'react'
import { PasswordRules } from './password-rules.tsx'
import { useFieldError } from './use-field-error.ts'

interface PasswordFieldProps {
  label?: string
  name?: 'password' | 'previousPassword'
  autoComplete: 'current-password' | 'new-password'
  /** For a new password: shows which rules it follows while the user types. */
  checkPassword?: (password: string) => readonly PasswordCheck[]
}

/** A password that can be looked at. It lives in the input alone, never in a state. */
export function PasswordField(props: PasswordFieldProps) {
  const { label = 'Password', name = 'password', autoComplete, checkPassword } = props
  const id = useId()
  const rulesId = useId()
  const [isShown, setShown] = useState(false)
  const [checks, setChecks] = useState(() => checkPassword?.(''))
  const fieldError = useFieldError(name, checks && rulesId)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="password">
        <input
          {...fieldError}
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          required
          onInput={(event) => setChecks(checkPassword?.(event.currentTarget.value))}
        />
        <button
          type="button"
          className="eye"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className="visually-hidden">Show {label.toLowerCase()}</span>
        </button>
      </div>
      {checks && <PasswordRules id={rulesId} checks={checks} />}
    </div>
  )
}
