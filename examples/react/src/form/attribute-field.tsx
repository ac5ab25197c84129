import { attributeInput } from '@authchart/example-shared/attributes'
import { fieldFor } from '@authchart/example-shared/form'
import { TextField } from './text-field.tsx'

interface AttributeFieldProps {
  attribute: string
  defaultValue?: string | undefined
  required?: boolean
}

/** A field for a user attribute, by its name in Cognito. */
export function AttributeField({ attribute, defaultValue, required = true }: AttributeFieldProps) {
  const { label, type, autoComplete, hint } = attributeInput(attribute)
  return (
    <TextField
      label={required ? label : `${label} (optional)`}
      name={fieldFor(attribute)}
      type={type}
      autoComplete={autoComplete}
      hint={hint}
      required={required}
      defaultValue={defaultValue}
    />
  )
}
