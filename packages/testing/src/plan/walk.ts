import type { Model, Step } from '../model/model.ts'

/** One session: where it begins, and what happens in it. */
export interface Walk {
  /** Unique in its plan, and the same each time it is planned. */
  readonly title: string
  readonly start: Model['starts'][number]
  readonly steps: readonly Step[]
}
