import type { AuthFailure } from '../../errors/failure.ts'
import type { FieldDescription } from '../describe/description.ts'

const kindOfAttribute: Readonly<Record<string, string>> = { email: 'email', phone_number: 'phone' }

/** The field that a failure is about, if the form has it. */
export function fieldOfFailure(
  { field, attribute }: AuthFailure,
  fields: readonly FieldDescription[],
): FieldDescription | undefined {
  const named = (name: string | undefined) => fields.find((other) => other.name === name)
  if (attribute === undefined) return named(field)
  return (
    named(`attributes.${attribute}`) ??
    // The user name is the e-mail or the phone number.
    fields.find(({ isUsername, kind }) => isUsername && kind === kindOfAttribute[attribute]) ??
    named(field)
  )
}
