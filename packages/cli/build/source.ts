import type { Edit } from './replace-once.ts'

/** A file of the examples that becomes one of the developer's. */
export interface Source {
  /** Relative to `examples/`. */
  readonly from: string
  /** Relative to the folder of the screens. */
  readonly to: string
  /** What is different in the copy, above all what is left out. */
  readonly edits?: readonly Edit[]
}
