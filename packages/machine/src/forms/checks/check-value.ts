import { tidyDigits } from '../../tidy-input.ts'
import type { FieldProblem } from './field-problem.ts'

// Each check but `checkRequired` lets an empty value pass: a field may be optional.

/** A value that is not blank. A password of blanks only is a value: its rules say what is wrong. */
export function checkRequired(text: string, isPassword = false): FieldProblem | undefined {
  return (isPassword ? text : text.trim()) ? undefined : { key: 'required' }
}

/** At most `max` characters: Cognito takes 2048 in an attribute. */
export function checkLength(text: string, max = 2048): FieldProblem | undefined {
  return text.length > max ? { key: 'tooLong', values: { max } } : undefined
}

/** A code, however it is typed: an e-mail with a code for the sign-in has 8 digits, all others have 6. */
export function checkCode(text: string): FieldProblem | undefined {
  const code = tidyDigits(text)
  return /^\d{6,8}$/.test(code) || !code
    ? undefined
    : { key: 'invalidCode', values: { min: 6, max: 8 } }
}

/** A day of the calendar as `YYYY-MM-DD`: the standard claim `birthdate`. The year may be 0000, for an unknown one. */
export function checkDate(text: string): FieldProblem | undefined {
  const date = text.trim()
  // JavaScript reads 30 February as 2 March; `toJSON` of no day at all is null.
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && new Date(date).toJSON()?.startsWith(date)
  return isDay || !date ? undefined : { key: 'invalidDate' }
}
