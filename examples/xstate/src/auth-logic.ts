import type { Auth } from '@authchart/machine'
import { type AuthSnapshot, actorOf } from '@authchart/machine/xstate'
import { type EventObject, fromCallback } from 'xstate'

/** What {@link authLogic} sends to the machine that invokes it. */
export type AuthChange = { type: 'auth.signedIn' } | { type: 'auth.signedOut' }

/** Logic of a child that follows a running auth: it reports whether a user is signed in. */
export const authLogic = fromCallback<EventObject, { readonly auth: Auth }>(
  ({ sendBack, input: { auth } }) => {
    const actor = actorOf(auth)
    function report(snapshot: AuthSnapshot) {
      const isSignedIn = snapshot.hasTag('authenticated')
      sendBack({ type: isSignedIn ? 'auth.signedIn' : 'auth.signedOut' } satisfies AuthChange)
    }
    report(actor.getSnapshot())
    return actor.subscribe(report).unsubscribe
  },
)
