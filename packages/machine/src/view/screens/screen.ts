import type { ScreenEvent } from '../../chart/events.ts'
import type { AuthSnapshot } from '../path.ts'

export type Send = (event: ScreenEvent) => void

/** One screen: what it shows, read from the snapshot, and what its user can do, sent as events. */
export interface Screen {
  readonly show: (snapshot: AuthSnapshot) => object
  readonly act: (send: Send) => object
}

/** The ways out of whatever leads to a sign-in. */
export const leaves = (send: Send) => ({
  goSignIn: () => send({ type: 'go.signIn' }),
  /** To the user of `elsewhere`, should somebody have signed in in another tab. */
  goSignedIn: () => send({ type: 'go.signedIn' }),
})

/** For who comes with a code that was sent before, perhaps to another browser. */
export const goConfirmSignUp =
  (send: Send) =>
  ({ username }: { username: string }) =>
    send({ type: 'go.confirmSignUp', username })

/** Likewise, with the code for a new password. */
export const goResetPassword =
  (send: Send) =>
  ({ username }: { username: string }) =>
    send({ type: 'go.resetPassword', username })

export const nothing = () => ({})
