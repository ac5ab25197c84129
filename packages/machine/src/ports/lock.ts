import type { RequestOptions } from './request-options.ts'

export interface LockOptions extends RequestOptions {
  /** Takes the lock from a tab that hangs. One such call at a time. */
  readonly steal?: boolean
}

/** Lets one of the tabs that share the token store refresh at a time. */
export interface Lock {
  /**
   * Runs `work` as soon as the lock is free, and releases the lock when `work` settles.
   *
   * @throws what `work` throws, and the signal's reason when it aborts while waiting.
   */
  hold<T>(work: () => Promise<T>, options: LockOptions): Promise<T>
}
