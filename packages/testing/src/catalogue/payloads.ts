import type { AuthEvent, AuthFailure } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import { otherUser, passkey, person, user } from './person.ts'

type Payloads = {
  readonly [Type in AuthEvent['type']]: readonly Omit<Extract<AuthEvent, { type: Type }>, 'type'>[]
}

const { username } = person
const code = new Secret<string>(person.code)
const password = new Secret<string>(person.password)
const newPassword = new Secret<string>(person.newPassword)
const plain = [{}]

const ended: AuthFailure = {
  code: 'sessionRevoked',
  message: 'Refresh Token has been revoked',
  retryable: false,
  cause: undefined,
}
const unreachable: AuthFailure = {
  code: 'network',
  message: 'The connection was lost',
  retryable: true,
  cause: undefined,
}
const reading = { data: undefined, isLoading: true, failure: undefined }

/** The payloads of each event on walks: one for each case that the chart distinguishes. */
export const payloads: Payloads = {
  'go.signIn': plain,
  'go.signUp': plain,
  'go.selectFactor': plain,
  'go.signedIn': plain,
  'go.forgotPassword': plain,
  'go.confirmSignUp': [{ username }],
  'go.resetPassword': [{ username }],
  'signIn.submit': [{ username, password }],
  'signIn.cancel': plain,
  'signIn.redirect': [{ provider: 'Google' }],
  'signIn.federate': [
    {
      token: new Secret({
        provider: 'google',
        token: 'google-token-canary',
        expiresAt: 4_102_444_800_000,
        identityId: undefined,
        profile: { name: 'Ada' },
      }),
    },
  ],
  'redirecting.cancel': plain,
  'confirmSignIn.submit': [
    { code, rememberDevice: false },
    { code, rememberDevice: true },
  ],
  'confirmSignIn.resend': plain,
  'confirmSignIn.cancel': plain,
  'selectFactor.submit': [{ factor: 'PASSWORD', password }, { factor: 'EMAIL' }],
  'selectFactor.cancel': plain,
  'passkey.submit': plain,
  'passkey.cancel': plain,
  'customChallenge.submit': [{ answer: new Secret<string>(person.answer) }],
  'customChallenge.cancel': plain,
  'selectMfaType.submit': [{ mfaType: 'TOTP' }, { mfaType: 'EMAIL' }, { mfaType: 'SMS' }],
  'selectMfaType.cancel': plain,
  'setupEmail.submit': [{ email: person.email }],
  'setupEmail.cancel': plain,
  'setupTotp.submit': [{ code, deviceName: 'Phone' }],
  'setupTotp.cancel': plain,
  'setupTotp.retry': plain,
  'setupTotp.leave': plain,
  'newPassword.submit': [{ password: newPassword, attributes: { given_name: 'Ada' } }],
  'newPassword.cancel': plain,
  'signUp.submit': [{ username, password, attributes: { email: person.email } }],
  'signUp.redirect': [{ provider: 'Google' }],
  'signUp.cancel': plain,
  'confirmSignUp.submit': [{ code }],
  'confirmSignUp.resend': plain,
  'confirmSignUp.cancel': plain,
  'forgotPassword.submit': [{ username }],
  'forgotPassword.cancel': plain,
  'resetPassword.submit': [{ code, password: newPassword }],
  'resetPassword.resend': plain,
  'resetPassword.cancel': plain,
  'verifyContact.submit': [{ attribute: 'email' }],
  'verifyContact.cancel': plain,
  'verifyContact.skip': plain,
  'confirmContact.submit': [{ code }],
  'confirmContact.resend': plain,
  'confirmContact.cancel': plain,
  'confirmContact.skip': plain,
  'passkeyPrompt.submit': plain,
  'passkeyPrompt.cancel': plain,
  'passkeyPrompt.skip': plain,
  'passkeyPrompt.never': plain,
  'signedIn.load': [{ part: 'profile' }],
  'signedIn.changePassword': [{ previousPassword: password, password: newPassword }],
  'signedIn.updateAttributes': [{ attributes: { name: 'Ada' } }],
  'signedIn.deleteAttributes': [{ names: ['name'] }],
  'signedIn.verifyAttribute': [{ attribute: 'email' }],
  'signedIn.setupTotp': plain,
  'signedIn.setMfaPreference': [{ preference: { EMAIL: 'PREFERRED' } }],
  'signedIn.rememberDevice': plain,
  'signedIn.forgetDevice': plain,
  'signedIn.registerPasskey': plain,
  'signedIn.deletePasskey': [{ id: passkey.id }],
  'signedIn.deleteUser': plain,
  'signedIn.cancel': plain,
  signOut: [{}, { global: true }],
  'session.refreshed': [{ user }],
  'session.refreshFailed': [{ failure: unreachable }],
  'session.found': [{ user: otherUser }],
  'session.ended': [{ failure: ended }, { failure: undefined }],
  // Links to `signUp` and `signIn` lead the same ways.
  'link.opened': [
    { route: 'confirmSignUp', username, code },
    { route: 'resetPassword', username, code },
  ],
  'account.read': [{ readings: { profile: reading } }],
}
