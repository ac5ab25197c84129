/** The life of the page, or of the app, that the auth runs in. */
export interface PageLife {
  /**
   * Calls back whenever timers may have been late or a retry may help: shown again, online again,
   * woken up. Ends with the function it gives.
   */
  onWake(listener: () => void): () => void
}
