import type { WordKey } from '@authchart/machine/words'
import type { ActionType } from '../contract/define-ui.ts'

/** A value that an action is given, and what its field looks like. */
export interface Slot {
  /** The name of the value in the payload: `code`, `attributes.email`; `passwordRepeat` for a second field. */
  readonly name: string
  readonly kind: 'text' | 'password' | 'box' | 'choice'
  readonly value: string
  /** The keys of the words that label it. */
  readonly keys: readonly WordKey[]
  readonly autocomplete: readonly string[]
  /** What its attributes `name` and `id`, or its label, may contain. */
  readonly pattern: RegExp
}

const username: Omit<Slot, 'value'> = {
  name: 'username',
  kind: 'text',
  keys: [
    'field.username',
    'field.email',
    'field.phone',
    'field.usernameOrEmail',
    'field.usernameOrPhone',
    'field.emailOrPhone',
    'field.usernameEmailOrPhone',
  ],
  autocomplete: ['username', 'email'],
  pattern: /user|login|e-?mail|nutzer|account|^tel|phone/i,
}

const code: Omit<Slot, 'value'> = {
  name: 'code',
  kind: 'text',
  keys: ['field.code'],
  autocomplete: ['one-time-code'],
  pattern: /code|otp|token|digits|\bpin\b/i,
}

const fixed: Readonly<Record<string, Omit<Slot, 'value'>>> = {
  username,
  code,
  email: {
    name: 'email',
    kind: 'text',
    keys: ['field.email'],
    autocomplete: ['email'],
    pattern: /e-?mail/i,
  },
  answer: {
    name: 'answer',
    kind: 'text',
    keys: ['field.answer'],
    autocomplete: [],
    pattern: /answer|antwort/i,
  },
  deviceName: {
    name: 'deviceName',
    kind: 'text',
    keys: ['field.deviceName'],
    autocomplete: [],
    pattern: /device|app|gerät/i,
  },
  previousPassword: {
    name: 'previousPassword',
    kind: 'password',
    keys: ['field.previousPassword'],
    autocomplete: ['current-password'],
    pattern: /current|previous|\bold\b|\bnow\b/i,
  },
}

const passwordSlot = (name: string, value: string, isNew: boolean): Slot => ({
  name,
  kind: 'password',
  value,
  keys:
    name === 'passwordRepeat'
      ? ['field.passwordRepeat']
      : isNew
        ? ['field.newPassword', 'field.password']
        : ['field.password'],
  autocomplete: [isNew ? 'new-password' : 'current-password'],
  pattern: name === 'passwordRepeat' ? /repeat|again|confirm|retype|wiederhol/i : /pass|new/i,
})

/** The values of a payload with their fields, in the order in which forms have them. */
export function slotsOf(type: ActionType, payload: object): readonly Slot[] {
  if (type === 'signedIn.deleteUser') return [confirmation]
  return Object.entries(payload).flatMap(([name, value]): readonly Slot[] => {
    if (name === 'attributes') {
      return Object.entries(value as object).map(([attribute, text]) =>
        attributeSlot(attribute, text),
      )
    }
    if (name === 'password') {
      const isNew = type !== 'signIn.submit'
      const slot = passwordSlot(name, value, isNew)
      return isNew ? [slot, passwordSlot('passwordRepeat', value, true)] : [slot]
    }
    if (name === 'rememberDevice') return value ? [box] : []
    if (name === 'mfaType') return [choice(name, value, [`mfa.${value}` as WordKey])]
    if (name === 'attribute' && type === 'verifyContact.submit') {
      return [choice(name, value, [`attribute.${value}` as WordKey])]
    }
    if (name === 'preference') {
      const [preferred = ''] = Object.keys(value)
      return [choice(name, preferred, [`mfa.${preferred}` as WordKey])]
    }
    const known = fixed[name]
    return known ? [{ ...known, value: String(value) }] : []
  })
}

const confirmation: Slot = {
  name: 'confirmation',
  kind: 'text',
  value: '',
  keys: ['field.confirmation'],
  autocomplete: [],
  pattern: /confirm|type/i,
}

const box: Slot = {
  name: 'rememberDevice',
  kind: 'box',
  value: 'true',
  keys: ['field.rememberDevice'],
  autocomplete: [],
  pattern: /remember|trust|device|computer/i,
}

const choice = (name: string, value: string, keys: readonly WordKey[]): Slot => ({
  name,
  kind: 'choice',
  value,
  keys,
  autocomplete: [],
  pattern: new RegExp(value.replace('_', '.?'), 'i'),
})

const purposes: Readonly<Record<string, string>> = {
  given_name: 'given-name',
  family_name: 'family-name',
  phone_number: 'tel',
}

const attributeSlot = (name: string, value: string): Slot => ({
  name: `attributes.${name}`,
  kind: 'text',
  value,
  keys: [`attribute.${name}` as WordKey],
  autocomplete: [purposes[name] ?? name],
  pattern: new RegExp(name === 'name' ? '(^|\\b|\\.)(full.?)?name$' : name.replace('_', '.?'), 'i'),
})
