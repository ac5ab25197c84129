import { tidyName } from '../../tidy-input.ts'
import { checkLength } from './check-value.ts'
import type { FieldProblem } from './field-problem.ts'

/** One `@`, a domain with a dot, no blanks. Cognito has the last word. */
export function checkEmail(text: string): FieldProblem | undefined {
  const email = tidyName(text)
  const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)
  return isEmail || !email ? checkLength(email) : { key: 'invalidEmail' }
}

/** A number that `normalizePhone` brings into the form E.164. */
export function checkPhone(
  text: string,
  normalizePhone: (text: string) => string | undefined,
): FieldProblem | undefined {
  return !text.trim() || normalizePhone(text) ? undefined : { key: 'invalidPhone' }
}

/** 1 to 128 characters without blanks: `UsernameType` of Cognito. An e-mail address and a phone number are that, too. */
export function checkUsername(text: string): FieldProblem | undefined {
  const username = tidyName(text)
  const isUsername = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]*$/u.test(username)
  return isUsername ? checkLength(username, 128) : { key: 'invalidUsername' }
}
