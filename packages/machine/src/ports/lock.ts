import type { RequestOptions } from './request-options.ts'

/** Lets one of all that share the token store refresh at a time. */
export interface Lock {
  /**
   * Runs `work` as soon as nobody else holds the lock, and holds it until `work` settles.
   *
   * @throws what `work` throws, and the signal's reason when it aborts while waiting.
   */
  hold<T>(work: () => Promise<T>, options: RequestOptions): Promise<T>
}
