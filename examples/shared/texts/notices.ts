import type { AuthNotice, AuthView, PendingLeaf } from '@authchart/machine'

const notices: Readonly<Record<AuthNotice, string>> = {
  codeSent: 'A new code was sent.',
  signUpConfirmed: 'Your account is confirmed. Sign in to continue.',
  passwordReset: 'Your new password is set. Sign in with it to continue.',
  passwordChanged: 'Your password is changed.',
  attributesUpdated: 'Your profile is saved.',
  attributesDeleted: 'It is removed from your profile.',
  contactConfirmed: 'Thank you, this is confirmed.',
  totpVerified: 'Your authenticator app is set up.',
  mfaPreferenceSet: 'Your choice is saved.',
  deviceRemembered: 'This device is remembered.',
  deviceForgotten: 'The device is forgotten.',
  userDeleted: 'Your account is deleted.',
  signedOutElsewhere: 'You have signed out in another tab.',
  userSwitched: 'Another account was signed in in another tab, so it is used here as well.',
  linkWaits: 'The link waits until you have signed out.',
}

/** Empty where the screen does nothing but wait. */
const waiting: Readonly<Record<PendingLeaf, string>> = {
  reading: '',
  refreshing: '',
  completing: '',
  submitting: 'Sending…',
  resending: 'Sending a new code…',
  signingIn: 'Signing in…',
  federating: 'Signing in…',
  associating: 'Getting a key…',
  verifying: 'Checking the code…',
  preferring: 'Saving your choice…',
  changingPassword: 'Changing your password…',
  updatingAttributes: 'Saving your profile…',
  deletingAttributes: 'Removing…',
  sendingCode: 'Sending a code…',
  settingMfaPreference: 'Saving your choice…',
  deletingUser: 'Deleting your account…',
  confirming: '',
  remembering: 'Remembering the device…',
  forgetting: 'Forgetting the device…',
  revoking: '',
  revokingAll: '',
  ending: '',
  signingOut: '',
}

/** Texts of notices, shown and announced to screen readers. */
export function noticeOf({ notice }: Pick<AuthView, 'notice'>): string {
  return notice ? notices[notice] : ''
}

/** Announces a pending request to screen readers: the button's spinner shows it. */
export function waitingOf({ pending, route }: AuthView): string {
  // Its heading says it.
  if (route === 'redirecting') return ''
  return pending ? waiting[pending] : ''
}
