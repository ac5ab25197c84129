import type { ReactForm } from '@authchart/react'

export function Form({ form }: { form: ReactForm }) {
  return (
    <form key={form.key} {...form.formProps}>
      <h1 {...form.titleProps}>{form.title}</h1>
      {form.fields.map((field) => (
        <label key={field.name}>
          {field.label} <input {...field.inputProps} />
        </label>
      ))}
      <button {...form.submitProps}>{form.submitLabel}</button>
      {form.actions.map((action) => (
        <button key={action.name} {...action.buttonProps}>
          {action.label}
        </button>
      ))}
    </form>
  )
}
