import type { AuthPath } from './path.ts'

/** The screen of every leaf. A leaf that is missing here does not compile. */
export const routeOf = {
  'restoring.reading': 'restoring',
  'restoring.refreshing': 'restoring',
  'signIn.editing': 'signIn',
  'signIn.submitting': 'signIn',
  'signUp.editing': 'signUp',
  'signUp.submitting': 'signUp',
  'signUp.signingIn': 'signUp',
  'confirmSignUp.editing.cooling': 'confirmSignUp',
  'confirmSignUp.editing.ready': 'confirmSignUp',
  'confirmSignUp.submitting': 'confirmSignUp',
  'confirmSignUp.resending': 'confirmSignUp',
  'confirmSignUp.signingIn': 'confirmSignUp',
  'signedIn.idle': 'signedIn',
  'signingOut.revoking': 'signingOut',
  'signedIn.revokingAll': 'signingOut',
} as const satisfies Record<AuthPath, string>

/** The screens there are; a `switch` over it that misses one does not compile. */
export type AuthRoute = (typeof routeOf)[AuthPath]
