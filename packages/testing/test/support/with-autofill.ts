import type { Behaviour } from '../../src/model/behaviour.ts'
import type { Step } from '../../src/model/model.ts'
import { remember } from '../../src/model/remember.ts'

/** The browser does not offer passkeys any more while the form is shown. */
export type AutofillFact = 'autofillOver'

interface Remembered {
  readonly isAutofillOver?: boolean
}

const offered = (): Remembered => ({ isAutofillOver: false })

/** A behaviour in which the list of passkeys in the form fails once: the next form has it again. */
export function withAutofill(behaviour: Behaviour): Behaviour {
  return {
    ...behaviour,
    machine: (clock) =>
      remember(behaviour.machine(clock), {
        emitFailure: ({ type }): Remembered =>
          type === 'xstate.error.actor.autofillPasskey' ? { isAutofillOver: true } : {},
        clearMessages: offered,
        readLastSignIn: offered,
      }),
    factsOf: (snapshot, now, leaf) => {
      const { isAutofillOver }: Remembered = snapshot.context
      return [
        ...behaviour.factsOf(snapshot, now, leaf),
        isAutofillOver && leaf === 'signIn.editing' && 'autofillOver',
      ]
    },
  }
}

/** Whether a step is an end of the list that is over already. */
export function isAutofillOver({ from, outcome }: Step): boolean {
  return (
    outcome?.actor === 'autofillPasskey' && (from.facts as ReadonlySet<string>).has('autofillOver')
  )
}
