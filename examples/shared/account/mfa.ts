import type { MfaPreference, MfaType, Profile } from '@authchart/machine'
import { type FormError, nothingChanged } from '../forms/form-error.ts'

/** The second factors in words. */
export const mfaNames: Readonly<Record<MfaType, string>> = {
  TOTP: 'Authenticator app',
  SMS: 'Text message (SMS)',
  EMAIL: 'Email message',
}

export const mfaTypes = Object.keys(mfaNames) as MfaType[]

/** The factors a user can choose: an app that is off has to be set up first. */
export function mfaChoices({ enabled }: Profile['mfa']) {
  return [
    ...mfaTypes.map((value) => ({
      value,
      label: mfaNames[value],
      isDisabled: value === 'TOTP' && !enabled.includes('TOTP'),
    })),
    { value: 'none', label: 'Nothing but the password', isDisabled: false },
  ]
}

/** The choice that is in force; `undefined` when several are on and none is preferred. */
export function choiceOf({ enabled, preferred }: Profile['mfa']): string | undefined {
  return enabled.length === 0 ? 'none' : preferred
}

export function checkChoice(choice: string, mfa: Profile['mfa']): FormError | undefined {
  return choice === choiceOf(mfa) ? nothingChanged : undefined
}

/** The chosen factor becomes the preferred one, the others stay as they are; `none` turns all off. */
export function preferenceOf(choice: string, { enabled }: Profile['mfa']): MfaPreference {
  return choice === 'none'
    ? Object.fromEntries(enabled.map((type) => [type, 'DISABLED']))
    : { [choice as MfaType]: 'PREFERRED' }
}

export function stateOf(type: MfaType, { enabled, preferred }: Profile['mfa']): string {
  if (preferred === type) return 'On, preferred'
  return enabled.includes(type) ? 'On' : 'Off'
}
