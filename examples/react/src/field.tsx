import type { ReactForm } from '@authchart/react'
import { type ReactNode, useState } from 'react'

type FieldOf = ReactForm['fields'][number]

interface FieldProps {
  field: FieldOf
  /** Below the field. */
  children?: ReactNode
}

/** A field with its label, its rules or hint, and what is wrong with it. */
export function Field({ field, children }: FieldProps) {
  const { kind, rules, hint } = field
  return (
    <div className="field" {...field.groupProps}>
      {kind === 'choice' ? (
        <Choice field={field} />
      ) : kind === 'checkbox' ? (
        <label className="choice">
          <input {...field.inputProps} />
          {field.label}
        </label>
      ) : (
        <Input field={field} />
      )}
      {rules.length > 0 ? (
        <>
          <ul className="rules" {...field.rulesProps}>
            {rules.map(({ rule, label, props }) => (
              <li key={rule} {...props}>
                {label}
              </li>
            ))}
          </ul>
          <p className="visually-hidden" {...field.rulesStatusProps} />
        </>
      ) : (
        hint && (
          <p className="hint" {...field.hintProps}>
            {hint}
          </p>
        )
      )}
      <p className="alert" {...field.errorProps}>
        {field.error}
      </p>
      {children}
    </div>
  )
}

function Choice({ field: { label, options } }: { field: FieldOf }) {
  return (
    <>
      {/* The group is labelled by it already. */}
      <p className="label" aria-hidden="true">
        {label}
      </p>
      {options.map(({ value, label, inputProps }) => (
        <label key={value} className="choice">
          <input {...inputProps} />
          {label}
        </label>
      ))}
    </>
  )
}

/** A password can be looked at. It lives in the input alone, never in a state. */
function Input({ field: { label, inputProps, showLabel } }: { field: FieldOf }) {
  const [isShown, setShown] = useState(false)
  return (
    <>
      <label htmlFor={inputProps.id}>{label}</label>
      {showLabel ? (
        <div className="password">
          <input {...inputProps} type={isShown ? 'text' : 'password'} />
          <button
            type="button"
            className="eye"
            aria-label={showLabel}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            // The caret stays where it is.
            onMouseDown={(event) => event.preventDefault()}
          />
        </div>
      ) : (
        <input {...inputProps} />
      )}
    </>
  )
}
