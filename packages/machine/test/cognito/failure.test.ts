import { expect, test } from 'vitest'
import { isSessionOver, toFailure } from '../../src/errors/failure.ts'

const named = (name: string, message = '') => Object.assign(new Error(message), { name })

test.each([
  ['NotAuthorizedException', 'Incorrect username or password.', 'incorrectCredentials'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'tooManyAttempts'],
  ['NotAuthorizedException', 'User is disabled.', 'userDisabled'],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'sessionRevoked'],
  ['NotAuthorizedException', 'Invalid Refresh Token', 'sessionRevoked'],
  ['NotAuthorizedException', 'Refresh Token has expired', 'sessionExpired'],
  ['NotAuthorizedException', 'Access Token has expired', 'accessTokenExpired'],
  [
    'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED',
    'alreadyConfirmed',
  ],
  ['InvalidParameterException', 'User is already confirmed.', 'alreadyConfirmed'],
  ['InvalidParameterException', 'Something else', 'invalidParameter'],
  [
    'NotAuthorizedException',
    'Unauthenticated access is not supported for this identity pool.',
    'guestAccessRefused',
  ],
  ['NotAuthorizedException', 'Invalid login token. Token expired: 2 >= 1', 'loginRefused'],
  [
    'NotAuthorizedException',
    'Token is not from a supported provider of this identity pool.',
    'notConfigured',
  ],
  ['NotAuthorizedException', "Logins don't match. Please include …", 'identityNotFound'],
  ['NotAuthorizedException', "Access to Identity 'eu-west-1:1' is forbidden.", 'identityNotFound'],
  ['ResourceNotFoundException', "Identity 'eu-west-1:1' not found.", 'identityNotFound'],
  ['ResourceNotFoundException', "IdentityPool 'eu-west-1:1' not found.", 'notConfigured'],
  ['ResourceConflictException', 'Another user is linked.', 'conflict'],
  ['ExternalServiceException', 'Facebook does not answer.', 'serviceError'],
  ['InvalidIdentityPoolConfigurationException', 'No role.', 'notConfigured'],
  ['BrandNewException', 'What is this', 'unknown'],
])('%s "%s" is %s', (name, message, code) => {
  expect(toFailure(named(name, message))).toMatchObject({ code, message })
})

test.each([[undefined], [null], ['text'], [42], [{}], [Object.create(null)], [Symbol('x')]])(
  'every thrown value becomes a failure: %o',
  (thrown) => {
    expect(toFailure(thrown)).toMatchObject({ code: 'unknown', retryable: false, cause: thrown })
  },
)

test('only a definitive answer ends a session', () => {
  const ends = (name: string, message?: string) => isSessionOver(toFailure(named(name, message)))
  expect(ends('NotAuthorizedException', 'Refresh Token has been revoked')).toBe(true)
  expect(ends('RefreshTokenReuseException')).toBe(true)
  expect(ends('UserNotFoundException')).toBe(true)
  expect(ends('NotAuthorizedException', 'Invalid login token. Token expired: 2 >= 1')).toBe(false)
  for (const name of [
    'NetworkError',
    'TimeoutError',
    'AbortError',
    'ServiceError',
    'NonJsonAnswerError',
    'EmptyAnswerError',
    'TooManyRequestsException',
    'StorageError',
    'Any text',
  ]) {
    expect(ends(name), name).toBe(false)
  }
})

test('a failure has the time to retry when the response has it', () => {
  const error = Object.assign(named('TooManyRequestsException'), { retryAt: 1_800_000_000_000 })
  expect(toFailure(error)).toMatchObject({
    code: 'throttled',
    retryable: true,
    retryAt: 1_800_000_000_000,
  })
  expect(toFailure(named('TooManyRequestsException'))).not.toHaveProperty('retryAt')
})

test('a trigger that rejects at the hosted UI is recognised, too', () => {
  const message = 'invalid_request: PreSignUp failed with error Not from here. '
  expect(toFailure(named('HostedUiError', message))).toMatchObject({
    code: 'refusedByTrigger',
    said: 'Not from here',
  })
  expect(toFailure(named('TypeError', 'This failed with error x'))).not.toHaveProperty('said')
})

test('a validation error that no client has read still leads to its field', () => {
  const at = (member: string) =>
    toFailure(
      named(
        'InvalidParameterException',
        `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must …`,
      ),
    )
  expect(at('username')).toMatchObject({ code: 'invalidUsername', field: 'username' })
  expect(at('password')).toMatchObject({ code: 'invalidPassword', field: 'password' })
  for (const member of ['code', 'confirmationCode', 'userCode']) {
    expect(at(member)).toMatchObject({ code: 'codeMismatch', field: 'code' })
  }
})

test('an error of the AWS SDK is read by its status, too', () => {
  const error = Object.assign(new Error('x'), { name: 'New', $metadata: { httpStatusCode: 503 } })
  expect(toFailure(error)).toMatchObject({ code: 'serviceError', retryable: true })
})
