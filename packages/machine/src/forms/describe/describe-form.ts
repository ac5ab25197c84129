import { unreachable } from '../../view/unreachable.ts'
import type { AuthView } from '../../view/views/auth-views.ts'
import { describeSignedIn } from './account-forms.ts'
import {
  describeConfirmSignIn,
  describeCustomChallenge,
  describeSelectMfaType,
  describeSetupEmail,
} from './challenge-forms.ts'
import { describeConfirmContact, describeVerifyContact } from './contact-forms.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FormDescription } from './description.ts'
import { describePasskeyPrompt } from './passkey-forms.ts'
import { describeForgotPassword, describeResetPassword } from './password-forms.ts'
import { describePasskey, describeSelectFactor } from './passwordless-forms.ts'
import { describeSetupTotp } from './setup-totp-form.ts'
import {
  describeNewPassword,
  describeRedirecting,
  describeSignIn,
  describeWaiting,
} from './sign-in-forms.ts'
import { describeConfirmSignUp, describeSignUp } from './sign-up-forms.ts'

/** The form of each route. A route that is missing here does not compile. */
export function describeForm(view: AuthView, options: DescribeOptions): FormDescription {
  switch (view.route) {
    case 'restoring':
    case 'signingOut':
      return describeWaiting(view.route)
    case 'redirecting':
      return describeRedirecting(view)
    case 'signIn':
      return describeSignIn(view, options)
    case 'selectFactor':
      return describeSelectFactor(view, options)
    case 'passkey':
      return describePasskey(view)
    case 'confirmSignIn':
      return describeConfirmSignIn(view, options)
    case 'customChallenge':
      return describeCustomChallenge(view, options)
    case 'selectMfaType':
      return describeSelectMfaType(view, options)
    case 'setupTotp':
      return describeSetupTotp(view, options)
    case 'setupEmail':
      return describeSetupEmail(view, options)
    case 'newPassword':
      return describeNewPassword(view, options)
    case 'signUp':
      return describeSignUp(view, options)
    case 'confirmSignUp':
      return describeConfirmSignUp(view, options)
    case 'forgotPassword':
      return describeForgotPassword(view, options)
    case 'resetPassword':
      return describeResetPassword(view, options)
    case 'verifyContact':
      return describeVerifyContact(view, options)
    case 'confirmContact':
      return describeConfirmContact(view, options)
    case 'passkeyPrompt':
      return describePasskeyPrompt(view)
    case 'signedIn':
      return describeSignedIn(view, options)
    default:
      return unreachable(view)
  }
}
