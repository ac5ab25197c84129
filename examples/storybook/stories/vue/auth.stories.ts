import type { AuthRoute } from '@authchart/machine'
import { authAt, type PlaceAt } from '@authchart/testing/at'
import { authPlugin } from '@authchart/vue'
import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { createApp } from 'vue'
import App from '../../../minimal-vue/src/app.vue'
import '../../../minimal-vue/src/styles.css'

export default {
  title: 'Auth',
  // An app of its own, as the plugin belongs to an app.
  render: (_args, { loaded }) => ({
    template: '<main ref="main"></main>',
    mounted(this: { $refs: { main: Element } }) {
      createApp(App).use(authPlugin, loaded.auth).mount(this.$refs.main)
    },
  }),
} satisfies Meta

/** The story of a screen. Each showing gets an auth of its own. */
function at<Route extends AuthRoute>(route: Route, place?: PlaceAt<Route>): StoryObj {
  return { loaders: [() => ({ auth: authAt(route, place) })] }
}

export const Restoring = at('restoring')
export const SignIn = at('signIn', { loginWith: ['email'] })
export const SignInRejected = at('signIn', { failure: 'incorrectCredentials' })
export const Redirecting = at('redirecting')
export const SelectFactor = at('selectFactor')
export const Passkey = at('passkey', { otherFactors: ['EMAIL', 'PASSWORD'] })
export const ConfirmSignIn = at('confirmSignIn', { mfaType: 'SMS' })
export const CustomChallenge = at('customChallenge')
export const SelectMfaType = at('selectMfaType', { options: ['SMS', 'TOTP', 'EMAIL'] })
export const SetupTotp = at('setupTotp')
export const SetupEmail = at('setupEmail')
export const NewPassword = at('newPassword')
export const SignUp = at('signUp', { attributes: [{ name: 'email', isRequired: true }] })
export const ConfirmSignUp = at('confirmSignUp', { notice: 'codeSent' })
export const ForgotPassword = at('forgotPassword')
export const ResetPassword = at('resetPassword')
export const VerifyContact = at('verifyContact')
export const ConfirmContact = at('confirmContact')
export const PasskeyPrompt = at('passkeyPrompt')
export const SignedIn = at('signedIn', { user: { name: 'Ada Lovelace' } })
export const ChangingPassword = at('signedIn', { pending: 'changingPassword' })
export const SigningOut = at('signingOut')
