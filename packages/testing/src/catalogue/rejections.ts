import type { RequestName } from './answers.ts'
import { type DeclaringOperation, declaredExceptions } from './declared-exceptions.ts'

/** Something that goes wrong, as the actor throws it. */
export interface Rejection {
  /** Which request of the actor meets it. */
  readonly operation: DeclaringOperation | 'browser' | 'oauth2/token'
  /** The exception's name: Cognito's, or one of ours for what never reached Cognito. */
  readonly type: string
  readonly message: string
  /** What the actor throws in its place, where that has another name. */
  readonly thrown?: string
}

/** The request (the last one, where there are more) of each actor that asks Cognito. */
export const operationsOf = {
  signIn: ['InitiateAuth', 'RespondToAuthChallenge'],
  autoSignIn: ['InitiateAuth', 'RespondToAuthChallenge'],
  respondToChallenge: ['RespondToAuthChallenge'],
  refreshSession: ['GetTokensFromRefreshToken'],
  federatedSignIn: ['GetId', 'GetCredentialsForIdentity'],
  signUp: ['SignUp'],
  confirmSignUp: ['ConfirmSignUp'],
  resendSignUpCode: ['ResendConfirmationCode'],
  forgotPassword: ['ForgotPassword'],
  resetPassword: ['ConfirmForgotPassword'],
  associateSoftwareToken: ['AssociateSoftwareToken'],
  verifySoftwareToken: ['VerifySoftwareToken'],
  confirmDevice: ['ConfirmDevice'],
  rememberDevice: ['UpdateDeviceStatus'],
  forgetDevice: ['ForgetDevice'],
  changePassword: ['ChangePassword'],
  updateAttributes: ['UpdateUserAttributes'],
  deleteAttributes: ['DeleteUserAttributes'],
  sendAttributeCode: ['GetUserAttributeVerificationCode'],
  verifyAttribute: ['VerifyUserAttribute'],
  setMfaPreference: ['SetUserMFAPreference'],
  startPasskeyRegistration: ['StartWebAuthnRegistration'],
  completePasskeyRegistration: ['CompleteWebAuthnRegistration'],
  deletePasskey: ['DeleteWebAuthnCredential'],
  deleteUser: ['DeleteUser'],
  revokeToken: ['RevokeToken'],
  globalSignOut: ['GlobalSignOut'],
} as const satisfies Partial<Record<RequestName, readonly DeclaringOperation[]>>

const passkeyLimit = 'The maximum number of passkeys is reached'

/** Where Cognito means several things by one name: its words, for the operations that say them. */
const words: Partial<Record<DeclaringOperation, Readonly<Record<string, readonly string[]>>>> = {
  InitiateAuth: {
    NotAuthorizedException: [
      'Incorrect username or password.',
      'Password attempts exceeded',
      'User is disabled.',
    ],
  },
  RespondToAuthChallenge: {
    NotAuthorizedException: [
      'Incorrect username or password.',
      'Invalid session for the user, session is expired.',
      'Invalid session for the user.',
      'Temporary password has expired and must be reset by an administrator.',
      'User is disabled.',
    ],
  },
  ConfirmSignUp: {
    NotAuthorizedException: ['User cannot be confirmed. Current status is CONFIRMED'],
  },
  ResendConfirmationCode: {
    InvalidParameterException: ['User is already confirmed.'],
  },
  ForgotPassword: {
    InvalidParameterException: [
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    ],
    NotAuthorizedException: ['User password cannot be reset in the current state.'],
  },
  SignUp: {
    InvalidParameterException: ['Invalid email address format.'],
    InvalidPasswordException: ['Password did not conform with policy: Password not long enough'],
  },
  AssociateSoftwareToken: {
    NotAuthorizedException: ['Invalid session for the user, session is expired.'],
  },
  VerifySoftwareToken: {
    NotAuthorizedException: ['Invalid session for the user, session is expired.'],
  },
  GetTokensFromRefreshToken: {
    NotAuthorizedException: ['Refresh Token has expired', 'Refresh Token has been revoked'],
  },
  ChangePassword: { NotAuthorizedException: ['Incorrect username or password.'] },
  // A passkey that is gone was deleted before.
  DeleteWebAuthnCredential: { ResourceNotFoundException: [] },
  StartWebAuthnRegistration: { LimitExceededException: [passkeyLimit] },
  CompleteWebAuthnRegistration: { LimitExceededException: [passkeyLimit] },
}

/** Where the client has a name of its own for what Cognito's words mean. */
const renamed: Partial<Record<DeclaringOperation, Readonly<Record<string, string>>>> = {
  ChangePassword: { 'Incorrect username or password.': 'IncorrectPasswordError' },
  StartWebAuthnRegistration: { [passkeyLimit]: 'PasskeyLimitError' },
  CompleteWebAuthnRegistration: { [passkeyLimit]: 'PasskeyLimitError' },
}

/** What may happen to any request in transit. */
const inTransit: readonly Omit<Rejection, 'operation'>[] = [
  { type: 'NetworkError', message: 'The connection was lost' },
  { type: 'TimeoutError', message: 'No answer in time' },
  { type: 'NonJsonAnswerError', message: 'The answer is not JSON' },
]

function rejectionsOfOperation(operation: DeclaringOperation): readonly Rejection[] {
  return declaredExceptions[operation].flatMap((type) =>
    (words[operation]?.[type] ?? ['As the walk needs it.']).map((message) => {
      const thrown = renamed[operation]?.[message]
      return { operation, type, message, ...(thrown && { thrown }) }
    }),
  )
}

const browser = (type: string, message: string): Rejection => ({
  operation: 'browser',
  type,
  message,
})
const oauth = (type: string, message: string): Rejection => ({
  operation: 'oauth2/token',
  type,
  message,
})

const storageRejected = browser('StorageError', 'The storage rejects it')
const notConfigured = browser('ConfigError', 'The configuration has no hosted UI')

/** How a dialog for a passkey can fail. */
const dialogRejections: readonly Rejection[] = [
  browser('PasskeyCancelledError', 'The user has closed the dialog'),
  browser('PasskeyUnsupportedError', 'This browser has no passkeys'),
  browser('PasskeyWrongSiteError', 'The passkeys are of another domain'),
  browser('PasskeyInsecurePageError', 'Passkeys need a page with HTTPS'),
]

/** What does not come from an API operation. */
const others: Partial<Record<RequestName, readonly Rejection[]>> = {
  readSession: [storageRejected],
  // Cognito has signed the user in, but the browser cannot store the tokens.
  signIn: [storageRejected],
  autoSignIn: [storageRejected],
  respondToChallenge: [storageRejected],
  getPasskey: dialogRejections,
  autofillPasskey: [browser('PasskeyUnsupportedError', 'There are no passkeys here')],
  federatedSignIn: [storageRejected],
  // Meanwhile another tab has signed out, or has signed in another user.
  refreshSession: [browser('SignedOutError', 'No user is signed in')],
  createPasskey: [
    ...dialogRejections,
    browser('PasskeyExistsError', 'The authenticator has a passkey of this user'),
  ],
  endSession: [storageRejected],
  revokeToken: [storageRejected],
  redirectToSignIn: [notConfigured, storageRejected],
  redirectToSignOut: [notConfigured],
  completeRedirect: [
    storageRejected,
    browser('StateMismatchError', 'This answer belongs to no request of this browser'),
    browser('HostedUiError', 'access_denied'),
    browser('HostedUiError', 'server_error'),
    oauth('HostedUiError', 'invalid_grant'),
    ...inTransit.map(({ type, message }) => oauth(type, message)),
  ],
}

/**
 * The failures of the outcome catalogue: everything that an actor may throw. If several requests of an
 * actor declare an exception, the last request throws it.
 */
export function rejectionsOf(actor: RequestName): readonly Rejection[] {
  const operations: readonly DeclaringOperation[] =
    actor in operationsOf ? operationsOf[actor as keyof typeof operationsOf] : []
  const last = operations.at(-1)
  const byName = new Map(
    operations.flatMap(rejectionsOfOperation).map((rejection) => [nameOf(rejection), rejection]),
  )
  return [
    ...byName.values(),
    ...(last ? inTransit.map((met) => ({ operation: last, ...met })) : []),
    ...(others[actor] ?? []),
  ]
}

/** The name of a rejection in titles: its type, and its message if the type has several meanings. */
export function nameOf({ operation, type, message }: Rejection): string {
  const said =
    operation === 'browser' || operation === 'oauth2/token'
      ? type === 'HostedUiError'
      : (words[operation]?.[type]?.length ?? 0) > 0
  return said ? `${type}: ${message}` : type
}
