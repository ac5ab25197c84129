import type { AuthNotice, AuthRoute, FailureCode } from '@authchart/machine'

/** Failures that any request can have. */
const request = [
  'forbidden',
  'network',
  'nonJsonAnswer',
  'notAvailable',
  'notConfigured',
  'serviceError',
  'throttled',
  'timeout',
] as const

const trigger = ['refusedByTrigger', 'triggerFailed'] as const

/** Failures after which the challenge can be answered again. */
const challenge = [
  ...request,
  ...trigger,
  'aliasExists',
  'codeExpired',
  'codeMismatch',
  'invalidParameter',
  'invalidPassword',
  'passwordUsedBefore',
  'storageRefused',
] as const

/** Failures of a sign-in that is begun anew with another factor, or with the same once more. */
const anew = [
  ...challenge,
  'challengeExpired',
  'challengeUsed',
  'incorrectCredentials',
  'mfaNotSetUp',
  'temporaryPasswordExpired',
  'tooManyAttempts',
  'userDisabled',
  'userNotFound',
] as const

/** Failures that the requests of a signed-in user can have. */
const account = [
  ...request,
  'invalidParameter',
  'notAuthorized',
  'passwordResetRequired',
  'userNotConfirmed',
  'userNotFound',
] as const

/** Failures of the dialog for a passkey. */
const dialog = [
  'passkeyCancelled',
  'passkeyInsecurePage',
  'passkeyUnsupported',
  'passkeyWrongSite',
] as const

/** Failures of the registration of a passkey. */
const passkey = [
  ...dialog,
  'passkeyExists',
  'passkeyExpired',
  'passkeyLimit',
  'passkeyNotAccepted',
] as const

const sendsCode = ['codeNotDelivered', 'limitExceeded'] as const

/** The failures that each screen can show. A long test compares them with the chart. */
export const failuresAt = {
  restoring: [],
  signIn: [
    ...challenge,
    'challengeExpired',
    'challengeUsed',
    'conflict',
    'incorrectCredentials',
    'limitExceeded',
    'mfaNotSetUp',
    'notAuthorized',
    'passwordResetRequired',
    'sessionExpired',
    'sessionRevoked',
    'signedOut',
    'temporaryPasswordExpired',
    'tooManyAttempts',
    'userDisabled',
    'userNotConfirmed',
    'userNotFound',
  ],
  redirecting: [],
  selectFactor: [...anew, 'factorNotAvailable'],
  confirmSignIn: anew,
  passkey: [...anew, ...dialog],
  customChallenge: challenge,
  selectMfaType: [...challenge, 'mfaNotSetUp'],
  setupTotp: [...challenge, ...account, 'challengeExpired', 'conflict', 'mfaNotSetUp'],
  setupEmail: challenge,
  newPassword: challenge,
  signUp: [
    ...request,
    ...trigger,
    ...sendsCode,
    'invalidEmail',
    'invalidPassword',
    'notAuthorized',
    'usernameExists',
  ],
  confirmSignUp: [
    ...request,
    ...trigger,
    ...sendsCode,
    'aliasExists',
    'codeExpired',
    'codeMismatch',
    'invalidParameter',
    'notAuthorized',
    'tooManyCodes',
    'userNotFound',
  ],
  forgotPassword: [
    ...request,
    ...trigger,
    ...sendsCode,
    'noVerifiedContact',
    'resetNotAllowed',
    'userNotFound',
  ],
  resetPassword: [
    ...request,
    ...trigger,
    ...sendsCode,
    'codeExpired',
    'codeMismatch',
    'invalidParameter',
    'invalidPassword',
    'notAuthorized',
    'noVerifiedContact',
    'passwordUsedBefore',
    'resetNotAllowed',
    'tooManyCodes',
    'userNotFound',
  ],
  verifyContact: [...account, ...trigger, ...sendsCode],
  confirmContact: [
    ...account,
    ...trigger,
    ...sendsCode,
    'aliasExists',
    'codeExpired',
    'codeMismatch',
  ],
  passkeyPrompt: [
    ...request,
    ...passkey,
    'invalidParameter',
    'notAuthorized',
    'passwordResetRequired',
  ],
  signedIn: [
    ...passkey,
    ...account,
    ...trigger,
    ...sendsCode,
    'aliasExists',
    'codeExpired',
    'codeMismatch',
    'incorrectPreviousPassword',
    'invalidPassword',
    'passwordUsedBefore',
  ],
  signingOut: [],
} as const satisfies Record<AuthRoute, readonly FailureCode[]>

/** The notices that each screen can show. */
export const noticesAt = {
  restoring: [],
  signIn: ['passwordReset', 'signUpConfirmed', 'signedOutElsewhere', 'userDeleted'],
  redirecting: [],
  selectFactor: [],
  confirmSignIn: ['codeSent'],
  passkey: [],
  customChallenge: [],
  selectMfaType: [],
  setupTotp: ['linkWaits'],
  setupEmail: [],
  newPassword: [],
  signUp: [],
  confirmSignUp: ['codeSent'],
  forgotPassword: [],
  resetPassword: ['codeSent'],
  verifyContact: ['linkWaits'],
  confirmContact: ['codeSent', 'contactConfirmed', 'linkWaits'],
  passkeyPrompt: ['linkWaits'],
  signedIn: [
    'attributesDeleted',
    'attributesUpdated',
    'contactConfirmed',
    'deviceForgotten',
    'deviceRemembered',
    'linkWaits',
    'mfaPreferenceSet',
    'passkeyDeleted',
    'passkeyRegistered',
    'passwordChanged',
    'totpVerified',
  ],
  signingOut: [],
} as const satisfies Record<AuthRoute, readonly AuthNotice[]>

/** The codes of failures that any request can have. */
export type RequestFailure = (typeof request)[number]

/** The codes that `failure` of a screen can have. */
export type FailureAt<Route extends AuthRoute> = (typeof failuresAt)[Route][number]

/** The notices of a screen. */
export type NoticeAt<Route extends AuthRoute> = (typeof noticesAt)[Route][number]
