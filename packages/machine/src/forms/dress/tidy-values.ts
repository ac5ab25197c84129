import { tidyDigits, tidyName } from '../../tidy-input.ts'
import type { FormValues } from '../auth-form.ts'
import type { FieldDescription } from '../describe/description.ts'

/** What was typed, as it is sent: each value by the kind of its field. Passwords and answers stay as they are. */
export function tidyValues(
  fields: readonly FieldDescription[],
  values: FormValues,
  normalizePhone: (text: string) => string | undefined,
): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, tidyValue(field, values[field.name] ?? '', normalizePhone)]),
  )
}

function tidyValue(
  { kind, name, isUsername, isPhoneToo }: FieldDescription,
  value: string,
  normalizePhone: (text: string) => string | undefined,
): string {
  switch (kind) {
    case 'password':
    case 'checkbox':
    case 'choice':
      return value
    case 'code':
      return tidyDigits(value)
    case 'phone':
      return normalizePhone(value) ?? value.trim()
    case 'email':
      return tidyName(value)
    default:
      if (name === 'answer') return value
      return isUsername ? tidyUsername(value, isPhoneToo, normalizePhone) : value.trim()
  }
}

/** A user name of digits stays as it is, unless it begins as a number with a country code does. */
function tidyUsername(
  value: string,
  isPhoneToo: boolean | undefined,
  normalizePhone: (text: string) => string | undefined,
): string {
  const isNumber = isPhoneToo ? /^[+\d\s().-]+$/.test(value) : /^\s*(\+|00)[\d\s().-]+$/.test(value)
  return (isNumber && normalizePhone(value)) || tidyName(value)
}
