import type { AnyMachineSnapshot } from 'xstate'
import type { Step } from '../model/model.ts'
import type { Walk } from '../plan/walk.ts'

/** One step of a walk, with what the chart says of it. */
export interface ExpectedStep {
  readonly step: Step
  /** The chart before and after the step, on this very walk: with its failures and notices. */
  readonly before: AnyMachineSnapshot
  readonly after: AnyMachineSnapshot
  /** The next steps, for drivers that have to prepare a response before its request. */
  readonly rest: readonly Step[]
}

/** What takes walks: an actor, an app over a scripted Cognito, a page in a browser. */
export interface Driver {
  /** Opens the app for a walk; `after` is the chart at its start. */
  begin(walk: Walk, after: AnyMachineSnapshot): Promise<void>
  /** Makes a step happen, and resolves once its effect can be seen. */
  take(step: ExpectedStep): Promise<void>
  /** Compares with what the chart says, and throws what is wrong. */
  check(step: ExpectedStep): Promise<void>
  /** Closes the app; throws what only shows at the end. Called after a failure as well. */
  end(): Promise<void>
}

/** A driver, and what it cannot do. */
export interface DriverKind {
  /** Opens a driver for a new walk. */
  readonly open: () => Promise<Driver> | Driver
  /** Why a step cannot be taken, for steps that cannot. */
  readonly cannotTake?: (step: Step) => string | undefined
  /** What a step costs there, compared with others; by default 1. */
  readonly costOf?: (step: Step) => number
}
