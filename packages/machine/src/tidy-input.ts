import { Secret } from './secret.ts'

/** Characters that users type between the digits of a code or a phone number, some without a width. */
const separators = /[\s\p{Cf}\p{Pd}\u2212()./]/gu

/** Direction marks and others without a width, which come with a pasted text. Cognito takes none in a user name. */
const marks = /\p{Cf}/gu

/**
 * What was typed into a form, as Cognito wants it: user names and e-mails without blanks at the ends
 * (their case does not change: the pool decides whether it counts), codes and phone numbers in ASCII digits,
 * without what is put between them. Passwords and answers are never touched.
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
  if (typeof value !== 'string') return value
  if (name === 'phone_number') return tidyDigits(value)
  return name === 'username' || name === 'email' || name === 'loginHint' ? tidyName(value) : value
}

/** A user name or an e-mail address without blanks at its ends and characters without a width. */
export function tidyName(text: string): string {
  return text.replace(marks, '').trim()
}

/** A code or a phone number in ASCII digits, without blanks, dashes and brackets. */
export function tidyDigits(text: string): string {
  return (
    text
      // Full-width digits, and the plus sign before them.
      .normalize('NFKC')
      .replace(separators, '')
      // Arabic and Persian digits: both blocks begin at a multiple of 16.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
  )
}
