import { useAuthForm } from '@authchart/react'

/** Every screen, by `useAuthForm()`. */
export function Screens() {
  const form = useAuthForm()
  return (
    <form key={form.key} {...form.formProps}>
      <h1 data-home={form.route === 'signedIn' ? '' : undefined} {...form.titleProps}>
        {form.title}
      </h1>
      <p role="alert">{form.error}</p>
      {form.fields.map((field) => (
        <label key={field.name}>
          {field.label} <input {...field.inputProps} />
        </label>
      ))}
      {form.submitLabel && <button {...form.submitProps}>{form.submitLabel}</button>}
      {form.actions.map(({ name, label, buttonProps }) => (
        <button key={name} {...buttonProps}>
          {label}
        </button>
      ))}
    </form>
  )
}
