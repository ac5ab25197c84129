import type { Secret } from '../../secret.ts'
import type { BaseView } from './base-view.ts'
import type { SetupTotpForm } from './forms.ts'

/** An authenticator app is set up, on the way to a sign-in or by a user who is signed in. */
export interface SetupTotpView extends BaseView {
  readonly route: 'setupTotp'
  /** Whose app it becomes: the e-mail where it is known, or else the user name. */
  readonly username: string
  /**
   * The key as a `Secret`, which prints as `[secret]` in a template, too: show `setupKey()`.
   * `undefined` until Cognito has sent it.
   */
  readonly secret: Secret | undefined
  /**
   * The key to type into the app, as text. A function, so that it is in no snapshot or log of the
   * view. `undefined` until Cognito has sent it.
   */
  readonly setupKey: () => string | undefined
  /**
   * The `otpauth:` URI for a QR code, with the name of your app as `issuer` and that of the account
   * as `label` (`username` by default). It holds the key. `undefined` until Cognito has sent it.
   */
  readonly setupUri: (issuer: string, label?: string) => string | undefined
  /** The app is set up, and needs no code any more: `retry` does what is left, if `canRetry`. */
  readonly isVerified: boolean
  /** Something went wrong halfway, and `retry` goes on from there. */
  readonly canRetry: boolean
  /**
   * Proves the app by a code of it: `VerifySoftwareToken`. For a user who is signed in it becomes the
   * preferred second factor (`SetUserMFAPreference`), unless `prefer` is `false`.
   */
  readonly submit: (form: SetupTotpForm) => void
  /** Gives up the request that is under way; its answer then changes nothing. */
  readonly cancel: () => void
  /** Goes on after a failure: asks for another key, or does what is left. Does nothing unless `canRetry`. */
  readonly retry: () => void
  /** Back to the sign-in screen, or to the account of a user who is signed in. */
  readonly leave: () => void
  /** On as the user in `elsewhere`. Does nothing while that is `undefined`. */
  readonly goSignedIn: () => void
}
