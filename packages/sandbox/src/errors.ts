/** An exception of the Cognito API: `type` is sent as `__type`, `message` unchanged. */
export class CognitoError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.name = 'CognitoError'
    this.type = type
  }
}

export function invalidParameter(message: string) {
  return new CognitoError('InvalidParameterException', message)
}

export function notAuthorized(message: string) {
  return new CognitoError('NotAuthorizedException', message)
}

export function resourceNotFound(message: string) {
  return new CognitoError('ResourceNotFoundException', message)
}

export function userNotFound(message = 'User does not exist.') {
  return new CognitoError('UserNotFoundException', message)
}

export function wrongCredentials() {
  return notAuthorized('Incorrect username or password.')
}

export function limitExceeded() {
  return new CognitoError(
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
  )
}

export function expiredCode() {
  return new CognitoError(
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
  )
}

export function codeMismatch() {
  return new CognitoError(
    'CodeMismatchException',
    'Invalid verification code provided, please try again.',
  )
}
