import type { AuthNotice, AuthView, PendingLeaf } from '@authchart/machine'

const notices: Readonly<Record<AuthNotice, string>> = {
  codeSent: 'A new code is on its way.',
  signUpConfirmed: 'Your account is confirmed. Sign in to continue.',
}

/** Empty where the heading says it all. */
const waiting: Readonly<Record<PendingLeaf, string>> = {
  reading: '',
  refreshing: '',
  submitting: 'Sending…',
  resending: 'Sending a new code…',
  signingIn: 'Signing in…',
  revoking: '',
  revokingAll: '',
}

/** Good news in words, for the eyes and for screen readers. */
export function noticeOf({ notice }: AuthView): string {
  return notice ? notices[notice] : ''
}

/** That a request is under way, for screen readers: the eyes see the button's spinner. */
export function waitingOf({ pending }: AuthView): string {
  return pending ? waiting[pending] : ''
}
