import type { AuthNotice, AuthRoute, AuthView } from '@authchart/machine'

const notices: Readonly<Record<AuthNotice, string>> = {
  codeSent: 'A new code is on its way.',
  signUpConfirmed: 'Your account is confirmed. Sign in to continue.',
}

/** Empty where the heading says it all. */
const waiting: Readonly<Record<AuthRoute, string>> = {
  restoring: '',
  signIn: 'Signing in…',
  signUp: 'Creating your account…',
  confirmSignUp: 'Working on it…',
  signedIn: '',
  signingOut: '',
}

/** Good news in words, for the eyes and for screen readers. */
export function noticeOf({ notice }: AuthView): string {
  return notice ? notices[notice] : ''
}

/** That a request is under way, for screen readers: the eyes see the button's spinner. */
export function waitingOf({ isPending, route }: AuthView): string {
  return isPending ? waiting[route] : ''
}
