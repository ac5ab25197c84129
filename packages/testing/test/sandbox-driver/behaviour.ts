import type { Outcome } from '../../src/catalogue/outcome.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Behaviour } from '../../src/model/behaviour.ts'
import { remember } from '../../src/model/remember.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { type AutofillFact, withAutofill } from '../support/with-autofill.ts'

export type SandboxFact =
  /** Another tab has removed the session whose refresh is awaited. */
  | 'sessionGone'
  /** A sign-up was confirmed, which has a Session for the sign-in. */
  | 'signUpSession'
  | AutofillFact

interface Remembered {
  readonly isSessionGone?: boolean
  readonly hasSession?: boolean
}

const found = (): Remembered => ({ isSessionGone: false })
const gone = (): Remembered => ({ isSessionGone: true })

/** How a refresh ends if the session is not there any more. */
const sessionGone: Outcome = {
  actor: 'refreshSession',
  name: 'SignedOutError',
  rejection: { operation: 'browser', type: 'SignedOutError', message: 'No user is signed in' },
}

/** The chart with the memory of real ports, which decides what can follow. */
export function sandboxBehaviour(behaviour: Behaviour = authBehaviour): Behaviour {
  const running = withAutofill(withVault(behaviour))
  return {
    ...running,
    outcomes: [...running.outcomes, sessionGone],
    machine: (clock) =>
      remember(running.machine(clock), {
        setUser: found,
        setElsewhere: gone,
        clearElsewhere: gone,
        setSignUpSession: ({ type }): Remembered => ({
          hasSession: type === 'xstate.done.actor.confirmSignUp',
        }),
        clearSignUpSession: (): Remembered => ({ hasSession: false }),
      }),
    factsOf: (snapshot, now, leaf) => {
      const { isSessionGone, hasSession }: Remembered = snapshot.context
      const isGone = isSessionGone && leaf === 'restoring.refreshing'
      return [
        ...running.factsOf(snapshot, now, leaf),
        isGone && 'sessionGone',
        hasSession && leaf === 'confirmSignUp.signingIn' && 'signUpSession',
      ]
    },
  }
}
