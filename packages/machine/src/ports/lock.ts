import type { RequestOptions } from './request-options.ts'

export interface LockOptions extends RequestOptions {
  /** Takes the lock from the tab that has it, because it hangs. One such call at a time. */
  readonly steal?: boolean
}

/** Lets one of all that share the token store refresh at a time. */
export interface Lock {
  /**
   * Runs `work` as soon as nobody else holds the lock, and holds it until `work` settles.
   *
   * @throws what `work` throws, and the signal's reason when it aborts while waiting.
   */
  hold<T>(work: () => Promise<T>, options: LockOptions): Promise<T>
}
