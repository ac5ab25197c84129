import type { LoginMechanism, PasswordPolicy } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'
import type { CheckPassword } from '../screens/fields.ts'
import type { BaseView, CodeSentView, ScreenExits } from './base-view.ts'
import type { ResetPasswordForm, WithMetadata } from './forms.ts'

/** The user has forgotten the password and says who they are. */
export interface ForgotPasswordView extends BaseView, ScreenExits {
  readonly route: 'forgotPassword'
  /** As it was typed last, to fill the field with; empty at first. */
  readonly username: string
  /** What the user name may be; at least one. */
  readonly loginWith: readonly LoginMechanism[]
  /** Has a code sent: `ForgotPassword`. */
  readonly submit: (form: { username: string } & WithMetadata) => void
  /**
   * To the screen for the code of a sign-up. Cognito sends no code for a new password to a user who has
   * never confirmed one: such a user confirms the sign-up first.
   */
  readonly goConfirmSignUp: (input: { username: string }) => void
  /**
   * To the screen that sets a new password, for who has a code already: it was sent to `username` before,
   * perhaps from another browser.
   */
  readonly goResetPassword: (input: { username: string }) => void
}

/** The user sets a new password with the code that was sent. */
export interface ResetPasswordView extends BaseView, ScreenExits, CodeSentView {
  readonly route: 'resetPassword'
  /** The name of the user whose password it is, as typed. */
  readonly username: string
  /**
   * The code of the link that has opened this screen, for `submit`, or to fill the field with (by property:
   * `input.value = linkCode.reveal()`). `undefined` without one, and once Cognito has rejected it.
   */
  readonly linkCode: Secret | undefined
  /** The rules of the pool for a password. */
  readonly passwordPolicy: PasswordPolicy
  /** Checks a password while it is typed, by the policy of the pool. */
  readonly checkPassword: CheckPassword
  /** Sets the password: `ConfirmForgotPassword`. */
  readonly submit: (form: ResetPasswordForm) => void
  /** Has another code sent: `ForgotPassword`. Does nothing unless `canResend`. */
  readonly resend: (input?: WithMetadata) => void
}
