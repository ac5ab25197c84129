import { settleFocus } from '@authchart/example-shared/focus'
import {
  alertId,
  type FormError,
  type FormValues,
  findEmpty,
  readForm,
  toFormError,
} from '@authchart/example-shared/form'
import type { ViewOf } from '@authchart/machine'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { FormErrorContext } from './form-error-context.ts'

interface AuthFormProps {
  view: ViewOf<'signIn' | 'signUp' | 'confirmSignUp'>
  submitLabel: string
  onSubmit: (values: FormValues) => void
  children: ReactNode
}

/** A form of one screen: its alert, its buttons, and where the focus goes when an answer arrives. */
export function AuthForm({ view, submitLabel, onSubmit, children }: AuthFormProps) {
  const { isPending, failure } = view
  const form = useRef<HTMLFormElement>(null)
  const wasPending = useRef(false)
  const [empty, setEmpty] = useState<FormError>()
  const error = isPending ? undefined : (empty ?? toFormError(failure))

  useEffect(() => {
    if (form.current && empty) settleFocus(form.current, empty)
  }, [empty])

  useEffect(() => {
    if (form.current && wasPending.current && !isPending) {
      settleFocus(form.current, toFormError(failure))
    }
    if (isPending) setEmpty(undefined)
    wasPending.current = isPending
  }, [isPending, failure])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = readForm(event.currentTarget)
    const empty = findEmpty(event.currentTarget, values)
    setEmpty(empty)
    if (!empty) onSubmit(values)
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit}>
      <FormErrorContext value={error}>{children}</FormErrorContext>
      <p className="alert" role="alert" id={alertId}>
        {error?.message}
      </p>
      <div className="actions">
        <button
          className="primary"
          type="submit"
          disabled={isPending}
          aria-busy={isPending && view.pending !== 'resending'}
        >
          {submitLabel}
        </button>
        {isPending && (
          <button type="button" onClick={view.cancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  )
}
