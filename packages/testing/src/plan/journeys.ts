import type { Replay } from './replay.ts'

const opened = 'the page is opened'
const asGuest = 'readSession: nothing'
const tokens = 'signIn: tokens'

/** The typical user stories, each a walk by labels: what must work before anything else. */
export const journeys: readonly Replay[] = [
  { title: 'signs in', start: opened, steps: [asGuest, 'signIn.submit', tokens] },
  {
    title: 'mistypes the password, and signs in then',
    start: opened,
    steps: [
      asGuest,
      'signIn.submit',
      'signIn: NotAuthorizedException: Incorrect username or password.',
      'signIn.submit',
      tokens,
    ],
  },
  {
    title: 'signs up, confirms, and is signed in',
    start: opened,
    steps: [
      asGuest,
      'go.signUp',
      'signUp.submit',
      'signUp: a code to confirm',
      'confirmSignUp.submit',
      'confirmSignUp: success',
      'autoSignIn: tokens',
    ],
  },
  {
    title: 'never confirmed, signs in, and confirms now',
    start: opened,
    steps: [
      asGuest,
      'signIn.submit',
      'signIn: UserNotConfirmedException',
      'resendSignUpCode: a code',
      'confirmSignUp.submit',
      'confirmSignUp: CodeMismatchException',
      'confirmSignUp.submit',
      'confirmSignUp: success',
      'autoSignIn: tokens',
    ],
  },
  {
    title: 'signs in with a code by SMS, and remembers this device',
    start: opened,
    steps: [
      asGuest,
      'signIn.submit',
      'signIn: SMS_MFA',
      'confirmSignIn.submit 2',
      'respondToChallenge: tokens, and a new device',
      'confirmDevice: to be remembered if the user wants',
      'rememberDevice: success',
    ],
  },
  {
    title: 'has to set up an authenticator app',
    start: opened,
    steps: [
      asGuest,
      'signIn.submit',
      'signIn: MFA_SETUP of TOTP',
      'associateSoftwareToken: a secret',
      'setupTotp.submit',
      'verifySoftwareToken: success',
      'respondToChallenge: tokens',
    ],
  },
  {
    title: 'replaces a temporary password',
    start: opened,
    steps: [
      asGuest,
      'signIn.submit',
      'signIn: NEW_PASSWORD_REQUIRED',
      'newPassword.submit',
      'respondToChallenge: tokens',
    ],
  },
  {
    title: 'forgot the password, and resets it',
    start: opened,
    steps: [
      asGuest,
      'go.forgotPassword',
      'forgotPassword.submit',
      'forgotPassword: a code',
      'resetPassword.submit',
      'resetPassword: success',
      'autoSignIn: tokens',
    ],
  },
  {
    title: 'has a code from another browser, and confirms the account',
    start: opened,
    steps: [
      asGuest,
      'go.confirmSignUp',
      'confirmSignUp.submit',
      'confirmSignUp: success',
      'autoSignIn: no password any more',
    ],
  },
  {
    title: 'has a code from another browser, and sets a new password',
    start: opened,
    steps: [
      asGuest,
      'go.resetPassword',
      'resetPassword.submit',
      'resetPassword: success',
      'autoSignIn: tokens',
    ],
  },
  {
    title: 'returns signed in, and signs out',
    start: opened,
    steps: ['readSession: a session', 'signOut 1', 'revokeToken: success'],
  },
  {
    title: 'signs out everywhere',
    start: opened,
    steps: ['readSession: a session', 'signOut 2', 'globalSignOut: success', 'endSession: success'],
  },
]
