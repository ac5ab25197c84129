import { say } from '../words/phrase.ts'
import type { Words } from '../words/words.ts'
import type { FieldProblems, FormValues } from './auth-form.ts'
import { checkEmail, checkPhone, checkUsername } from './checks/check-identity.ts'
import { checkNewPassword, checkRepeatedPassword } from './checks/check-new-password.ts'
import { checkCode, checkDate, checkLength, checkRequired } from './checks/check-value.ts'
import type { FieldProblem } from './checks/field-problem.ts'
import type { FieldDescription } from './describe/description.ts'

/** How values are read: which phone numbers there are, and the words that a user may have to type. */
export interface CheckOptions {
  readonly normalizePhone: (text: string) => string | undefined
  readonly words: Words
}

/** What is wrong with the values of these fields; `undefined` for nothing. */
export function checkForm(
  fields: readonly FieldDescription[],
  values: FormValues,
  options: CheckOptions,
): FieldProblems | undefined {
  const problems = fields.flatMap((field) => {
    const problem = checkField(field, values, options)
    return problem ? [[field.name, problem] as const] : []
  })
  return problems.length > 0 ? Object.fromEntries(problems) : undefined
}

function checkField(
  field: FieldDescription,
  values: FormValues,
  { normalizePhone, words }: CheckOptions,
): FieldProblem | undefined {
  const { name, kind, isRequired, isUsername, policy, repeats, confirms } = field
  const value = values[name] ?? ''
  const missing = isRequired ? checkRequired(value, kind === 'password') : undefined
  if (missing || value === '') return missing
  if (policy) return checkNewPassword(value, policy)
  if (repeats) return checkRepeatedPassword(values[repeats] ?? '', value)
  if (confirms) return checkConfirmation(value, say(words, { key: confirms }))
  switch (kind) {
    case 'email':
      return checkEmail(value)
    case 'phone':
      return checkPhone(value, normalizePhone)
    case 'code':
      return checkCode(value)
    case 'date':
      return checkDate(value)
    case 'text':
      return isUsername ? checkUsername(value) : checkLength(value)
    default:
      return undefined
  }
}

function checkConfirmation(value: string, word: string): FieldProblem | undefined {
  const isWord = value.trim().toLocaleLowerCase() === word.toLocaleLowerCase()
  return isWord ? undefined : { key: 'notConfirmed', values: { word } }
}
