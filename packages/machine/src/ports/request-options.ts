/** Cancels a request: every method stops when the signal aborts. */
export interface RequestOptions {
  readonly signal: AbortSignal
}
