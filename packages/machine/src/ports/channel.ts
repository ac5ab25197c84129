/** Why a session is over, in the words of a failure. */
export interface StoreChangeReason {
  readonly code: string
  readonly message: string
}

/** What one tab tells the others: the token store has changed. Carries no token: they look for themselves. */
export interface StoreChange {
  /** Where the session is over: why. */
  readonly reason?: StoreChangeReason | undefined
  /** Ms by which the clock that all tabs share is ahead of Cognito's, just seen. */
  readonly clockDrift?: number | undefined
}

/** Connects everything that shares the token store, e.g. the tabs of a browser. */
export interface Channel {
  /** Reaches all others, not the sender. Never throws. */
  post(change: StoreChange): void
  /**
   * Calls back until the function it gives is called. Without a change where only the store is known to
   * have changed: what another tab posts about it may come sooner or later.
   */
  listen(listener: (change?: StoreChange) => void): () => void
}
