import { emptySecrets, settleFocus } from '@authchart/example-shared/focus'
import { type FormValues, type FormView, readForm } from '@authchart/example-shared/form'
import { type FormError, findEmpty, toFormError } from '@authchart/example-shared/form-error'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { FormErrorContext } from './form-error-context.ts'

interface AuthFormProps {
  view: FormView
  submitLabel: string
  onSubmit: (values: FormValues) => void
  /** What is wrong with the values beyond being left empty. */
  check?: (values: FormValues) => FormError | undefined
  /** A stored value that the fields show: when it changes, the form is reset to it. */
  stored?: string
  /** For a user who has a code already: continues with the username alone. */
  onHaveCode?: (username: string) => void
  /** Likewise, for a user who has never confirmed the account. */
  onUnconfirmed?: (username: string) => void
  children?: ReactNode
}

/** A form with its alert, its buttons, and where the focus goes when an answer arrives. */
export function AuthForm(props: AuthFormProps) {
  const { view, submitLabel, onSubmit, check, stored, onHaveCode, onUnconfirmed, children } = props
  const { isPending, pending, failure } = view
  const form = useRef<HTMLFormElement>(null)
  const alertId = useId()
  const previous = useRef(pending)
  const isCancelled = useRef(false)
  const [problem, setProblem] = useState<FormError>()
  const error = isPending ? undefined : (problem ?? toFormError(failure))

  useEffect(() => {
    if (form.current && problem) settleFocus(form.current, problem)
  }, [problem])

  useEffect(() => {
    const answered = pending ? undefined : previous.current
    if (form.current && answered) {
      const isAccepted = !failure && !isCancelled.current && answered !== 'resending'
      if (isAccepted) emptySecrets(form.current)
      settleFocus(form.current, toFormError(failure))
    }
    if (pending) setProblem(undefined)
    isCancelled.current = false
    previous.current = pending
  }, [pending, failure])

  useEffect(() => {
    if (stored) form.current?.reset()
  }, [stored])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = readForm(event.currentTarget)
    const problem = findEmpty(event.currentTarget) ?? check?.(values)
    setProblem(problem)
    if (!problem) onSubmit(values)
  }

  function goOn(withUsername: (username: string) => void) {
    if (!form.current) return
    const problem = findEmpty(form.current, 'username')
    setProblem(problem)
    if (!problem) withUsername(readForm(form.current).username)
  }

  function cancel() {
    isCancelled.current = true
    view.cancel()
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit}>
      <FormErrorContext value={{ alertId, fields: error?.fields ?? [] }}>
        {children}
      </FormErrorContext>
      <p className="alert" role="alert" id={alertId}>
        {error?.message}
      </p>
      <div className="actions">
        <button
          className="primary"
          type="submit"
          disabled={isPending}
          aria-busy={pending !== undefined && pending !== 'resending'}
        >
          {submitLabel}
        </button>
        {pending && (
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        )}
      </div>
      {onHaveCode && (
        <p className="aside">
          <button type="button" className="link" onClick={() => goOn(onHaveCode)}>
            I have a code
          </button>
        </p>
      )}
      {onUnconfirmed && (
        <p className="aside">
          <button type="button" className="link" onClick={() => goOn(onUnconfirmed)}>
            I never confirmed my account
          </button>
        </p>
      )}
    </form>
  )
}
