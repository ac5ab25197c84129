import type { Secret } from '../../secret.ts'
import type { BaseView, OtherFactors } from './base-view.ts'
import type { SetupTotpForm } from './forms.ts'

/** An authenticator app is set up, during a sign-in or by a signed-in user. */
export interface SetupTotpView extends BaseView, OtherFactors {
  readonly route: 'setupTotp'
  /** The user whose app it becomes: the e-mail if it is known, or else the user name. */
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
   * as `label` (`username` by default). It contains the key. `undefined` until Cognito has sent it.
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
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** Continues after a failure: requests another key, or sends the missing request. Does nothing unless `canRetry`. */
  readonly retry: () => void
  /** Back to the sign-in screen, or to the account of a user who is signed in. */
  readonly leave: () => void
  /** On as the user in `elsewhere`. Does nothing while that is `undefined`. */
  readonly goSignedIn: () => void
}
