/** The current time. Tests replace it. */
export interface Clock {
  /** Epoch ms. */
  now(): number
}
