import type { AuthPath } from '@authchart/machine'

const signingInAlone: readonly AuthPath[] = [
  'signUp.signingIn',
  'confirmSignUp.signingIn',
  'resetPassword.signingIn',
]

/** Whether the app signs in by itself in a leaf: with the password that the vault stores. */
export function isSigningInAlone(leaf: string): boolean {
  return (signingInAlone as readonly string[]).includes(leaf)
}
