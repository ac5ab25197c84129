import { alertId } from '@authchart/example-shared/form'
import type { FailureField } from '@authchart/machine'
import { type ComponentProps, use, useId } from 'react'
import { FormErrorContext } from './form-error-context.ts'

interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  name: FailureField
}

/** A labelled, required input, which says so when the form's error is about it. */
export function TextField({ label, name, ...input }: TextFieldProps) {
  const id = useId()
  const isRefused = use(FormErrorContext)?.field === name
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        required
        aria-invalid={isRefused}
        aria-describedby={isRefused ? alertId : undefined}
      />
    </div>
  )
}
