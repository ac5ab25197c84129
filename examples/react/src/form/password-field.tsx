import { alertId } from '@authchart/example-shared/form'
import { use, useId, useState } from 'react'
import { FormErrorContext } from './form-error-context.ts'

interface PasswordFieldProps {
  autoComplete: 'current-password' | 'new-password'
  hint?: string
}

/** A password that can be looked at. It lives in the input alone, never in a state. */
export function PasswordField({ autoComplete, hint }: PasswordFieldProps) {
  const id = useId()
  const hintId = useId()
  const [isShown, setShown] = useState(false)
  const isRefused = use(FormErrorContext)?.field === 'password'
  const describedBy = [hint && hintId, isRefused && alertId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>Password</label>
      <div className="password">
        <input
          id={id}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          required
          aria-invalid={isRefused}
          aria-describedby={describedBy || undefined}
        />
        <button
          type="button"
          className="eye"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className="visually-hidden">Show password</span>
        </button>
      </div>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
