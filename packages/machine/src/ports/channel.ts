/** Why a session has ended: the code and message of a failure. */
export interface StoreChangeReason {
  readonly code: string
  readonly message: string
}

/** A tab posts it when the token store has changed. It has no token: each tab reads the store itself. */
export interface StoreChange {
  /** Why the session has ended, when it has. */
  readonly reason?: StoreChangeReason | undefined
  /** Ms by which this machine's clock is ahead of Cognito's, as last measured. */
  readonly clockDrift?: number | undefined
}

/** Connects everything that shares the token store, e.g. the tabs of a browser. */
export interface Channel {
  /** Reaches all others, not the sender. Never throws. */
  post(change: StoreChange): void
  /**
   * Subscribes; the function that it returns unsubscribes. The listener gets no change when only the
   * store is known to have changed: the post of the other tab may arrive before or after that.
   */
  listen(listener: (change?: StoreChange) => void): () => void
}
