import type { AuthUser } from '../auth-user.ts'
import type { AuthFailure } from '../failure.ts'
import type { ClientMetadata } from '../ports/index.ts'
import type { Secret } from '../secret.ts'

/** What screens send: `screen.verb`, so that a stale click cannot act on the next screen. */
export type ScreenEvent =
  | { type: 'go.signIn' }
  | { type: 'go.signUp' }
  | {
      type: 'signIn.submit'
      username: string
      password: Secret
      clientMetadata?: ClientMetadata | undefined
    }
  | { type: 'signIn.cancel' }
  | {
      type: 'signUp.submit'
      username: string
      password: Secret
      attributes?: Readonly<Record<string, string>> | undefined
      validationData?: Readonly<Record<string, string>> | undefined
      clientMetadata?: ClientMetadata | undefined
    }
  | { type: 'signUp.cancel' }
  | { type: 'confirmSignUp.submit'; code: Secret; clientMetadata?: ClientMetadata | undefined }
  | { type: 'confirmSignUp.resend' }
  | { type: 'confirmSignUp.cancel' }
  | { type: 'signOut'; global?: boolean }

/** What the session's child actor reports while signed in. */
export type SessionEvent =
  | { type: 'session.refreshed'; user: AuthUser }
  | { type: 'session.refreshFailed'; failure: AuthFailure }
  | { type: 'session.ended'; failure: AuthFailure }

export type AuthEvent = ScreenEvent | SessionEvent

/** Emitted to listeners (`auth.actor.on(type, …)`), in the past tense: the classic Hub, typed. */
export type AuthEmitted =
  | { type: 'signedIn'; user: AuthUser }
  /** `reason` when the session ended by itself. */
  | { type: 'signedOut'; reason: AuthFailure | undefined }
  | { type: 'signUp.completed'; username: string }
  | { type: 'token.refreshed'; user: AuthUser }
  | { type: 'token.refreshFailed'; failure: AuthFailure }
  | { type: 'failure'; failure: AuthFailure }
