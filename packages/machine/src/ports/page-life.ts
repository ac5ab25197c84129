/** The life of the page, or of the app, that the auth runs in. */
export interface PageLife {
  /**
   * Calls the listener when timers may have been late or a retry may succeed: the page is shown again,
   * online again, or woken up. Returns the function that unsubscribes.
   */
  onWake(listener: () => void): () => void
}
