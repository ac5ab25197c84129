import { expect } from 'vitest'

const rejected = (name: string, message: string) => ({ name, message })
const answered = 'answered'
const unsupported = (what: string) =>
  rejected('Unsupported', `Cognito Local unsupported feature: ${what}`)

const mismatch = rejected('CodeMismatchException', 'Incorrect confirmation code')
const notAuthorized = rejected('NotAuthorizedException', 'User not authorized')
const wrongCredentials = rejected('NotAuthorizedException', 'Incorrect username or password.')
const expired = rejected(
  'ExpiredCodeException',
  'Invalid code provided, please request a code again.',
)

/**
 * Where the two answer differently, and why the sandbox is right. `what` and `why` are in
 * docs/quality/judges.md too.
 */
export const differences = {
  destination: {
    what: 'where a code went',
    sandbox: 'u***@e***',
    'cognito-local': expect.stringMatching(/^user\d+@example\.com$/),
    why: 'masked in every recording',
  },
  wrongCode: {
    what: 'a wrong code for a sign-up, reset or attribute',
    sandbox: rejected(
      'CodeMismatchException',
      'Invalid verification code provided, please try again.',
    ),
    'cognito-local': mismatch,
    why: 'words as recorded',
  },
  confirmedTwice: {
    what: 'a sign-up confirmed twice',
    sandbox: rejected(
      'NotAuthorizedException',
      'User cannot be confirmed. Current status is CONFIRMED',
    ),
    'cognito-local': expired,
    why: 'as recorded',
  },
  tokenMembers: {
    what: 'ExpiresIn and TokenType',
    sandbox: [3600, 'Bearer'],
    'cognito-local': [undefined, undefined],
    why: 'in every recording',
  },
  nameTaken: {
    what: 'an e-mail address that is taken',
    sandbox: rejected('UsernameExistsException', 'An account with the given email already exists.'),
    'cognito-local': rejected('UsernameExistsException', 'User already exists'),
    why: 'as recorded of pools that sign in by e-mail',
  },
  weakPassword: {
    what: 'a password against the policy',
    sandbox: rejected(
      'InvalidPasswordException',
      'Password does not conform to policy: Password not long enough',
    ),
    'cognito-local': answered,
    why: 'it has no policy',
  },
  wrongPassword: {
    what: 'a wrong password, at sign-in or to be changed',
    sandbox: wrongCredentials,
    'cognito-local': rejected('InvalidPasswordException', 'Invalid password'),
    why: 'InitiateAuth does not declare InvalidPasswordException',
  },
  unknownUser: {
    what: 'sign-in of an unknown user',
    sandbox: wrongCredentials,
    'cognito-local': notAuthorized,
    why: 'words as recorded, the same as for a wrong password',
  },
  revoked: {
    what: 'a refresh token that was revoked',
    sandbox: rejected('NotAuthorizedException', 'Refresh Token has been revoked'),
    'cognito-local': notAuthorized,
    why: 'words as recorded: clients recognise an ended session by them',
  },
  resetCodeTwice: {
    what: 'a reset code used twice',
    sandbox: expired,
    'cognito-local': mismatch,
    why: 'no code is pending any more',
  },
  resetOfUnknown: {
    what: 'a reset for an unknown user, hidden',
    sandbox: answered,
    'cognito-local': rejected('UserNotFoundException', 'User not found.'),
    why: 'documented under PreventUserExistenceErrors, which it ignores',
  },
  challengeAttributes: {
    what: 'userAttributes of NEW_PASSWORD_REQUIRED',
    sandbox: {
      email: expect.any(String),
      email_verified: 'false',
      given_name: 'Jane',
    },
    'cognito-local': {
      email: expect.any(String),
      given_name: 'Jane',
      sub: expect.any(String),
    },
    why: 'recordings have email_verified and no sub',
  },
  refreshAfterChallenge: {
    what: 'a refresh after a challenge',
    sandbox: answered,
    'cognito-local': notAuthorized,
    why: 'it does not store those refresh tokens',
  },
  sessionTwice: {
    what: 'a challenge answered twice',
    sandbox: rejected(
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    ),
    'cognito-local': answered,
    why: 'as recorded; it does not check sessions',
  },
  wrongTemporaryPassword: {
    what: 'a wrong temporary password',
    sandbox: wrongCredentials,
    'cognito-local': answered,
    why: 'it accepts a new password without the old one',
  },
  srp: {
    what: 'SRP',
    sandbox: answered,
    'cognito-local': unsupported('InitAuth with AuthFlow=USER_SRP_AUTH'),
    why: 'not built',
  },
  verifiedBySignUp: {
    what: 'email_verified after ConfirmSignUp',
    sandbox: 'true',
    'cognito-local': undefined,
    why: 'documented',
  },
  unknownAttribute: {
    what: 'an attribute that is not in the schema',
    sandbox: rejected(
      'InvalidParameterException',
      'user.custom:unknown: Attribute does not exist in the schema.\n',
    ),
    'cognito-local': rejected(
      'InvalidParameterException',
      'user.custom:unknown: Attribute does not exist in the schema.',
    ),
    why: 'every problem ends its line in recordings',
  },
  verifiedByOneself: {
    what: 'email_verified written by the user',
    sandbox: rejected(
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ),
    'cognito-local': rejected(
      'InvalidParameterException',
      'Email is required to verify/un-verify an email',
    ),
    why: 'no app client may write it, as documented',
  },
  attributeCodeDelivery: {
    what: 'the response of GetUserAttributeVerificationCode',
    sandbox: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
    'cognito-local': undefined,
    why: 'CodeDeliveryDetails is documented',
  },
  attributeCodeTwice: {
    what: 'an attribute code used twice',
    sandbox: expired,
    'cognito-local': mismatch,
    why: 'no code is pending any more',
  },
  deletedUser: {
    what: 'an access token of a deleted user',
    sandbox: rejected('UserNotFoundException', 'User does not exist.'),
    'cognito-local': rejected('UserNotFoundException', 'User not found.'),
    why: 'words as recorded: clients recognise an ended session by them',
  },
  wrongSetupCode: {
    what: 'a wrong code to set an app up',
    sandbox: rejected(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    ),
    'cognito-local': mismatch,
    why: 'as recorded',
  },
  afterSetup: {
    what: 'factors after VerifySoftwareToken',
    sandbox: [undefined, undefined],
    'cognito-local': [['SOFTWARE_TOKEN_MFA'], undefined],
    why: 'SetUserMFAPreference enables it, as documented',
  },
  wrongAppCode: {
    what: 'a wrong code of an app',
    sandbox: rejected('CodeMismatchException', 'Invalid code received for user'),
    'cognito-local': mismatch,
    why: 'words as recorded',
  },
  appCodeTwice: {
    what: 'a code of an app used twice',
    sandbox: rejected('ExpiredCodeException', 'Your software token has already been used once.'),
    'cognito-local': answered,
    why: 'as recorded',
  },
  preferredOfTwo: {
    what: 'the challenge of two factors, one preferred',
    sandbox: 'SOFTWARE_TOKEN_MFA',
    'cognito-local': 'SELECT_MFA_TYPE',
    why: 'SetUserMFAPreference documents that the preferred one is the challenge',
  },
  selectSms: {
    what: 'SMS selected',
    sandbox: answered,
    'cognito-local': unsupported('SMS_MFA without SMS MFAOption'),
    why: 'it knows SMS only from the old SetUserSettings',
  },
}
