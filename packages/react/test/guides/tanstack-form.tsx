import type { SignUpForm as Payload, ViewOf } from '@authchart/machine'
import { validatorOf } from '@authchart/machine/validators'
import { useForm } from '@tanstack/react-form'

const empty: Payload = { username: '', password: '', attributes: { email: '', phone_number: '' } }

const fields = [
  { name: 'username', label: 'User name', type: 'text' },
  { name: 'attributes.email', label: 'Email', type: 'email' },
  { name: 'attributes.phone_number', label: 'Phone', type: 'tel' },
  { name: 'password', label: 'Password', type: 'password' },
] as const

export function SignUpForm({ view }: { view: ViewOf<'signUp'> }) {
  const schema = validatorOf(view, 'submit', { defaultCountry: 'DE' })
  const form = useForm({
    defaultValues: empty,
    validators: { onChange: schema },
    onSubmit: ({ value }) => {
      // TanStack Form hands out what was typed; the schema makes it what is sent.
      const result = schema['~standard'].validate(value)
      if (!result.issues) view.submit(result.value)
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      {fields.map(({ name, label, type }) => (
        <form.Field key={name} name={name}>
          {({ state, handleChange }) => (
            <>
              <input
                name={name}
                type={type}
                aria-label={label}
                value={String(state.value ?? '')}
                onChange={(event) => handleChange(event.target.value)}
              />
              {state.meta.isTouched &&
                state.meta.errors.map((error) => (
                  <p key={error?.message} role="alert">
                    {error?.message}
                  </p>
                ))}
            </>
          )}
        </form.Field>
      ))}
      <button type="submit" disabled={view.isPending}>
        Sign up
      </button>
    </form>
  )
}
