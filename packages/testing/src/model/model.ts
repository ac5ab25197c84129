import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate'
import type { Outcome } from '../catalogue/outcome.ts'
import type { Fact, Facts } from './facts.ts'

/** What moves the chart from one place to the next. */
export type Kind =
  /** A user's action. */
  | 'action'
  /** How a request ends. */
  | 'outcome'
  /** Something that happens elsewhere: another tab, a refresh, a reading of the account. */
  | 'external'
  /** A timer of the chart. */
  | 'timer'

/** Where a walk begins. */
export interface Start {
  /** e.g. `the page is opened`. */
  readonly name: string
  readonly input: unknown
  /** The chart at the start, for a model that begins at a running chart: see `exploreFrom`. */
  readonly snapshot?: AnyMachineSnapshot
}

/**
 * A step that the chart can take.
 *
 * @typeParam Own facts of an extended chart.
 */
export interface Step<Own extends string = never> {
  readonly from: Place<Own>
  readonly to: Place<Own>
  readonly kind: Kind
  readonly event: EventObject
  /** Short and readable, e.g. `signIn.submit`, `signIn: SMS_MFA`. */
  readonly label: string
  /** Only steps of the kind `outcome` have one. */
  readonly outcome?: Outcome
  /** What the step takes: `<leaf> — <branch of the chart> → <leaf>`. */
  readonly transition: string
  /** The branches of the chart that it follows, by state and number. */
  readonly branch: string
  /** Only steps of the kind `timer` have one: the delay in ms. */
  readonly afterMs?: number
}

/**
 * A state of the model: a leaf of the chart, with the facts that its guards read.
 *
 * @typeParam Own facts of an extended chart.
 */
export interface Place<Own extends string = never> {
  /** Unique in its model. Its text may change: read `leaf` and `facts`. */
  readonly id: string
  /** e.g. `signIn.editing`. */
  readonly leaf: string
  readonly facts: Facts<Fact | Own>
  /** The chart after the first path that led here. */
  readonly snapshot: AnyMachineSnapshot
  readonly steps: Step<Own>[]
  /** A walk has just begun. The same leaf later in the walk is another place. */
  readonly isStart: boolean
}

/** A chart as a graph of everything that can happen in it. */
export interface Model {
  readonly machine: AnyStateMachine
  readonly starts: readonly (Start & { readonly place: Place })[]
  readonly places: readonly Place[]
  readonly steps: readonly Step[]
}
