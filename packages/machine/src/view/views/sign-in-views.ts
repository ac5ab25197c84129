import type {
  FirstFactor,
  LastSignIn,
  LoginMechanism,
  MfaType,
  PasswordPolicy,
  RedirectInput,
} from '../../ports/index.ts'
import type { CheckPassword } from '../screens/fields.ts'
import type { SocialProvider } from '../screens/social-providers.ts'
import type { BaseView, OtherFactors, ScreenExits } from './base-view.ts'
import type {
  ConfirmSignInForm,
  NewPasswordForm,
  SelectFactorForm,
  SignInForm,
  WithMetadata,
} from './forms.ts'

/** No user is signed in, and nothing has begun. */
export interface SignInView extends BaseView {
  readonly route: 'signIn'
  /** As it was typed last, to fill the field with; empty at first. */
  readonly username: string
  /** What the user name may be; at least one. */
  readonly loginWith: readonly LoginMechanism[]
  /**
   * What the pool lets users sign in with, from the configuration; `['PASSWORD']` without `passwordless`. With
   * more the form begins with the user name alone.
   */
  readonly factors: readonly FirstFactor[]
  /** The last sign-in in this browser; `undefined` without one, and where that is not stored. */
  readonly lastSignIn: LastSignIn | undefined
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

/** The user has several first factors and chooses, at first or as another way. */
export interface SelectFactorView extends BaseView, ScreenExits {
  readonly route: 'selectFactor'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** What there is to choose from, in the order of the forms. */
  readonly options: readonly FirstFactor[]
  /** Signs in with the factor: `InitiateAuth`. */
  readonly submit: (form: SelectFactorForm) => void
}

/** The user signs in with a passkey. While `pending` is `signing`, the browser shows its dialog. */
export interface PasskeyView extends BaseView, ScreenExits, OtherFactors {
  readonly route: 'passkey'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** Has the browser ask again: `InitiateAuth`. Does nothing while a request is in flight. */
  readonly submit: (input?: WithMetadata) => void
}

/** The sign-in requires a code, as a first or as a second factor. */
export interface ConfirmSignInView extends BaseView, ScreenExits, OtherFactors {
  readonly route: 'confirmSignIn'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** `first`: the code is instead of a password. `second`: it is required after one. */
  readonly factor: 'first' | 'second'
  /** Where the code comes from. */
  readonly mfaType: MfaType
  /** Where the code went, masked by Cognito; `undefined` for an authenticator app. */
  readonly destination: string | undefined
  /** What the user called the authenticator app; `undefined` for other factors and without a name. */
  readonly deviceName: string | undefined
  /** When `resend` becomes possible, in ms since the epoch; 0 for a second factor. */
  readonly resendAt: number
  /** Whether `resend` does something now: for a first factor, once `resendAt` has passed. */
  readonly canResend: boolean
  /** Answers with the code: `RespondToAuthChallenge`. */
  readonly submit: (form: ConfirmSignInForm) => void
  /** Has another code of a first factor sent: `InitiateAuth`. Does nothing unless `canResend`. */
  readonly resend: (input?: WithMetadata) => void
}

/** A trigger of the user pool asks a question of its own. */
export interface CustomChallengeView extends BaseView, ScreenExits, OtherFactors {
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
export interface SelectMfaTypeView extends BaseView, ScreenExits, OtherFactors {
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
export interface SetupEmailView extends BaseView, ScreenExits, OtherFactors {
  readonly route: 'setupEmail'
  /** The name of the user who signs in, as typed. */
  readonly username: string
  /** Has a code sent to that address. */
  readonly submit: (form: { email: string } & WithMetadata) => void
}

/** The password was a temporary one. */
export interface NewPasswordView extends BaseView, ScreenExits, OtherFactors {
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
