import type { ViewOf } from '@authchart/machine'
import { validatorOf } from '@authchart/machine/validators'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type FieldError, useForm } from 'react-hook-form'

export function SignUpForm({ view }: { view: ViewOf<'signUp'> }) {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(validatorOf(view, 'submit', { defaultCountry: 'DE' })),
    criteriaMode: 'all',
    mode: 'onChange',
  })
  const { errors } = formState
  return (
    <form onSubmit={handleSubmit((form) => view.submit(form))} noValidate>
      <input {...register('username')} aria-label="User name" autoComplete="username" />
      <Errors of={errors.username} />
      <input {...register('attributes.email')} aria-label="Email" autoComplete="email" />
      <Errors of={errors.attributes?.email} />
      <input {...register('attributes.phone_number')} aria-label="Phone" autoComplete="tel" />
      <Errors of={errors.attributes?.phone_number} />
      <input {...register('password')} type="password" aria-label="Password" />
      <Errors of={errors.password} />
      <button type="submit" disabled={view.isPending}>
        Sign up
      </button>
    </form>
  )
}

/** Each message: a password has one for each rule that it breaks. */
function Errors({ of }: { of: FieldError | undefined }) {
  return Object.values(of?.types ?? {}).map((message) => (
    <p key={String(message)} role="alert">
      {message}
    </p>
  ))
}
