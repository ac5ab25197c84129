import { withDeadline } from './deadline.ts'

/** Runs tasks one after the other: a slow storage may finish two writes in the wrong order. */
export class SerialQueue {
  readonly #timeoutMs: number
  #last: Promise<unknown> = Promise.resolve()

  /** @param timeoutMs how long (ms) a task that hangs keeps the next one waiting. */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
  }

  /** Settles as `task` does. A task that fails does not stop the next one. */
  add<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = withDeadline(this.#timeoutMs, () => result).catch(() => undefined)
    return result
  }
}
