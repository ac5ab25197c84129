import type { Model, Step } from '../model/model.ts'

/** One sequence of steps through the chart, and its start. */
export interface Walk {
  /** Unique in its plan, and the same each time it is planned. */
  readonly title: string
  readonly start: Model['starts'][number]
  readonly steps: readonly Step[]
}
