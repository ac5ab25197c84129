import type { CheckPassword } from '../screens/fields.ts'
import type { BaseView, CodeSentView, ScreenExits } from './base-view.ts'
import type { ConfirmSignUpForm, SignUpForm, WithMetadata } from './forms.ts'

/** A new user fills in the form. */
export interface SignUpView extends BaseView, ScreenExits {
  readonly route: 'signUp'
  /** As it was typed last, to fill the field with; empty at first. */
  readonly username: string
  /** Checks a password while it is typed, by the policy of the pool. */
  readonly checkPassword: CheckPassword
  /** Creates the user: `SignUp`. */
  readonly submit: (form: SignUpForm) => void
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
  /** Confirms the user: `ConfirmSignUp`. Signs in afterwards where the password is still known. */
  readonly submit: (form: ConfirmSignUpForm) => void
  /** Has another code sent: `ResendConfirmationCode`. Does nothing unless `canResend`. */
  readonly resend: (input?: WithMetadata) => void
}
