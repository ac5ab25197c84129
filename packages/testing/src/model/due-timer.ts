import type { AnyMachineSnapshot, EventObject } from 'xstate'
import { leafNode, lineage } from './leaf.ts'

interface Timer {
  readonly kind: 'timer'
  readonly event: EventObject
  readonly label: string
  /** In ms. */
  readonly afterMs: number
}

type Delay = number | ((scope: object, params: unknown) => number)

/** The timer that is due first, if any runs: later ones of the same leaf never come before it. */
export function dueTimer(snapshot: AnyMachineSnapshot): Timer | undefined {
  const { context, machine } = snapshot
  const delays = machine.implementations.delays as Readonly<Record<string, Delay>>
  const timers = [...lineage(leafNode(snapshot))]
    .flatMap((node) => node.after)
    .map(({ delay, eventType }) => {
      const known = typeof delay === 'string' ? delays[delay] : (delay as Delay)
      const event = { type: eventType }
      const afterMs = typeof known === 'function' ? known({ context, event }, undefined) : known
      return {
        kind: 'timer' as const,
        event,
        label: `after ${String(delay)}`,
        afterMs: afterMs ?? 0,
      }
    })
  return timers.sort((one, other) => one.afterMs - other.afterMs)[0]
}
