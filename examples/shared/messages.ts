import type { AuthFailure, FailureCode } from '@authchart/machine'

const noAnswer = 'The sign-in service is not answering properly. Try again in a moment.'
const wait = 'Too many attempts. Wait a few minutes, then try again.'

/** What happened and what to do next. A code that is missing here does not compile. */
const messages: Readonly<Record<FailureCode, string | ((failure: AuthFailure) => string)>> = {
  incorrectCredentials: 'The email or the password is not right. Type the password again.',
  userNotFound: 'There is no account with this email. Check it, or create an account.',
  userDisabled: 'This account is disabled. Ask support to enable it.',
  userNotConfirmed: 'This account is not confirmed yet. Sign in again to get a new code.',
  passwordResetRequired: 'This password must be reset before you can sign in. Ask support.',
  notAuthorized: 'This is not allowed for this account. Sign in again, or ask support.',
  tooManyAttempts: wait,

  usernameExists: 'There is already an account with this email. Sign in instead.',
  aliasExists: 'This email belongs to another account. Sign in, or use a different email.',
  invalidEmail: 'This does not look like an email address. It should be like name@example.com.',
  invalidPhoneNumber: 'This is not a phone number. Start with + and the country code.',
  invalidPassword: ({ message }) => `Choose another password. ${policyDetail(message)}`,
  passwordUsedBefore: 'You have used this password before. Choose one that is new.',
  refusedByTrigger: ({ message }) => message.replace(/^\w+ failed with error /, ''),

  codeMismatch: 'This is not the code we sent. Check the latest message and type it again.',
  codeExpired: 'This code has expired. Ask for a new one.',
  codeNotDelivered: 'The code could not be delivered. Check the address, then ask for a new code.',
  alreadyConfirmed: 'This account is confirmed already. Go back and sign in.',
  limitExceeded: wait,
  throttled: 'A lot is going on right now. Wait a few seconds, then try again.',

  sessionExpired: 'You have been signed out because you were away for long. Sign in again.',
  sessionRevoked: 'You have been signed out, here or on another device. Sign in again.',
  accessTokenExpired: 'Your session needs a fresh start. Sign out, then sign in again.',
  signedOut: 'You are signed out. Sign in again.',
  stopped: 'This page is closing. Load it again.',

  network: 'The sign-in service cannot be reached. Check your connection and try again.',
  timeout: 'The sign-in service takes too long to answer. Try again.',
  aborted: 'This was cancelled. Try again when you are ready.',
  serviceError: noAnswer,
  triggerFailed: noAnswer,
  emptyAnswer: noAnswer,
  nonJsonAnswer: noAnswer,
  invalidAnswer: noAnswer,
  unnamedError: noAnswer,

  storageRefused: 'Your browser does not let this page store your session. Allow site data first.',
  forbidden: 'This request was blocked. Try another network, or ask support.',
  invalidParameter: ({ message }) => `Something here is not accepted: ${message}`,
  notConfigured: 'Sign-in is not set up properly for this app. Ask support.',
  unsupportedChallenge: 'This account needs a step that this app does not have. Ask support.',
  unknown: ({ message }) => message || 'Something unexpected went wrong. Try again.',
}

/** A failure in plain English. */
export function messageOf(failure: AuthFailure): string {
  const message = messages[failure.code]
  return typeof message === 'string' ? message : message(failure)
}

/** The rule alone, from "Password does not conform to policy: Password must have …". */
function policyDetail(message: string): string {
  const detail = /policy: (.+)$/.exec(message)?.[1]
  return detail ? `${detail.replace(/\.$/, '')}.` : 'It has to follow all the rules above.'
}
