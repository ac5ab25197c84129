import { Secret } from './secret.ts'

/** Characters that users type between the digits of a code or a phone number, some without a width. */
const separators = /[\s\u200b-\u200d\u2060\u2010-\u2015\u2212().-]/g

/**
 * What was typed into a form, as Cognito wants it: user names and e-mails without blanks at the ends
 * (their case does not change: the pool decides whether it counts), codes and phone numbers without what
 * is put between their digits. Passwords and answers are never touched.
 */
export function tidyInput<T>(input: T): T {
  if (typeof input !== 'object' || input === null || input instanceof Secret) return input
  // The same members, and each of the same type.
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, tidyMember(name, value)]),
  ) as T
}

function tidyMember(name: string, value: unknown): unknown {
  // What answers a challenge lies one level deeper.
  if (name === 'attributes' || name === 'answer') return tidyInput(value)
  if (name === 'code' && value instanceof Secret) return new Secret(tidyDigits(value.reveal()))
  if (name === 'phone_number') return tidyDigits(value)
  const isName = name === 'username' || name === 'email' || name === 'loginHint'
  return isName && typeof value === 'string' ? value.trim() : value
}

const tidyDigits = <T>(value: T) =>
  typeof value === 'string' ? value.replace(separators, '') : value
