import type { LoginMechanism, PasswordPolicy } from '../../ports/index.ts'
import { attributeLabel } from '../../words/attribute-label.ts'
import type { WordKey } from '../../words/words.ts'
import type { FieldKind } from '../auth-form.ts'
import type { FieldDescription } from './description.ts'

const usernameLabels: ReadonlyMap<string, WordKey> = new Map([
  ['email', 'field.email'],
  ['phone', 'field.phone'],
  ['username email', 'field.usernameOrEmail'],
  ['username phone', 'field.usernameOrPhone'],
  ['email phone', 'field.emailOrPhone'],
  ['username email phone', 'field.usernameEmailOrPhone'],
])

const order: readonly LoginMechanism[] = ['username', 'email', 'phone']

/** The user name, which may be an e-mail address or a phone number. */
export function usernameField(
  loginWith: readonly LoginMechanism[],
  initial: string,
): FieldDescription {
  const mechanisms = order.filter((mechanism) => loginWith.includes(mechanism))
  const [only] = mechanisms.length === 1 ? mechanisms : []
  return {
    name: 'username',
    kind: only === 'email' || only === 'phone' ? only : 'text',
    label: { key: usernameLabels.get(mechanisms.join(' ')) ?? 'field.username' },
    hint: only === 'phone' ? { key: 'hint.phone' } : undefined,
    isRequired: true,
    initial,
    // Password managers look for this also where the name is an e-mail address or a phone number.
    autocomplete: 'username',
    isUsername: true,
    isPhoneToo: mechanisms.includes('phone') && !mechanisms.includes('username'),
  }
}

export const currentPasswordField: FieldDescription = {
  name: 'password',
  kind: 'password',
  label: { key: 'field.password' },
  isRequired: true,
  autocomplete: 'current-password',
}

/** A password that is chosen now, and once more if it has to be repeated. */
export function newPasswordFields(
  policy: PasswordPolicy,
  label: WordKey,
  isRepeated: boolean | undefined,
): readonly FieldDescription[] {
  const common = { kind: 'password', isRequired: true, autocomplete: 'new-password' } as const
  return [
    { name: 'password', label: { key: label }, policy, ...common },
    ...(isRepeated
      ? [
          {
            name: 'passwordRepeat',
            label: { key: 'field.passwordRepeat' as const },
            repeats: 'password',
            ...common,
          },
        ]
      : []),
  ]
}

export const codeField: FieldDescription = {
  name: 'code',
  kind: 'code',
  label: { key: 'field.code' },
  isRequired: true,
  autocomplete: 'one-time-code',
}

/** Standard attributes that are no plain text, and what browsers fill them with (WCAG 1.3.5). */
const attributeInputs: ReadonlyMap<string, { kind?: FieldKind; autocomplete: string }> = new Map([
  ['address', { autocomplete: 'street-address' }],
  ['birthdate', { kind: 'date', autocomplete: 'bday' }],
  ['email', { kind: 'email', autocomplete: 'email' }],
  ['family_name', { autocomplete: 'family-name' }],
  ['gender', { autocomplete: 'sex' }],
  ['given_name', { autocomplete: 'given-name' }],
  ['locale', { autocomplete: 'language' }],
  ['middle_name', { autocomplete: 'additional-name' }],
  ['name', { autocomplete: 'name' }],
  ['nickname', { autocomplete: 'nickname' }],
  ['phone_number', { kind: 'phone', autocomplete: 'tel' }],
  ['picture', { kind: 'url', autocomplete: 'photo' }],
  ['profile', { kind: 'url', autocomplete: 'url' }],
  ['website', { kind: 'url', autocomplete: 'url' }],
])

/** The field of a user attribute. */
export function attributeField(
  name: string,
  isRequired: boolean,
  initial?: string,
): FieldDescription {
  const { kind = 'text', autocomplete = 'off' } = attributeInputs.get(name) ?? {}
  return {
    name: `attributes.${name}`,
    kind,
    label: attributeLabel(name),
    hint: kind === 'phone' ? { key: 'hint.phone' } : undefined,
    isRequired,
    initial,
    autocomplete,
  }
}
