/** How a request is given up: every method stops when the signal aborts. */
export interface RequestOptions {
  readonly signal: AbortSignal
}
