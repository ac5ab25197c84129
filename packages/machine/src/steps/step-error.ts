/**
 * An action of a step rejects with it: what is wrong, and with which field. `view.failure.reason` has the reason, and the
 * forms have its text as `failure.reason` in the texts of the step.
 *
 * @example
 * if (response.status === 404) throw new StepError('unknownInvitation', { field: 'code' })
 */
export class StepError extends Error {
  override readonly name = 'StepError'
  /** Read by `toFailure()`. */
  readonly rejection: {
    readonly reason: string
    readonly field?: string | undefined
    readonly retryable?: true | undefined
  }

  /**
   * @param reason for code and for words, e.g. `'unknownInvitation'`
   * @param about `field`: the member of the input that has to be changed; `isRetryable`: the same may succeed later
   */
  constructor(
    reason: string,
    { field, isRetryable }: { field?: string | undefined; isRetryable?: boolean | undefined } = {},
  ) {
    super(reason)
    this.rejection = { reason, ...(field && { field }), ...(isRetryable && { retryable: true }) }
  }
}
