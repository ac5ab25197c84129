import type { ScreenEvent } from '../chart/events.ts'
import type { AuthRoute } from './route.ts'

const exits = ['go.signIn', 'go.signedIn'] as const

/**
 * The events that the actions of each view send, e.g. `view.submit` of `signIn` sends `signIn.submit`. For
 * tools that have to know on which screens an event is possible.
 *
 * @example
 * screenActions.verifyContact // ['verifyContact.submit', 'verifyContact.cancel', 'verifyContact.skip']
 */
export const screenActions = {
  restoring: [],
  redirecting: ['redirecting.cancel'],
  signIn: [
    'signIn.submit',
    'signIn.redirect',
    'signIn.cancel',
    'go.signUp',
    'go.forgotPassword',
    'go.confirmSignUp',
    'go.resetPassword',
  ],
  confirmSignIn: ['confirmSignIn.submit', 'confirmSignIn.cancel', ...exits],
  customChallenge: ['customChallenge.submit', 'customChallenge.cancel', ...exits],
  selectMfaType: ['selectMfaType.submit', 'selectMfaType.cancel', ...exits],
  setupEmail: ['setupEmail.submit', 'setupEmail.cancel', ...exits],
  newPassword: ['newPassword.submit', 'newPassword.cancel', ...exits],
  setupTotp: [
    'setupTotp.submit',
    'setupTotp.cancel',
    'setupTotp.retry',
    'setupTotp.leave',
    'go.signedIn',
  ],
  signUp: ['signUp.submit', 'signUp.cancel', 'go.confirmSignUp', ...exits],
  confirmSignUp: ['confirmSignUp.submit', 'confirmSignUp.resend', 'confirmSignUp.cancel', ...exits],
  forgotPassword: ['forgotPassword.submit', 'forgotPassword.cancel', 'go.resetPassword', ...exits],
  resetPassword: ['resetPassword.submit', 'resetPassword.resend', 'resetPassword.cancel', ...exits],
  verifyContact: ['verifyContact.submit', 'verifyContact.cancel', 'verifyContact.skip'],
  confirmContact: [
    'confirmContact.submit',
    'confirmContact.resend',
    'confirmContact.cancel',
    'confirmContact.skip',
  ],
  signedIn: [
    'signedIn.load',
    'signedIn.changePassword',
    'signedIn.updateAttributes',
    'signedIn.deleteAttributes',
    'signedIn.verifyAttribute',
    'signedIn.setupTotp',
    'signedIn.setMfaPreference',
    'signedIn.rememberDevice',
    'signedIn.forgetDevice',
    'signedIn.deleteUser',
    'signedIn.cancel',
    'signOut',
  ],
  signingOut: [],
} as const satisfies Record<AuthRoute, readonly ScreenEvent['type'][]>
