import type { AuthUser } from '../../auth-user.ts'
import type { AuthNotice } from '../../chart/context.ts'
import type { AuthFailure } from '../../errors/failure.ts'
import type { PendingLeaf } from '../pending-leaf.ts'

/** What every view has. */
export interface BaseView {
  /**
   * Who is signed in, on whatever screen; `undefined` when nobody is. Guard an app by this and not by
   * the route: `setupTotp` or `confirmContact` may be open while somebody is signed in.
   */
  readonly user: AuthUser | undefined
  /** A request is under way: show that something happens, and disable what would send another one. */
  readonly isPending: boolean
  /** Which request is under way, by the name of its state, e.g. `'submitting'`; `undefined` when none is. */
  readonly pending: PendingLeaf | undefined
  /** What went wrong last, until the next attempt; `undefined` when nothing did. */
  readonly failure: AuthFailure | undefined
  /** What went well last, e.g. `'codeSent'`, until the next attempt; `undefined` when there is nothing to say. */
  readonly notice: AuthNotice | undefined
  /**
   * Who has signed in in another tab while this one was in the middle of something, for a button that
   * calls `goSignedIn`; `undefined` when nobody has.
   */
  readonly elsewhere: AuthUser | undefined
}

/** The ways out of every screen on the way to a sign-in. */
export interface WaysOut {
  /** Gives up the request that is under way; its answer then changes nothing. */
  readonly cancel: () => void
  /** Back to the sign-in screen. */
  readonly goSignIn: () => void
  /** On as the user in `elsewhere`. Does nothing while that is `undefined`. */
  readonly goSignedIn: () => void
}

/** Where the last code went, and when another one may be asked for. */
export interface CodeSentView {
  /** Masked by Cognito, e.g. `a***@e***`; `undefined` when Cognito did not say. */
  readonly destination: string | undefined
  /** `undefined` when Cognito did not say. */
  readonly medium: 'EMAIL' | 'SMS' | undefined
  /** When `resend` becomes possible, in ms since the epoch; 0 when it is at once. */
  readonly resendAt: number
  /** Whether `resend` does something now: no request is under way and `resendAt` has passed. */
  readonly canResend: boolean
}
