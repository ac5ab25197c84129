import type { authMachine } from '@authchart/machine/xstate'
import { type AnyEventObject, type AnyStateMachine, enqueueActions } from 'xstate'

/** An action of the chart: a name that the chart no longer has does not compile. */
type ActionName = keyof NonNullable<Parameters<typeof authMachine.provide>[0]['actions']>

/** By action, what it changes in the context in addition. */
type Memories = Partial<
  Readonly<Record<ActionName, (event: AnyEventObject, context: object) => object>>
>

/** A machine may remember more than once after the same action. */
function freeName(name: string, own: object): string {
  const next = `${name} of the chart`
  return Object.hasOwn(own, next) ? freeName(next, own) : next
}

/** Lets actions of the chart do what they do, and then write something more into the context. */
export function remember(machine: AnyStateMachine, memories: Memories): AnyStateMachine {
  const own = machine.implementations.actions
  const actions: Record<string, unknown> = {}
  for (const [name, change] of Object.entries(memories)) {
    const original = freeName(name, own)
    actions[original] = own[name]
    actions[name] = enqueueActions(({ enqueue, event, context }, params: never) => {
      enqueue({ type: original, params } as never)
      enqueue.assign(change(event, context))
    })
  }
  return machine.provide({ actions } as never)
}
