import type { ScreenEvent } from '../../chart/events.ts'
import type { AuthSnapshot } from '../path.ts'

export type Send = (event: ScreenEvent) => void

/** One screen: what it shows, read from the snapshot, and what its user can do, sent as events. */
export interface Screen {
  readonly show: (snapshot: AuthSnapshot) => object
  readonly act: (send: Send) => object
}

/** The exits of each screen before a sign-in. */
export function exits(send: Send) {
  return {
    goSignIn: () => send({ type: 'go.signIn' }),
    /** Continues as the user of `elsewhere`, who has signed in in another tab. */
    goSignedIn: () => send({ type: 'go.signedIn' }),
  }
}

/** Another first factor, on each screen of a challenge. */
export function goSelectFactor(send: Send) {
  return () => send({ type: 'go.selectFactor' })
}

/** For a user who already has a code, perhaps from another browser. */
export function goConfirmSignUp(send: Send) {
  return ({ username }: { username: string }) => send({ type: 'go.confirmSignUp', username })
}

/** Likewise, with the code for a new password. */
export function goResetPassword(send: Send) {
  return ({ username }: { username: string }) => send({ type: 'go.resetPassword', username })
}

export function nothing() {
  return {}
}
