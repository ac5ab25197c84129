import type { FieldName } from '@authchart/example-shared/form'
import { type ComponentProps, useId } from 'react'
import { useFieldError } from './use-field-error.ts'

interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  name: FieldName
  hint?: string | undefined
}

/** A labelled input, required by default. It shows when the form's error is about it. */
export function TextField({ label, name, hint, ...input }: TextFieldProps) {
  const id = useId()
  const hintId = useId()
  const fieldError = useFieldError(name, hint && hintId)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input required {...input} {...fieldError} id={id} name={name} />
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
