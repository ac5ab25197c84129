import { type ReactForm, useAuthForm } from '@authchart/react'

/** Every screen: sign-in, sign-up, codes, second factors, the account. */
export function Auth() {
  return <Form form={useAuthForm()} />
}

function Form({ form }: { form: ReactForm }) {
  return (
    <>
      <form key={form.key} {...form.formProps}>
        <h1 {...form.titleProps}>{form.title}</h1>
        <p role="status">{form.status}</p>
        <p>{form.text}</p>
        {form.setup && <code>{form.setup.key()}</code>}
        {form.error && <p role="alert">{form.error}</p>}
        {form.accountProps && <input {...form.accountProps} />}
        {form.fields.map((field) => (
          <div key={field.name} {...field.groupProps}>
            <label htmlFor={field.inputProps.id}>{field.label}</label>
            {field.options.length === 0 && <input {...field.inputProps} />}
            {field.options.map((option) => (
              <label key={option.value}>
                <input {...option.inputProps} /> {option.label}
              </label>
            ))}
            {field.hint && <small {...field.hintProps}>{field.hint}</small>}
            {field.error && <em {...field.errorProps}>{field.error}</em>}
          </div>
        ))}
        {form.submitLabel && <button {...form.submitProps}>{form.submitLabel}</button>}
        {form.actions.map((action) => (
          <button key={action.name} {...action.buttonProps}>
            {action.label}
          </button>
        ))}
      </form>
      {form.sections.map((section) => (
        <Form key={section.name} form={section} />
      ))}
    </>
  )
}
