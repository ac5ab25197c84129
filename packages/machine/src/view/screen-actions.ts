import type { ScreenEvent } from '../chart/events.ts'
import type { AuthRoute } from './route.ts'

/**
 * The events that the actions of each view send, e.g. `view.submit` of `signIn` sends `signIn.submit`. For
 * tools that have to know on which screens an event is possible.
 *
 * Without spreads: bundlers would take them for side effects and keep the table in every page.
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
  selectFactor: ['selectFactor.submit', 'selectFactor.cancel', 'go.signIn', 'go.signedIn'],
  confirmSignIn: [
    'confirmSignIn.submit',
    'confirmSignIn.resend',
    'confirmSignIn.cancel',
    'go.selectFactor',
    'go.signIn',
    'go.signedIn',
  ],
  passkey: ['passkey.submit', 'passkey.cancel', 'go.selectFactor', 'go.signIn', 'go.signedIn'],
  customChallenge: [
    'customChallenge.submit',
    'customChallenge.cancel',
    'go.selectFactor',
    'go.signIn',
    'go.signedIn',
  ],
  selectMfaType: [
    'selectMfaType.submit',
    'selectMfaType.cancel',
    'go.selectFactor',
    'go.signIn',
    'go.signedIn',
  ],
  setupEmail: [
    'setupEmail.submit',
    'setupEmail.cancel',
    'go.selectFactor',
    'go.signIn',
    'go.signedIn',
  ],
  newPassword: [
    'newPassword.submit',
    'newPassword.cancel',
    'go.selectFactor',
    'go.signIn',
    'go.signedIn',
  ],
  setupTotp: [
    'setupTotp.submit',
    'setupTotp.cancel',
    'setupTotp.retry',
    'setupTotp.leave',
    'go.selectFactor',
    'go.signedIn',
  ],
  signUp: [
    'signUp.submit',
    'signUp.redirect',
    'signUp.cancel',
    'go.confirmSignUp',
    'go.signIn',
    'go.signedIn',
  ],
  confirmSignUp: [
    'confirmSignUp.submit',
    'confirmSignUp.resend',
    'confirmSignUp.cancel',
    'go.signIn',
    'go.signedIn',
  ],
  forgotPassword: [
    'forgotPassword.submit',
    'forgotPassword.cancel',
    'go.confirmSignUp',
    'go.resetPassword',
    'go.signIn',
    'go.signedIn',
  ],
  resetPassword: [
    'resetPassword.submit',
    'resetPassword.resend',
    'resetPassword.cancel',
    'go.signIn',
    'go.signedIn',
  ],
  verifyContact: ['verifyContact.submit', 'verifyContact.cancel', 'verifyContact.skip'],
  confirmContact: [
    'confirmContact.submit',
    'confirmContact.resend',
    'confirmContact.cancel',
    'confirmContact.skip',
  ],
  passkeyPrompt: [
    'passkeyPrompt.submit',
    'passkeyPrompt.cancel',
    'passkeyPrompt.skip',
    'passkeyPrompt.never',
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
    'signedIn.registerPasskey',
    'signedIn.deletePasskey',
    'signedIn.deleteUser',
    'signedIn.cancel',
    'signOut',
  ],
  signingOut: [],
} as const satisfies Record<AuthRoute, readonly ScreenEvent['type'][]>
