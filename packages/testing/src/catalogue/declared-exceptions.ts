/** Exceptions of nearly every operation. */
const common = 'Forbidden InternalError InvalidParameter NotAuthorized ResourceNotFound'

/** Exceptions of the operations for passkeys. */
const passkeys =
  'Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired TooManyRequests'

const exceptions = (names: string): readonly string[] =>
  names.split(' ').map((name) => `${name}Exception`)

/**
 * The exceptions that each operation may return, as the reference of Amazon Cognito documents it
 * (`@throws` in the types of the AWS SDK; a test compares).
 */
export const declaredExceptions = {
  InitiateAuth: exceptions(
    `${common} FeatureUnavailableInTier InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired TooManyRequests UnexpectedLambda UnsupportedOperation UserLambdaValidation UserNotConfirmed UserNotFound`,
  ),
  RespondToAuthChallenge: exceptions(
    `${common} AliasExists CodeMismatch ExpiredCode InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidPassword InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration MFAMethodNotFound OperationNotEnabled PasswordHistoryPolicyViolation PasswordResetRequired SoftwareTokenMFANotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound`,
  ),
  AssociateSoftwareToken: exceptions(
    `${common} ConcurrentModification OperationNotEnabled SoftwareTokenMFANotFound`,
  ),
  VerifySoftwareToken: exceptions(
    `${common} CodeMismatch EnableSoftwareTokenMFA InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired SoftwareTokenMFANotFound TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  SignUp: exceptions(
    `${common} CodeDeliveryFailure InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidPassword InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded OperationNotEnabled TooManyRequests UnexpectedLambda UserLambdaValidation UsernameExists`,
  ),
  ConfirmSignUp: exceptions(
    `${common} AliasExists CodeMismatch ExpiredCode InvalidLambdaResponse LimitExceeded OperationNotEnabled TooManyFailedAttempts TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound`,
  ),
  ResendConfirmationCode: exceptions(
    `${common} CodeDeliveryFailure InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded OperationNotEnabled TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound`,
  ),
  ForgotPassword: exceptions(
    `${common} CodeDeliveryFailure InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded OperationNotEnabled TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound`,
  ),
  ConfirmForgotPassword: exceptions(
    `${common} CodeMismatch ExpiredCode InvalidLambdaResponse InvalidPassword LimitExceeded OperationNotEnabled PasswordHistoryPolicyViolation TooManyFailedAttempts TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound`,
  ),
  GetTokensFromRefreshToken: exceptions(
    `${common} InvalidLambdaResponse OperationNotEnabled RefreshTokenReuse TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound`,
  ),
  RevokeToken: exceptions(
    'Forbidden InternalError InvalidParameter OperationNotEnabled TooManyRequests Unauthorized UnsupportedOperation UnsupportedTokenType',
  ),
  GlobalSignOut: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed`,
  ),
  GetUser: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  UpdateUserAttributes: exceptions(
    `${common} AliasExists CodeDeliveryFailure CodeMismatch ExpiredCode InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship OperationNotEnabled PasswordResetRequired TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound`,
  ),
  DeleteUserAttributes: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  GetUserAttributeVerificationCode: exceptions(
    `${common} CodeDeliveryFailure InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded OperationNotEnabled PasswordResetRequired TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound`,
  ),
  VerifyUserAttribute: exceptions(
    `${common} AliasExists CodeMismatch ExpiredCode LimitExceeded OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  ChangePassword: exceptions(
    `${common} InvalidPassword LimitExceeded OperationNotEnabled PasswordHistoryPolicyViolation PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  SetUserMFAPreference: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired UserNotConfirmed UserNotFound`,
  ),
  ConfirmDevice: exceptions(
    `${common} DeviceKeyExists InvalidLambdaResponse InvalidPassword InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired TooManyRequests UsernameExists UserNotConfirmed UserNotFound`,
  ),
  ListDevices: exceptions(
    `${common} InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  UpdateDeviceStatus: exceptions(
    `${common} InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  ForgetDevice: exceptions(
    `${common} InvalidUserPoolConfiguration OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  GetUserAuthFactors: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  ListWebAuthnCredentials: exceptions(passkeys),
  StartWebAuthnRegistration: exceptions(
    `${passkeys} WebAuthnConfigurationMissing WebAuthnNotEnabled`,
  ),
  CompleteWebAuthnRegistration: exceptions(
    `${passkeys} WebAuthnChallengeNotFound WebAuthnClientMismatch WebAuthnCredentialNotSupported WebAuthnNotEnabled WebAuthnOriginNotAllowed WebAuthnRelyingPartyMismatch`,
  ),
  DeleteWebAuthnCredential: exceptions(`${passkeys} ResourceNotFound`),
  DeleteUser: exceptions(
    `${common} OperationNotEnabled PasswordResetRequired TooManyRequests UserNotConfirmed UserNotFound`,
  ),
  GetId: exceptions(
    'ExternalService InternalError InvalidParameter LimitExceeded NotAuthorized ResourceConflict ResourceNotFound TooManyRequests',
  ),
  GetCredentialsForIdentity: exceptions(
    'ExternalService InternalError InvalidIdentityPoolConfiguration InvalidParameter NotAuthorized ResourceConflict ResourceNotFound TooManyRequests',
  ),
} as const

export type DeclaringOperation = keyof typeof declaredExceptions
