import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import type { Outcome } from '../catalogue/outcome.ts'
import type { FactList } from './facts.ts'
import type { Start } from './model.ts'

type Payload = Readonly<Record<string, unknown>>

/** Time as the model sees it, in epoch ms: it moves when a timer of the chart is due. */
export interface ModelClock {
  now: number
}

/** Everything that may happen to a chart: what users, requests, tabs and timers do. */
export interface Behaviour {
  /** The chart, with guards and delays that read the time from `clock`. */
  readonly machine: (clock: ModelClock) => AnyStateMachine
  readonly starts: readonly Start[]
  /** By event type: one payload for each case that the chart distinguishes. */
  readonly payloads: Readonly<Record<string, readonly Payload[]>>
  readonly outcomes: readonly Outcome[]
  /** Whether an event of this type does not come from the user of the screen. */
  readonly isExternal: (type: string) => boolean
  /** What guards read beside the leaf: two snapshots with the same leaf and facts behave alike. */
  readonly factsOf: (snapshot: AnyMachineSnapshot, now: number, leaf: string) => FactList<string>
}
