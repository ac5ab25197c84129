import { failureTable, type Rejection } from '../../errors/failure-table.ts'

const later = { retryable: true } as const
const serviceError: Rejection = { code: 'serviceError', ...later }
const throttled: Rejection = { code: 'throttled', ...later }
const limitExceeded: Rejection = { code: 'limitExceeded', ...later }
const conflict: Rejection = { code: 'conflict' }
const timeout: Rejection = { code: 'timeout', ...later }
const notAuthorized: Rejection = { code: 'notAuthorized' }
const forbidden: Rejection = { code: 'forbidden' }
const notConfigured: Rejection = { code: 'notConfigured' }
const invalidParameter: Rejection = { code: 'invalidParameter' }

/** What every AWS service may answer, without `Exception` at the end of the name. */
export const awsErrors: ReadonlyMap<string, Rejection> = new Map([
  ['InternalFailure', serviceError],
  ['InternalServerError', serviceError],
  ['InternalError', serviceError],
  ['InternalServer', serviceError],
  ['ServiceFailure', serviceError],
  ['ServiceUnavailable', serviceError],
  ['Throttling', throttled],
  ['Throttled', throttled],
  ['RequestThrottled', throttled],
  ['RequestLimitExceeded', throttled],
  ['TooManyRequests', throttled],
  ['SlowDown', throttled],
  ['BandwidthLimitExceeded', throttled],
  ['EC2Throttled', throttled],
  ['ProvisionedThroughputExceeded', throttled],
  ['LimitExceeded', limitExceeded],
  ['ServiceQuotaExceeded', limitExceeded],
  ['RequestTimeout', timeout],
  ['RequestExpired', timeout],
  ['RequestAborted', timeout],
  ['NotAuthorized', notAuthorized],
  ['ExpiredToken', notAuthorized],
  ['UnrecognizedClient', notAuthorized],
  ['InvalidClientTokenId', notAuthorized],
  ['AuthFailure', notAuthorized],
  ['AccessDenied', forbidden],
  ['UnauthorizedOperation', forbidden],
  ['Forbidden', forbidden],
  ['IncompleteSignature', notConfigured],
  ['InvalidSignature', notConfigured],
  ['SignatureDoesNotMatch', notConfigured],
  ['MissingAuthenticationToken', notConfigured],
  ['OptInRequired', notConfigured],
  ['InvalidAction', notConfigured],
  ['MissingAction', notConfigured],
  ['UnknownOperation', notConfigured],
  ['MalformedQueryString', notConfigured],
  ['MalformedHttpRequest', notConfigured],
  ['Serialization', notConfigured],
  ['Validation', invalidParameter],
  ['ValidationError', invalidParameter],
  ['InvalidParameterCombination', invalidParameter],
  ['InvalidParameterValue', invalidParameter],
  ['InvalidQueryParameter', invalidParameter],
  ['MissingParameter', invalidParameter],
  ['BadRequest', invalidParameter],
  ['RequestEntityTooLarge', invalidParameter],
  ['RequestTooLarge', invalidParameter],
  // Cognito's own, of the pool's administration.
  ['PreconditionNotMet', conflict],
  ['TransactionInProgress', { ...conflict, ...later }],
  ['PriorRequestNotComplete', { ...conflict, ...later }],
  ['UserImportInProgress', { ...conflict, ...later }],
  ['UnsupportedUserState', notAuthorized],
  ['InvalidOAuthFlow', notConfigured],
  ['ScopeDoesNotExist', notConfigured],
  ['UnsupportedIdentityProvider', notConfigured],
  ['TierChangeNotAllowed', notConfigured],
  ['WebAuthnConfigurationMissing', notConfigured],
  ['WebAuthnNotEnabled', notConfigured],
])

/** The meaning of an AWS exception that the failure table does not have. */
export function awsRejection(name: string): Rejection | undefined {
  return Object.hasOwn(failureTable, name)
    ? undefined
    : awsErrors.get(name.replace(/Exception$/, ''))
}
