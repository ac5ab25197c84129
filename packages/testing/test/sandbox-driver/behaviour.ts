import type { AuthUser } from '@authchart/machine'
import { assign } from 'xstate'
import type { Outcome } from '../../src/catalogue/outcome.ts'
import { asRunning } from '../../src/model/as-running.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Behaviour } from '../../src/model/behaviour.ts'

interface Remembered {
  /** Another tab has taken the session away whose refresh is awaited. */
  readonly isSessionGone?: boolean
}

/** What a refresh ends with whose session is not there any more. */
const sessionGone: Outcome = {
  actor: 'refreshSession',
  name: 'SignedOutError',
  refusal: { operation: 'browser', type: 'SignedOutError', message: 'Nobody is signed in' },
}

/** The chart as real ports move it: some of what they remember decides what can follow. */
export function sandboxBehaviour(behaviour: Behaviour = authBehaviour): Behaviour {
  const running = asRunning(behaviour)
  return {
    ...running,
    outcomes: [...running.outcomes, sessionGone],
    machine: (clock) =>
      running.machine(clock).provide({
        actions: {
          setUser: assign((_: unknown, { user }: { user?: AuthUser }) => ({
            ...(user && { user }),
            isSessionGone: false,
          })),
          setElsewhere: assign((_: unknown, { user }: { user: AuthUser }) => ({
            elsewhere: user,
            isSessionGone: true,
          })),
          clearElsewhere: assign({ elsewhere: undefined, isSessionGone: true }),
        } as never,
      }),
    tellApart: (snapshot, now, leaf) => {
      const { isSessionGone }: Remembered = snapshot.context
      const isGone = isSessionGone && leaf === 'restoring.refreshing'
      const told = running.tellApart(snapshot, now, leaf)
      return [told, isGone && 'session gone'].filter(Boolean).join(', ')
    },
  }
}
