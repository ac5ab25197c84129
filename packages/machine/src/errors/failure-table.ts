import type { PasswordRule } from '../password-policy.ts'

/** By the names that `submit` takes; `attributes.phone_number` for an attribute. */
export type FailureField =
  | 'username'
  | 'password'
  | 'previousPassword'
  | 'code'
  | 'email'
  | 'answer'
  | 'deviceName'
  | `attributes.${string}`

export interface FailureRow {
  /** Only when the message has this text: Cognito uses one name for several things. */
  readonly says?: string
  readonly code: string
  /** The form field to point at. */
  readonly field?: FailureField
  /** The rule of the password policy that was broken. */
  readonly rule?: PasswordRule
  /** The same request may succeed later, unchanged. */
  readonly retryable?: true
  /** The session cannot be refreshed any more. */
  readonly endsSession?: true
  /** The challenge cannot be answered any more. */
  readonly endsChallenge?: true
}

/** What the operation and the request make of an exception, over what its row says. */
export interface Rejection
  extends Omit<Partial<FailureRow>, 'says' | 'field' | 'endsSession' | 'endsChallenge'> {
  /** Present and `undefined`: it goes on, though the row says otherwise. */
  readonly endsSession?: true | undefined
  readonly endsChallenge?: true | undefined
  /** Present and `undefined`: the field of the row is not on the screen. */
  readonly field?: FailureField | undefined
  readonly attribute?: string | undefined
  /** What an action of the app's own step has rejected with. */
  readonly reason?: string | undefined
  /** In place of Cognito's words, where those are not for people. */
  readonly message?: string | undefined
}

/** Stands before the text of a Lambda trigger: `PreSignUp failed with error …`. */
export const triggerWords = ' failed with error '

const ends = { endsSession: true, endsChallenge: true } as const
const password = { code: 'invalidPassword', field: 'password' } as const
const later = { retryable: true } as const
const notConfigured = [{ code: 'notConfigured' }] as const
const serviceError = [{ code: 'serviceError', ...later }] as const
const throttled = [{ code: 'throttled', ...later }] as const
const passkeyWrongSite = [{ code: 'passkeyWrongSite' }] as const
const trigger = { says: triggerWords, code: 'refusedByTrigger' } as const
/** The app client is not configured as the app expects. */
const setUp = [
  { says: 'with secret', ...notConfigured[0] },
  { says: 'secret hash', ...notConfigured[0] },
  { says: 'SecretHash', ...notConfigured[0] },
  { says: 'not enabled for', ...notConfigured[0] },
  { says: 'not permitted', ...notConfigured[0] },
] as const

/**
 * By the exception's name: Cognito's, or ours for a request that never reached Cognito. Among the
 * rows of a name the first whose text matches applies, so a row without a text stands last. What the
 * operation and the request make of it is in `cognito/rejections`.
 */
export const failureTable = {
  NotAuthorizedException: [
    trigger,
    ...setUp,
    {
      says: 'Incorrect username or password',
      code: 'incorrectCredentials',
      field: 'password',
      endsChallenge: true,
    },
    {
      says: 'Password attempts exceeded',
      code: 'tooManyAttempts',
      field: 'password',
      endsChallenge: true,
      ...later,
    },
    { says: 'User is disabled', code: 'userDisabled', ...ends },
    {
      says: 'reset by an administrator',
      code: 'temporaryPasswordExpired',
      field: 'password',
      endsChallenge: true,
    },
    { says: 'session is expired', code: 'challengeExpired', endsChallenge: true },
    { says: 'Invalid session', code: 'challengeUsed', endsChallenge: true },
    { says: 'password cannot be reset', code: 'resetNotAllowed', field: 'username' },
    { says: 'administrator to reset', code: 'resetNotAllowed', field: 'username' },
    { says: 'Cannot modify an already provided', code: 'attributeNotWritable' },
    { says: 'unauthorized attribute', code: 'attributeNotWritable' },
    { says: 'User cannot be confirmed', code: 'alreadyConfirmed' },
    { says: 'User cannot confirm', code: 'alreadyConfirmed' },
    { says: 'Refresh Token has expired', code: 'sessionExpired', endsSession: true },
    { says: 'Access Token has expired', code: 'accessTokenExpired' },
    { says: 'required scopes', code: 'scopeMissing' },
    { says: 'Unauthenticated access', code: 'guestAccessRefused' },
    { says: 'Invalid login token', code: 'loginRefused' },
    { says: 'Token is not from a supported provider', ...notConfigured[0] },
    { says: "Logins don't match", code: 'identityNotFound' },
    { says: 'Access to Identity', code: 'identityNotFound' },
    { says: 'Token', code: 'sessionRevoked', endsSession: true },
    { code: 'notAuthorized', ...ends },
  ],
  UnauthorizedException: [{ code: 'notAuthorized' }],
  RefreshTokenReuseException: [{ code: 'sessionRevoked', endsSession: true }],
  UserNotConfirmedException: [{ code: 'userNotConfirmed', ...ends }],
  UserNotFoundException: [{ code: 'userNotFound', field: 'username', ...ends }],
  PasswordResetRequiredException: [{ code: 'passwordResetRequired', ...ends }],
  UsernameExistsException: [{ code: 'usernameExists', field: 'username' }],
  AliasExistsException: [{ code: 'aliasExists', field: 'username' }],

  InvalidPasswordException: [
    { says: 'not long enough', rule: 'minLength', ...password },
    { says: 'uppercase', rule: 'uppercase', ...password },
    { says: 'lowercase', rule: 'lowercase', ...password },
    { says: 'numeric', rule: 'number', ...password },
    { says: 'symbol', rule: 'symbol', ...password },
    password,
  ],
  PasswordHistoryPolicyViolationException: [
    { code: 'passwordUsedBefore', field: 'password', rule: 'history' },
  ],
  IncorrectPasswordError: [{ code: 'incorrectPreviousPassword', field: 'previousPassword' }],

  CodeMismatchException: [{ code: 'codeMismatch', field: 'code' }],
  EnableSoftwareTokenMFAException: [{ code: 'codeMismatch', field: 'code' }],
  TotpRefusedError: [{ code: 'codeMismatch', field: 'code' }],
  ExpiredCodeException: [{ code: 'codeExpired', field: 'code' }],
  CodeDeliveryFailureException: [{ code: 'codeNotDelivered', ...later }],
  SoftwareTokenMFANotFoundException: [{ code: 'mfaNotSetUp', endsChallenge: true }],
  MFAMethodNotFoundException: [{ code: 'mfaNotSetUp', endsChallenge: true }],
  MfaTypeNotOfferedError: [{ code: 'mfaNotSetUp' }],

  LimitExceededException: [{ code: 'limitExceeded', ...later }],
  TooManyFailedAttemptsException: [{ code: 'tooManyCodes', field: 'code', ...later }],
  TooManyRequestsException: throttled,
  ThrottlingException: throttled,

  InvalidParameterException: [
    trigger,
    ...setUp,
    { says: 'Custom auth lambda trigger is not configured', ...notConfigured[0] },
    { says: 'method not supported', ...notConfigured[0] },
    { says: 'not been enabled', ...notConfigured[0] },
    { says: 'verification not turned on', ...notConfigured[0] },
    { says: 'already confirmed', code: 'alreadyConfirmed' },
    { says: "at 'password'", ...password },
    { says: "at 'username'", code: 'invalidUsername', field: 'username' },
    { says: 'parameter USERNAME', code: 'invalidUsername', field: 'username' },
    { says: "ode' failed", code: 'codeMismatch', field: 'code' },
    { says: 'email address format', code: 'invalidEmail', field: 'username' },
    { says: 'phone number format', code: 'invalidPhoneNumber', field: 'username' },
    { says: 'Username should be an email.', code: 'invalidEmail', field: 'username' },
    { says: 'Username should be a phone', code: 'invalidPhoneNumber', field: 'username' },
    { says: 'Username ', code: 'invalidUsername', field: 'username' },
    { says: 'device key', code: 'deviceNotFound' },
    { says: 'no registered/verified', code: 'noVerifiedContact', field: 'username' },
    { says: 'The attribute is required', code: 'attributeRequired' },
    { says: 'Invalid attributes given', code: 'attributeRequired' },
    { says: 'Required attribute cannot be deleted', code: 'attributeRequired' },
    { says: 'Attribute cannot be updated', code: 'attributeNotWritable' },
    { says: 'Attribute does not exist', code: 'invalidAttribute' },
    { says: 'Invalid attribute name', code: 'invalidAttribute' },
    { says: 'not have the attribute', code: 'invalidAttribute' },
    { says: 'did not conform to the schema', code: 'invalidAttribute' },
    { says: 'software token mfa', code: 'mfaNotSetUp' },
    { says: 'delivery config', code: 'mfaNotSetUp' },
    { code: 'invalidParameter' },
  ],
  ResourceConflictException: [{ code: 'conflict' }],
  ConcurrentModificationException: [{ code: 'conflict', ...later }],
  DeviceKeyExistsException: [{ code: 'conflict' }],
  DeviceNotFoundError: [{ code: 'deviceNotFound' }],
  DeviceRefusedError: [{ code: 'deviceNotFound', endsChallenge: true }],

  UserLambdaValidationException: [{ code: 'refusedByTrigger' }],
  UnexpectedLambdaException: [{ code: 'triggerFailed', ...later }],
  InvalidLambdaResponseException: [{ code: 'triggerFailed', ...later }],
  ForbiddenException: [{ code: 'forbidden' }],
  ResourceNotFoundException: [
    { says: 'Device', code: 'deviceNotFound', endsSession: true },
    { says: "Identity '", code: 'identityNotFound' },
    ...notConfigured,
  ],
  InvalidUserPoolConfigurationException: notConfigured,
  InvalidIdentityPoolConfigurationException: notConfigured,
  InvalidEmailRoleAccessPolicyException: notConfigured,
  InvalidSmsRoleAccessPolicyException: notConfigured,
  InvalidSmsRoleTrustRelationshipException: notConfigured,
  FeatureUnavailableInTierException: notConfigured,
  UserPoolAddOnNotEnabledException: notConfigured,
  OperationNotEnabledException: [{ code: 'notAvailable', ...later }],
  UnsupportedOperationException: notConfigured,
  UnsupportedTokenTypeException: notConfigured,
  ExternalServiceException: serviceError,
  InternalErrorException: serviceError,

  WebAuthnChallengeNotFoundException: [{ code: 'passkeyExpired', ...later }],
  WebAuthnClientMismatchException: notConfigured,
  WebAuthnConfigurationMissingException: notConfigured,
  WebAuthnCredentialNotSupportedException: [{ code: 'passkeyNotAccepted' }],
  WebAuthnNotEnabledException: notConfigured,
  WebAuthnOriginNotAllowedException: passkeyWrongSite,
  WebAuthnRelyingPartyMismatchException: passkeyWrongSite,
  FactorNotAvailableError: [{ code: 'factorNotAvailable' }],
  PasskeyCancelledError: [{ code: 'passkeyCancelled', ...later }],
  PasskeyUnsupportedError: [{ code: 'passkeyUnsupported' }],
  PasskeyWrongSiteError: passkeyWrongSite,
  PasskeyInsecurePageError: [{ code: 'passkeyInsecurePage' }],
  PasskeyExistsError: [{ code: 'passkeyExists' }],
  PasskeyLimitError: [{ code: 'passkeyLimit' }],

  // AWS WAF in front of the pool; what it blocks is a ForbiddenException.
  FirewallChallengeError: [{ code: 'firewallChallenge' }],
  FirewallCaptchaError: [{ code: 'firewallCaptcha' }],

  ServiceError: serviceError,
  NetworkError: [{ code: 'network', ...later }],
  TimeoutError: [{ code: 'timeout', ...later }],
  AbortError: [{ code: 'aborted', ...later }],
  EmptyAnswerError: [{ code: 'emptyAnswer', ...later }],
  NonJsonAnswerError: [{ code: 'nonJsonAnswer', ...later }],
  InvalidAnswerError: [{ code: 'invalidAnswer' }],
  UnnamedError: [{ code: 'unnamedError' }],
  ConfigError: notConfigured,
  ApiOriginError: notConfigured,
  StorageError: [{ code: 'storageRefused' }],
  UnsupportedChallengeError: [{ code: 'unsupportedChallenge' }],
  SignedOutError: [{ code: 'signedOut', endsSession: true }],
  GuestAccessError: [{ code: 'guestAccessRefused' }],
  SignedInError: [{ code: 'signedIn' }],
  StoppedError: [{ code: 'stopped' }],
  SessionExpiredError: [{ code: 'sessionExpired', endsSession: true }],
  FederatedUserError: [{ code: 'federatedUser' }],

  StateMismatchError: [{ code: 'redirectMismatch' }],
  HostedUiError: [
    trigger,
    { says: 'access_denied', code: 'redirectDenied' },
    { says: 'invalid_grant', code: 'redirectExpired' },
    { says: 'server_error', code: 'serviceError', ...later },
    { says: 'temporarily_unavailable', code: 'serviceError', ...later },
    { code: 'redirectRefused' },
  ],
} as const satisfies Readonly<Record<string, readonly FailureRow[]>>
