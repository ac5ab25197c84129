import { Secret } from './secret.ts'

interface Typed {
  readonly username?: unknown
  readonly email?: unknown
  readonly loginHint?: unknown
  readonly code?: unknown
  readonly attributes?: unknown
  readonly answer?: unknown
}

/** Blanks and dashes of every kind, also those without a width. */
const separators = /[\s\u200b-\u200d\u2060\u2010-\u2015\u2212-]/g

/** What people put between the digits of a phone number. */
const phoneSeparators = /[\s\u200b-\u200d\u2060\u2010-\u2015\u2212().-]/g

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

/**
 * What was typed into a form, as Cognito wants it: user names and e-mails without blanks at the ends
 * (their case is kept: whether it counts is the pool's choice), codes and phone numbers without what
 * is put between their digits. Passwords and answers are never touched.
 */
export function tidyInput<T>(input: T): T {
  if (typeof input !== 'object' || input === null || input instanceof Secret) return input
  const { username, email, loginHint, code, attributes, answer }: Typed = input
  return {
    ...input,
    ...(username !== undefined && { username: trimmed(username) }),
    ...(email !== undefined && { email: trimmed(email) }),
    ...(loginHint !== undefined && { loginHint: trimmed(loginHint) }),
    ...(code instanceof Secret && { code: tidyCode(code) }),
    ...(isRecord(attributes) && { attributes: tidyContacts(attributes) }),
    // What answers a challenge lies one level deeper.
    ...(isRecord(answer) && { answer: tidyInput(answer) }),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof Secret)

function tidyCode(code: Secret): Secret {
  const value: unknown = code.reveal()
  return typeof value === 'string' ? new Secret(value.replace(separators, '')) : code
}

function tidyContacts(attributes: Readonly<Record<string, unknown>>) {
  const { email, phone_number: phone } = attributes
  return {
    ...attributes,
    ...(email !== undefined && { email: trimmed(email) }),
    ...(typeof phone === 'string' && { phone_number: phone.replace(phoneSeparators, '') }),
  }
}
