import type {
  FirstFactor,
  LoginMechanism,
  PasswordPolicy,
  RedirectInput,
  SignUpAttribute,
} from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'
import type { CheckPassword } from '../screens/fields.ts'
import type { SocialProvider } from '../screens/social-providers.ts'
import type { BaseView, CodeSentView, ScreenExits } from './base-view.ts'
import type { ConfirmSignUpForm, SignUpForm, WithMetadata } from './forms.ts'

/** A new user fills in the form. */
export interface SignUpView extends BaseView, ScreenExits {
  readonly route: 'signUp'
  /** As it was typed last, to fill the field with; empty at first. */
  readonly username: string
  /**
   * What the user name may be; at least one. A user name alone, where e-mail address and phone number are
   * aliases of it.
   */
  readonly loginWith: readonly LoginMechanism[]
  /**
   * The fields besides user name and password, in the order of the configuration, without what the user name
   * always is. Where the user name may be an e-mail address or a phone number, both may also be here.
   */
  readonly attributes: readonly SignUpAttribute[]
  /**
   * What the pool lets users sign in with, from the configuration; `['PASSWORD']` without `passwordless`. With
   * `EMAIL` or `SMS` a sign-up needs no password.
   */
  readonly factors: readonly FirstFactor[]
  /** The rules of the pool for a password. */
  readonly passwordPolicy: PasswordPolicy
  /** Checks a password while it is typed, by the policy of the pool. */
  readonly checkPassword: CheckPassword
  /** Whether a hosted UI is configured, that is whether `redirect` leads anywhere. */
  readonly hasHostedUi: boolean
  /** The providers of the hosted UI, a button for each; empty without one. */
  readonly providers: readonly SocialProvider[]
  /** Creates the user: `SignUp`. */
  readonly submit: (form: SignUpForm) => void
  /**
   * Leaves the page for the hosted UI, or goes through it straight to `provider`, which creates the user at
   * the first sign-in.
   */
  readonly redirect: (input?: RedirectInput) => void
  /**
   * To the screen for the code of a sign-up, if the user already has one: it was sent to `username`
   * before, perhaps from another browser.
   */
  readonly goConfirmSignUp: (input: { username: string }) => void
}

/** A new user confirms the account by a code. */
export interface ConfirmSignUpView extends BaseView, ScreenExits, CodeSentView {
  readonly route: 'confirmSignUp'
  /** The name of the user to confirm, as typed. */
  readonly username: string
  /**
   * The code of the link that has opened this screen, for `submit`, or to fill the field with (by property:
   * `input.value = linkCode.reveal()`). `undefined` without one, and once Cognito has rejected it.
   */
  readonly linkCode: Secret | undefined
  /** Confirms the user: `ConfirmSignUp`. Signs in afterwards where the password is still known. */
  readonly submit: (form: ConfirmSignUpForm) => void
  /** Has another code sent: `ResendConfirmationCode`. Does nothing unless `canResend`. */
  readonly resend: (input?: WithMetadata) => void
}
