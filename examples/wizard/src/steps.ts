import type { MfaType, PasswordCheck } from '@authchart/machine'
import type { Step } from './page.ts'

export const usernameStep = (value: string): Step => ({
  name: 'username',
  label: 'Username or e-mail',
  autocomplete: 'username',
  value,
})

export const codeStep = (label = 'Code'): Step => ({ name: 'code', label, type: 'code' })

/** A new password, and once more against typing errors. */
export const newPasswordSteps = (
  rules: (password: string) => readonly PasswordCheck[],
): readonly Step[] => [
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

export const mfaNames: Readonly<Record<MfaType, string>> = {
  SMS: 'Text message',
  TOTP: 'Authenticator app',
  EMAIL: 'E-mail',
}
