import type { LoginMechanism, MfaType, PasswordPolicy, RedirectInput } from '../../ports/index.ts'
import type { CheckPassword } from '../screens/fields.ts'
import type { SocialProvider } from '../screens/social-providers.ts'
import type { BaseView, ScreenExits } from './base-view.ts'
import type { ConfirmSignInForm, NewPasswordForm, SignInForm, WithMetadata } from './forms.ts'

/** No user is signed in, and nothing has begun. */
export interface SignInView extends BaseView {
  readonly route: 'signIn'
  /** As it was typed last, to fill the field with; empty at first. */
  readonly username: string
  /** What the user name may be; at least one. */
  readonly loginWith: readonly LoginMechanism[]
  /** Whether a hosted UI is configured, that is whether `redirect` leads anywhere. */
  readonly hasHostedUi: boolean
  /** The providers of the hosted UI, a button for each; empty without one. */
  readonly providers: readonly SocialProvider[]
  /** Signs in: `InitiateAuth`. */
  readonly submit: (form: SignInForm) => void
  /** Leaves the page for the hosted UI, or goes through it straight to `provider`. */
  readonly redirect: (input?: RedirectInput) => void
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** To the sign-up screen. */
  readonly goSignUp: () => void
  /** To the screen that sends a code to set a new password. */
  readonly goForgotPassword: () => void
  /**
   * To the screen for the code of a sign-up, if the user already has one: it was sent to `username`
   * before, perhaps from another browser.
   */
  readonly goConfirmSignUp: (input: { username: string }) => void
  /**
   * To the screen that sets a new password, for who has a code already: it was sent to `username` before,
   * perhaps from another browser.
   */
  readonly goResetPassword: (input: { username: string }) => void
}

/** The sign-in requires a code of a second factor. */
export interface ConfirmSignInView extends BaseView, ScreenExits {
  readonly route: 'confirmSignIn'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** Where the code comes from. */
  readonly mfaType: MfaType
  /** Where the code went, masked by Cognito; `undefined` for an authenticator app. */
  readonly destination: string | undefined
  /** What the user called the authenticator app; `undefined` for other factors and without a name. */
  readonly deviceName: string | undefined
  /** Answers with the code: `RespondToAuthChallenge`. */
  readonly submit: (form: ConfirmSignInForm) => void
}

/** A trigger of the user pool asks a question of its own. */
export interface CustomChallengeView extends BaseView, ScreenExits {
  readonly route: 'customChallenge'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** The public parameters of the question, from the trigger that creates it. */
  readonly parameters: Readonly<Record<string, string>>
  /** 1 for the first question of a sign-in, 2 for the one after it. */
  readonly round: number
  /** Answers the question: `RespondToAuthChallenge`. */
  readonly submit: (form: { answer: string } & WithMetadata) => void
}

/** The user has several second factors, or has to set one up, and chooses. */
export interface SelectMfaTypeView extends BaseView, ScreenExits {
  readonly route: 'selectMfaType'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** What there is to choose from. */
  readonly options: readonly MfaType[]
  /** `'signIn'`: the sign-in requires the factor at once. `'setup'`: it is set up first. */
  readonly purpose: 'setup' | 'signIn'
  /** Goes on with the factor that was chosen. */
  readonly submit: (form: { mfaType: MfaType } & WithMetadata) => void
}

/** The pool wants a second factor, and the user gives the e-mail address for it. */
export interface SetupEmailView extends BaseView, ScreenExits {
  readonly route: 'setupEmail'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** Has a code sent to that address. */
  readonly submit: (form: { email: string } & WithMetadata) => void
}

/** The password was a temporary one. */
export interface NewPasswordView extends BaseView, ScreenExits {
  readonly route: 'newPassword'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** Names of the attributes that have to come with the password, e.g. `'given_name'`; often empty. */
  readonly missingAttributes: readonly string[]
  /** The rules of the pool for a password. */
  readonly passwordPolicy: PasswordPolicy
  /** Checks a password while it is typed, by the policy of the pool. */
  readonly checkPassword: CheckPassword
  /** Sets the password and goes on with the sign-in: `RespondToAuthChallenge`. */
  readonly submit: (form: NewPasswordForm) => void
}
