/** What a command prints, and its exit code: by default 0. */
export interface Ended {
  readonly output: string
  readonly complaint?: string
  readonly exitCode?: number
}

export interface Command {
  readonly help: string
  run(args: readonly string[]): Promise<Ended>
}
