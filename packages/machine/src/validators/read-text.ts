import { checkEmail, checkPhone, checkUsername } from '../forms/checks/check-identity.ts'
import { checkNewPassword } from '../forms/checks/check-new-password.ts'
import { checkCode, checkDate } from '../forms/checks/check-value.ts'
import type { FieldProblem } from '../forms/checks/field-problem.ts'
import type { LoginMechanism } from '../ports/index.ts'
import { tidyDigits, tidyName } from '../tidy-input.ts'
import type { AuthView } from '../view/views/auth-views.ts'

/** A text as it will be sent, and what is wrong with it. */
export interface TextReading {
  readonly text: string
  readonly problem?: FieldProblem | undefined
}

export type NormalizePhone = (text: string) => string | undefined

/** Reads a text that is not empty, by the name of its member or attribute. */
export function readText(
  name: string,
  text: string,
  view: AuthView,
  normalizePhone: NormalizePhone,
): TextReading {
  switch (name) {
    case 'username':
      return readUsername(text, view, normalizePhone)
    case 'email':
      return { text: tidyName(text), problem: checkEmail(text) }
    case 'phone_number':
      return {
        text: normalizePhone(text) ?? tidyDigits(text),
        problem: checkPhone(text, normalizePhone),
      }
    case 'loginHint':
      return { text: tidyName(text) }
    case 'birthdate':
      return { text: text.trim(), problem: checkDate(text) }
    case 'code':
      return { text: tidyDigits(text), problem: checkCode(text) }
    case 'password':
      return {
        text,
        problem: 'passwordPolicy' in view ? checkNewPassword(text, view.passwordPolicy) : undefined,
      }
    case 'mfaType':
      return readChoice(text, view.route === 'selectMfaType' ? view.options : [])
    case 'attribute':
      return readChoice(
        text,
        view.route === 'verifyContact'
          ? view.contacts.map(({ attribute }) => attribute)
          : ['email', 'phone_number'],
      )
    default:
      return { text }
  }
}

/** Without user names in the pool it is an e-mail address or a phone number. */
function readUsername(text: string, view: AuthView, normalizePhone: NormalizePhone): TextReading {
  const loginWith: readonly LoginMechanism[] = 'loginWith' in view ? view.loginWith : ['username']
  const [hasPhone, hasEmail] = [loginWith.includes('phone'), loginWith.includes('email')]
  if (!loginWith.includes('username')) {
    const isPhone = hasPhone && (!hasEmail || /^[^\p{L}@]*$/u.test(text))
    return readText(isPhone ? 'phone_number' : 'email', text, view, normalizePhone)
  }
  // A user name may be of digits: only with a calling code it is a phone number.
  const phone = hasPhone && /^\s*(\+|00)/.test(text) ? normalizePhone(text) : undefined
  return phone ? { text: phone } : { text: tidyName(text), problem: checkUsername(text) }
}

function readChoice(text: string, choices: readonly string[]): TextReading {
  return { text, problem: choices.includes(text) ? undefined : { key: 'required' } }
}
