import type { AuthFailure, FailureCode } from './failure.ts'

/** What reads errors by the table of failures: see `failure.ts`. */
export interface FailureReader {
  toFailure(thrown: unknown): AuthFailure
  isSessionOver(failure: AuthFailure): boolean
  isTokenRejected(failure: AuthFailure): boolean
  endsChallenge(failure: AuthFailure): boolean
  failureOfReason(reason: { code: string; message: string }): AuthFailure | undefined
}

/** The errors of our own code when the table does not load. All others wait for it. */
const codes: ReadonlyMap<unknown, FailureCode> = new Map<unknown, FailureCode>([
  ['NetworkError', 'network'],
  ['TimeoutError', 'timeout'],
  ['AbortError', 'aborted'],
  ['StorageError', 'storageRefused'],
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
  const code = codes.get(name) ?? 'unknown'
  return { code, message: String(message), retryable: code !== 'storageRefused', cause: thrown }
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
