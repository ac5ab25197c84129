import type { AuthUser } from '../../auth-user.ts'
import type { AuthNotice } from '../../chart/context.ts'
import type { AuthFailure } from '../../errors/failure.ts'
import type { FirstFactor } from '../../ports/index.ts'
import type { PendingLeaf } from '../pending-leaf.ts'

/** What every view has. */
export interface BaseView {
  /**
   * The signed-in user, on every screen; `undefined` without one. Guard an app by this and not by the
   * route: `setupTotp` and `confirmContact` also belong to a signed-in user.
   */
  readonly user: AuthUser | undefined
  /** A request is in flight: show that, and disable the buttons that would send another one. */
  readonly isPending: boolean
  /** The request in flight, by the name of its state, e.g. `'submitting'`; `undefined` when none is. */
  readonly pending: PendingLeaf | undefined
  /** What went wrong last, until the next attempt; `undefined` when nothing did. */
  readonly failure: AuthFailure | undefined
  /** What went well last, e.g. `'codeSent'`, until the next attempt; `undefined` when there is nothing to say. */
  readonly notice: AuthNotice | undefined
  /**
   * The user who has signed in in another tab while this one showed an unfinished screen, for a button
   * that calls `goSignedIn`; `undefined` without one.
   */
  readonly elsewhere: AuthUser | undefined
}

/** The exits of every screen before a sign-in. */
export interface ScreenExits {
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** Back to the sign-in screen. */
  readonly goSignIn: () => void
  /** On as the user in `elsewhere`. Does nothing while that is `undefined`. */
  readonly goSignedIn: () => void
}

/** Another first factor, on each screen of a challenge. */
export interface OtherFactors {
  /** The first factors that the user may take instead, in the order of the forms; empty without any. */
  readonly otherFactors: readonly FirstFactor[]
  /** To the choice of the first factor. Does nothing while `otherFactors` is empty. */
  readonly goSelectFactor: () => void
}

/** Where the last code was sent, and when another one can be. */
export interface CodeSentView {
  /** Masked by Cognito, e.g. `a***@e***`; `undefined` when Cognito did not say. */
  readonly destination: string | undefined
  /** `undefined` when Cognito did not say. */
  readonly medium: 'EMAIL' | 'SMS' | undefined
  /** When `resend` becomes possible, in ms since the epoch; 0 when it is at once. */
  readonly resendAt: number
  /** Whether `resend` does something now: no request is in flight and `resendAt` has passed. */
  readonly canResend: boolean
}
