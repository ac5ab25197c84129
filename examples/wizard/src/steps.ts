import type { MfaType, PasswordCheck } from '@authchart/machine'
import type { Step } from './page.ts'

export function usernameStep(value: string): Step {
  return {
    name: 'username',
    label: 'Username or e-mail',
    autocomplete: 'username',
    value,
  }
}

export function codeStep(label = 'Code'): Step {
  return { name: 'code', label, type: 'code' }
}

/** A new password, and once more against typing errors. */
export function newPasswordSteps(
  rules: (password: string) => readonly PasswordCheck[],
): readonly Step[] {
  return [
    {
      name: 'password',
      label: 'New password',
      type: 'password',
      autocomplete: 'new-password',
      rules,
    },
    {
      name: 'repeated',
      label: 'New password again',
      type: 'password',
      autocomplete: 'new-password',
      complain: (value, { password }) =>
        value === password ? undefined : 'This is not the same password.',
    },
  ]
}

export const mfaNames: Readonly<Record<MfaType, string>> = {
  SMS: 'Text message',
  TOTP: 'Authenticator app',
  EMAIL: 'E-mail',
}
