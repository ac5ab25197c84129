interface Run<T> {
  readonly key: unknown
  readonly isForced: boolean
  readonly result: Promise<T>
}

interface RunOptions {
  /** Calls share a result only under the same key, e.g. of one session. */
  readonly key: unknown
  /** The result has to be newer than this call. */
  readonly isForced: boolean
}

/**
 * Runs one piece of work at a time; callers at the same time share its result. A forced call does not
 * join a run that is not forced: it starts its own after that one.
 */
export class SingleFlight<T> {
  #current: Run<T> | undefined

  run({ key, isForced }: RunOptions, work: () => Promise<T>): Promise<T> {
    const running = this.#current?.key === key ? this.#current : undefined
    if (running && (running.isForced || !isForced)) return running.result
    const previous = running?.result.catch(() => undefined) ?? Promise.resolve()
    const result = previous.then(work).finally(() => {
      if (this.#current?.result === result) this.#current = undefined
    })
    this.#current = { key, isForced, result }
    return result
  }
}
