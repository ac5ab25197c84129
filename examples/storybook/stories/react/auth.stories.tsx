import type { AuthRoute } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { authAt, type PlaceAt } from '@authchart/testing/at'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Auth } from '../../../minimal-react/src/form.tsx'
import '../../../minimal-react/src/styles.css'

export default {
  title: 'Auth',
  render: (_args, { loaded }) => (
    <AuthProvider auth={loaded.auth}>
      <main>
        <Auth />
      </main>
    </AuthProvider>
  ),
} satisfies Meta

/** The story of a screen. Each showing gets an auth of its own. */
function at<Route extends AuthRoute>(route: Route, place?: PlaceAt<Route>): StoryObj {
  return { loaders: [() => ({ auth: authAt(route, place) })] }
}

export const Restoring = at('restoring')
export const SignIn = at('signIn', { loginWith: ['email'] })
export const SignInPending = at('signIn', { username: 'ada@example.com', isPending: true })
export const SignInRejected = at('signIn', { failure: 'incorrectCredentials' })
export const SignedOutElsewhere = at('signIn', { notice: 'signedOutElsewhere' })
export const Redirecting = at('redirecting')
export const SignInWithoutPassword = at('signIn', { factors: ['PASSKEY', 'EMAIL', 'PASSWORD'] })
export const SelectFactor = at('selectFactor')
export const SelectFactorPending = at('selectFactor', { isPending: true })
export const SelectFactorUnavailable = at('selectFactor', { failure: 'factorNotAvailable' })
export const Passkey = at('passkey', { otherFactors: ['EMAIL', 'PASSWORD'] })
export const PasskeyPending = at('passkey', { isPending: true })
export const PasskeyCancelled = at('passkey', {
  otherFactors: ['EMAIL', 'PASSWORD'],
  failure: 'passkeyCancelled',
})
export const ConfirmSignInByFirstFactor = at('confirmSignIn', {
  mfaType: 'EMAIL',
  factor: 'first',
  otherFactors: ['PASSKEY', 'PASSWORD'],
})
export const ConfirmSignIn = at('confirmSignIn', { mfaType: 'SMS' })
export const ConfirmSignInWrongCode = at('confirmSignIn', { failure: 'codeMismatch' })
export const ConfirmSignInByApp = at('confirmSignIn', { mfaType: 'TOTP', deviceName: 'Phone' })
export const CustomChallenge = at('customChallenge')
export const SelectMfaType = at('selectMfaType', { options: ['SMS', 'TOTP', 'EMAIL'] })
export const SetupTotp = at('setupTotp')
export const SetupTotpFailed = at('setupTotp', { canRetry: true })
export const SetupEmail = at('setupEmail')
export const NewPassword = at('newPassword', { missingAttributes: ['given_name', 'family_name'] })
export const SignUp = at('signUp', { attributes: [{ name: 'email', isRequired: true }] })
export const SignUpNameTaken = at('signUp', { failure: 'usernameExists' })
export const ConfirmSignUp = at('confirmSignUp', { notice: 'codeSent' })
export const ConfirmSignUpWaiting = at('confirmSignUp', { resendAt: Date.now() + 3_600_000 })
export const ForgotPassword = at('forgotPassword')
export const ResetPassword = at('resetPassword')
export const VerifyContact = at('verifyContact')
export const ConfirmContact = at('confirmContact', { attribute: 'phone_number', medium: 'SMS' })
export const PasskeyPrompt = at('passkeyPrompt')
export const PasskeyPromptExists = at('passkeyPrompt', { failure: 'passkeyExists' })
export const SignedIn = at('signedIn', { user: { name: 'Ada Lovelace' } })
export const ChangingPassword = at('signedIn', { pending: 'changingPassword' })
export const UpdatingAttributes = at('signedIn', { pending: 'updatingAttributes' })
export const DeletingAttributes = at('signedIn', { pending: 'deletingAttributes' })
export const SendingCode = at('signedIn', { pending: 'sendingCode' })
export const SettingMfaPreference = at('signedIn', { pending: 'settingMfaPreference' })
export const RememberingDevice = at('signedIn', { pending: 'remembering' })
export const ForgettingDevice = at('signedIn', { pending: 'forgetting' })
export const DeletingUser = at('signedIn', { pending: 'deletingUser' })
export const Passkeys = at('signedIn', { passkeys: {} })
export const CreatingPasskey = at('signedIn', { passkeys: {}, pending: 'creating' })
export const PasskeyRegistered = at('signedIn', { passkeys: {}, notice: 'passkeyRegistered' })
export const PasswordChanged = at('signedIn', { notice: 'passwordChanged' })
export const SigningOut = at('signingOut')

/** A story with a play function: what the UI has called is in `auth.calls`. */
export const CodeTyped: StoryObj = {
  ...at('confirmSignIn', { mfaType: 'SMS', answers: { respondToChallenge: 'tokens' } }),
  async play({ canvas, userEvent, loaded: { auth } }) {
    await userEvent.type(canvas.getByLabelText('Code'), '314159{Enter}')
    await expect(auth.calls[0]).toMatchObject({ name: 'submit', input: { code: '314159' } })
    await canvas.findByText('Change password')
  },
}
