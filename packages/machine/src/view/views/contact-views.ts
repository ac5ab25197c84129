import type { AuthUser } from '../../auth-user.ts'
import type { Contact } from '../../ports/index.ts'
import type { BaseView, CodeSentView } from './base-view.ts'
import type { WithMetadata } from './forms.ts'

/** A user who has just signed in may verify an e-mail address or a phone number. */
export interface VerifyContactView extends BaseView {
  readonly route: 'verifyContact'
  /** The signed-in user. */
  readonly user: AuthUser
  /** What can be verified; at least one. */
  readonly contacts: readonly Contact[]
  /** Has a code sent to that contact: `GetUserAttributeVerificationCode`. */
  readonly submit: (form: { attribute: string } & WithMetadata) => void
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** On without it. */
  readonly skip: () => void
}

/** A user who is signed in confirms an e-mail address or a phone number by a code. */
export interface ConfirmContactView extends BaseView, CodeSentView {
  readonly route: 'confirmContact'
  /** The signed-in user. */
  readonly user: AuthUser
  /** What is confirmed: `'email'` or `'phone_number'`. */
  readonly attribute: string
  /** Confirms it: `VerifyUserAttribute`. */
  readonly submit: (form: { code: string }) => void
  /** Has another code sent: `GetUserAttributeVerificationCode`. Does nothing unless `canResend`. */
  readonly resend: (input?: WithMetadata) => void
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** On without it. */
  readonly skip: () => void
}
