/** An exception of the Cognito API: `type` goes out as `__type`, `message` as it is. */
export class CognitoError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.name = 'CognitoError'
    this.type = type
  }
}

export const invalidParameter = (message: string) =>
  new CognitoError('InvalidParameterException', message)

export const notAuthorized = (message: string) =>
  new CognitoError('NotAuthorizedException', message)

export const resourceNotFound = (message: string) =>
  new CognitoError('ResourceNotFoundException', message)

export const userNotFound = (message = 'User does not exist.') =>
  new CognitoError('UserNotFoundException', message)

export const wrongCredentials = () => notAuthorized('Incorrect username or password.')

export const limitExceeded = () =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.')

export const expiredCode = () =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.')

export const codeMismatch = () =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.')
