import type { AuthRoute } from '@authchart/machine'

/** The heading of every screen, which names the browser's tab as well. */
export const titles: Readonly<Record<AuthRoute, string>> = {
  restoring: 'One moment…',
  signIn: 'Sign in',
  redirecting: 'Taking you to the sign-in page…',
  confirmSignIn: 'Enter your code',
  customChallenge: 'Answer a question',
  selectMfaType: 'Choose how to confirm it is you',
  setupTotp: 'Set up an authenticator app',
  setupEmail: 'Add your email address',
  newPassword: 'Choose your own password',
  signUp: 'Create your account',
  confirmSignUp: 'Confirm your account',
  forgotPassword: 'Forgot your password?',
  resetPassword: 'Reset your password',
  verifyContact: 'Verify how to reach you',
  confirmContact: 'Confirm your contact details',
  signedIn: 'You are signed in',
  signingOut: 'Signing out…',
}

/** The titles of the settings that need an account. */
export const sectionTitles = {
  profile: 'Profile',
  password: 'Password',
  secondFactors: 'Second step at sign-in',
  devices: 'Devices',
} as const

export const dangerZoneTitle = 'Danger zone'

/** The titles of all settings, in the order of the page. */
export const settingsTitles: readonly string[] = [...Object.values(sectionTitles), dangerZoneTitle]

/** The id of a section's heading: the tab, so that the address opens it again, and the section. */
export function sectionId(title: string): string {
  return `settings/${title.toLowerCase().replaceAll(/\W+/g, '-')}`
}
