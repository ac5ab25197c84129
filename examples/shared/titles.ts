import type { AuthRoute } from '@authchart/machine'

/** The heading of every screen, which names the browser's tab as well. */
export const titles: Readonly<Record<AuthRoute, string>> = {
  restoring: 'One moment…',
  signIn: 'Sign in',
  signUp: 'Create your account',
  confirmSignUp: 'Confirm your account',
  signedIn: 'You are signed in',
  signingOut: 'Signing out…',
}
