import type { FieldName } from '@authchart/example-shared/form'
import { useFieldError } from './use-field-error.ts'

interface RadioGroupProps {
  legend: string
  name: FieldName
  options: readonly {
    readonly value: string
    readonly label: string
    readonly isDisabled?: boolean
  }[]
  defaultValue: string | undefined
}

/** One of several. */
export function RadioGroup({ legend, name, options, defaultValue }: RadioGroupProps) {
  const fieldError = useFieldError(name)
  return (
    <fieldset className="field" aria-describedby={fieldError['aria-describedby']}>
      <legend>{legend}</legend>
      {options.map(({ value, label, isDisabled }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            disabled={isDisabled}
            required
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
