import type { BaseView } from './base-view.ts'
import type { ConfirmContactView, VerifyContactView } from './contact-views.ts'
import type { PasskeyPromptView } from './passkey-prompt-view.ts'
import type { ForgotPasswordView, ResetPasswordView } from './password-views.ts'
import type { SetupTotpView } from './setup-totp-view.ts'
import type {
  ConfirmSignInView,
  CustomChallengeView,
  NewPasswordView,
  PasskeyView,
  SelectFactorView,
  SelectMfaTypeView,
  SetupEmailView,
  SignInView,
} from './sign-in-views.ts'
import type { ConfirmSignUpView, SignUpView } from './sign-up-views.ts'
import type { SignedInView } from './signed-in-view.ts'

/** It is not known yet whether a user is signed in: the page loads, or returns from the hosted UI. */
export interface RestoringView extends BaseView {
  readonly route: 'restoring'
}

/** The page is about to be left for the hosted UI, to sign in or to sign out. */
export interface RedirectingView extends BaseView {
  readonly route: 'redirecting'
  /** Stays here, as long as the page is not left. */
  readonly cancel: () => void
}

/** The session ends: here at once, at Cognito as far as it can be reached. */
export interface SigningOutView extends BaseView {
  readonly route: 'signingOut'
}

/** The view of every route. */
export interface AuthViews {
  readonly restoring: RestoringView
  readonly signIn: SignInView
  readonly redirecting: RedirectingView
  readonly selectFactor: SelectFactorView
  readonly confirmSignIn: ConfirmSignInView
  readonly passkey: PasskeyView
  readonly customChallenge: CustomChallengeView
  readonly selectMfaType: SelectMfaTypeView
  readonly setupTotp: SetupTotpView
  readonly setupEmail: SetupEmailView
  readonly newPassword: NewPasswordView
  readonly signUp: SignUpView
  readonly confirmSignUp: ConfirmSignUpView
  readonly forgotPassword: ForgotPasswordView
  readonly resetPassword: ResetPasswordView
  readonly verifyContact: VerifyContactView
  readonly confirmContact: ConfirmContactView
  readonly passkeyPrompt: PasskeyPromptView
  readonly signedIn: SignedInView
  readonly signingOut: SigningOutView
}

/** What one screen shows and can do, e.g. `ViewOf<'signIn'>`, which is `SignInView`. */
export type ViewOf<Route extends keyof AuthViews> = AuthViews[Route]

/** Discriminated by `route`: in `signIn` there is `submit({ username, password })`, elsewhere not. */
export type AuthView = AuthViews[keyof AuthViews]
