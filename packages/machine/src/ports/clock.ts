/** The time, so that tests can move it. */
export interface Clock {
  /** Epoch ms. */
  now(): number
}
