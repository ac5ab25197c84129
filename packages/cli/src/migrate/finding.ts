/** A place in the code of the app. */
interface Place {
  /** Relative to the folder of the app, with slashes. */
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** What was rewritten. */
export interface Rewritten extends Place {
  readonly from: string
  readonly to: string
}

/** What is left to the developer. */
export interface Finding extends Place {
  /** `todo`: it is as it was. `check`: it was rewritten, and may need a look. */
  readonly kind: 'todo' | 'check'
  /** The code as it was, on one line. */
  readonly what: string
  readonly advice: string
  /** A page of the documentation, with its anchor. */
  readonly link: string
}
