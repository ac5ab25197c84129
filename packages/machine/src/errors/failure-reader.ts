import type { AuthFailure, FailureCode } from './failure.ts'

/** What reads errors by the table of failures: see `failure.ts`. */
export interface FailureReader {
  toFailure(thrown: unknown): AuthFailure
  isSessionOver(failure: AuthFailure): boolean
  isTokenRejected(failure: AuthFailure): boolean
  endsChallenge(failure: AuthFailure): boolean
  failureOfReason(reason: { code: string; message: string }): AuthFailure | undefined
}

/** The errors of our own code when the table does not load, and those of the chart, which does not wait for it. */
const known: ReadonlyMap<unknown, readonly [code: FailureCode, retryable: boolean]> = new Map([
  ['NetworkError', ['network', true]],
  ['TimeoutError', ['timeout', true]],
  ['AbortError', ['aborted', true]],
  ['StorageError', ['storageRefused', false]],
  ['UnsupportedChallengeError', ['unsupportedChallenge', false]],
  ['FactorNotAvailableError', ['factorNotAvailable', false]],
  ['MfaTypeNotOfferedError', ['mfaNotSetUp', false]],
])

let reader: FailureReader | undefined

/** From here on errors are read by the table. */
export function readFailuresBy(table: FailureReader): void {
  reader = table
}

/** An error as the chart shows it. The table of failures is loaded before an error reaches the chart. */
export function toFailure(thrown: unknown): AuthFailure {
  if (reader) return reader.toFailure(thrown)
  const { name, message }: { name?: unknown; message?: unknown } = Object(thrown)
  const [code, retryable] = known.get(name) ?? ['unknown', true]
  return { code, message: String(message), retryable, cause: thrown }
}

export function isSessionOver(failure: AuthFailure): boolean {
  return reader?.isSessionOver(failure) ?? false
}

export function isTokenRejected(failure: AuthFailure): boolean {
  return reader?.isTokenRejected(failure) ?? false
}

export function endsChallenge(failure: AuthFailure): boolean {
  return reader?.endsChallenge(failure) ?? false
}

export function failureOfReason(reason: { code: string; message: string }) {
  return reader?.failureOfReason(reason)
}
