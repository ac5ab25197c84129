import type { AuthPath } from '@authchart/machine'

const signingInAlone: readonly AuthPath[] = [
  'signUp.signingIn',
  'confirmSignUp.signingIn',
  'resetPassword.signingIn',
]

/** Whether the app signs in by itself in a leaf: with the password that the vault stores. */
export const isSigningInAlone = (leaf: string): boolean =>
  (signingInAlone as readonly string[]).includes(leaf)
