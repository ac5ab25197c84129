interface Row {
  /** The exception's name: Cognito's, or one of ours for what never reached Cognito. */
  readonly name: string
  /** Only when the message has this text: Cognito uses one name for several things. */
  readonly says?: string
  readonly code: string
  /** The form field to point at. */
  readonly field?: 'username' | 'password' | 'code'
  /** The same request may succeed later, unchanged. */
  readonly retryable?: true
  /** The session cannot be refreshed any more. */
  readonly endsSession?: true
}

/** First match wins, so the rows with a text stand before the row of the bare name. */
const rows = [
  {
    name: 'NotAuthorizedException',
    says: 'Incorrect username or password',
    code: 'incorrectCredentials',
    field: 'password',
  },
  {
    name: 'NotAuthorizedException',
    says: 'Password attempts exceeded',
    code: 'tooManyAttempts',
    field: 'password',
    retryable: true,
  },
  {
    name: 'NotAuthorizedException',
    says: 'User is disabled',
    code: 'userDisabled',
    endsSession: true,
  },
  { name: 'NotAuthorizedException', says: 'Current status is CONFIRMED', code: 'alreadyConfirmed' },
  {
    name: 'NotAuthorizedException',
    says: 'Refresh Token has expired',
    code: 'sessionExpired',
    endsSession: true,
  },
  { name: 'NotAuthorizedException', says: 'Access Token has expired', code: 'accessTokenExpired' },
  { name: 'NotAuthorizedException', says: 'Token', code: 'sessionRevoked', endsSession: true },
  { name: 'NotAuthorizedException', code: 'notAuthorized', endsSession: true },
  { name: 'RefreshTokenReuseException', code: 'sessionRevoked', endsSession: true },
  { name: 'UserNotConfirmedException', code: 'userNotConfirmed', endsSession: true },
  { name: 'UserNotFoundException', code: 'userNotFound', field: 'username', endsSession: true },
  { name: 'PasswordResetRequiredException', code: 'passwordResetRequired', endsSession: true },
  { name: 'UsernameExistsException', code: 'usernameExists', field: 'username' },
  { name: 'AliasExistsException', code: 'aliasExists', field: 'username' },
  { name: 'InvalidPasswordException', code: 'invalidPassword', field: 'password' },
  {
    name: 'PasswordHistoryPolicyViolationException',
    code: 'passwordUsedBefore',
    field: 'password',
  },
  { name: 'CodeMismatchException', code: 'codeMismatch', field: 'code' },
  { name: 'ExpiredCodeException', code: 'codeExpired', field: 'code' },
  { name: 'CodeDeliveryFailureException', code: 'codeNotDelivered', retryable: true },
  { name: 'LimitExceededException', code: 'limitExceeded', retryable: true },
  {
    name: 'TooManyFailedAttemptsException',
    code: 'tooManyAttempts',
    field: 'code',
    retryable: true,
  },
  { name: 'TooManyRequestsException', code: 'throttled', retryable: true },
  { name: 'ThrottlingException', code: 'throttled', retryable: true },
  { name: 'InvalidParameterException', says: 'already confirmed', code: 'alreadyConfirmed' },
  {
    name: 'InvalidParameterException',
    says: "validation error detected: Value at 'password'",
    code: 'invalidPassword',
    field: 'password',
  },
  {
    name: 'InvalidParameterException',
    says: 'email address format',
    code: 'invalidEmail',
    field: 'username',
  },
  {
    name: 'InvalidParameterException',
    says: 'Username should be an email',
    code: 'invalidEmail',
    field: 'username',
  },
  {
    name: 'InvalidParameterException',
    says: 'phone number format',
    code: 'invalidPhoneNumber',
    field: 'username',
  },
  { name: 'InvalidParameterException', code: 'invalidParameter' },
  { name: 'UserLambdaValidationException', code: 'refusedByTrigger' },
  { name: 'UnexpectedLambdaException', code: 'triggerFailed', retryable: true },
  { name: 'InvalidLambdaResponseException', code: 'triggerFailed', retryable: true },
  { name: 'ForbiddenException', code: 'forbidden' },
  { name: 'ResourceNotFoundException', code: 'notConfigured' },
  { name: 'InvalidUserPoolConfigurationException', code: 'notConfigured' },
  { name: 'OperationNotEnabledException', code: 'notConfigured' },
  { name: 'UnsupportedOperationException', code: 'notConfigured' },
  { name: 'InternalErrorException', code: 'serviceError', retryable: true },
  { name: 'ServiceError', code: 'serviceError', retryable: true },
  { name: 'NetworkError', code: 'network', retryable: true },
  { name: 'TimeoutError', code: 'timeout', retryable: true },
  { name: 'AbortError', code: 'aborted', retryable: true },
  { name: 'EmptyAnswerError', code: 'emptyAnswer', retryable: true },
  { name: 'NonJsonAnswerError', code: 'nonJsonAnswer', retryable: true },
  { name: 'InvalidAnswerError', code: 'invalidAnswer' },
  { name: 'UnnamedError', code: 'unnamedError' },
  { name: 'StorageError', code: 'storageRefused' },
  { name: 'UnsupportedChallengeError', code: 'unsupportedChallenge' },
  { name: 'SignedOutError', code: 'signedOut' },
  { name: 'StoppedError', code: 'stopped' },
] as const satisfies readonly Row[]

export type FailureCode = (typeof rows)[number]['code'] | 'unknown'
export type FailureField = 'username' | 'password' | 'code'

/** What went wrong, ready for a screen. */
export interface AuthFailure {
  /** Closed union; `'unknown'` for a name that is not in the table. */
  readonly code: FailureCode
  /** In English: Cognito's own words where it is Cognito that refused. */
  readonly message: string
  /** The field the user has to change, where there is one. */
  readonly field?: FailureField
  /** The same request may succeed later, unchanged. */
  readonly retryable: boolean
  /** Epoch ms before which a retry is useless, where the service said so (`Retry-After`). */
  readonly retryAt?: number
  /** What was thrown. */
  readonly cause: unknown
}

/** Turns whatever an actor threw into an {@link AuthFailure}. Total: never throws. */
export function toFailure(cause: unknown): AuthFailure {
  const { name, message, retryAt } = readError(cause)
  const row: Row | undefined = rows.find(
    (row) => row.name === name && (!('says' in row) || message.includes(row.says)),
  )
  return {
    code: (row?.code as FailureCode | undefined) ?? 'unknown',
    message,
    ...(row?.field && { field: row.field }),
    retryable: row?.retryable ?? false,
    ...(retryAt !== undefined && { retryAt }),
    cause,
  }
}

const endings = new Set<string>(rows.filter((row) => 'endsSession' in row).map((row) => row.code))

/** Whether a refresh that failed so means that the session is over, and not just that it must wait. */
export function isSessionOver({ code }: AuthFailure): boolean {
  return endings.has(code)
}

/** Reads by shape, not by class: an error of another realm (a frame, a worker) is one too. */
function readError(cause: unknown): { name?: unknown; message: string; retryAt?: number } {
  if (typeof cause !== 'object' || cause === null) return { message: String(cause) }
  const { name, message, retryAt }: { name?: unknown; message?: unknown; retryAt?: unknown } = cause
  return {
    name,
    message: typeof message === 'string' ? message : 'Something that is not an error was thrown',
    ...(typeof retryAt === 'number' && { retryAt }),
  }
}
