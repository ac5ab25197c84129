import type { ReactForm } from '@authchart/react'

/** For a new password: `<Field>` of any other field shows no rules. */
export function Field({ field }: { field: ReactForm['fields'][number] }) {
  return (
    <div>
      <label htmlFor={field.inputProps.id}>{field.label}</label>
      <input {...field.inputProps} />
      {field.rules.length > 0 && (
        <ul {...field.rulesProps}>
          {field.rules.map((rule) => (
            <li key={rule.rule} {...rule.props}>
              {rule.label}
            </li>
          ))}
        </ul>
      )}
      {field.error && <em {...field.errorProps}>{field.error}</em>}
    </div>
  )
}
