/** What a command prints, and its exit code: by default 0. */
export interface Ended {
  readonly output: string
  readonly complaint?: string
  readonly exitCode?: number
}

/** Where a command runs, and who is in front of it. */
export interface Surroundings {
  /** The folder of the app. */
  readonly folder: string
  /** A user can answer questions. */
  readonly isInteractive: boolean
}

export interface Command {
  readonly help: string
  run(args: readonly string[], surroundings: Surroundings): Promise<Ended>
}
