import type { AuthUser } from '../../auth-user.ts'
import type { BaseView } from './base-view.ts'

/** A user who has just signed in and has no passkey may create one. A browser without passkeys never gets here. */
export interface PasskeyPromptView extends BaseView {
  readonly route: 'passkeyPrompt'
  /** The signed-in user. */
  readonly user: AuthUser
  /**
   * Creates a passkey: `StartWebAuthnRegistration`, the dialog of the browser, `CompleteWebAuthnRegistration`; then
   * the notice `passkeyRegistered`.
   */
  readonly submit: () => void
  /** Drops the request in flight, or closes the dialog of the browser. */
  readonly cancel: () => void
  /** On without it; the next sign-in asks again. */
  readonly skip: () => void
  /** On without it. This browser shows it never again. */
  readonly never: () => void
}
