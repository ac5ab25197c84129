import type { FormMemory, FormOptions } from '../form-options.ts'

/** What a description may depend on besides the view. */
export interface DescribeOptions extends FormOptions, FormMemory {
  /** The time until then in words; `undefined` when it has passed. */
  readonly timeUntil: (epochMs: number) => string | undefined
  /** A date with its time, in words. */
  readonly date: (epochMs: number) => string
}
