import type { AuthFailure, FailureCode, PasswordRule } from '@authchart/machine'
import { attributeInput } from '../account/attributes.ts'

const noAnswer = 'The sign-in service is not answering properly. Try again in a moment.'
const wait = 'Too many attempts. Wait a few minutes, then try again.'

const brokenRules: Readonly<Record<PasswordRule, string>> = {
  minLength: 'It is too short.',
  uppercase: 'It needs an uppercase letter.',
  lowercase: 'It needs a lowercase letter.',
  number: 'It needs a number.',
  symbol: 'It needs a symbol.',
  maxLength: 'It is too long.',
  trimmed: 'It must not begin or end with a space.',
  history: 'You have used it before.',
}

/** What happened and what to do next. A code that is missing here does not compile. */
const messages: Readonly<Record<FailureCode, string | ((failure: AuthFailure) => string)>> = {
  incorrectCredentials: 'The email or the password is not right. Type the password again.',
  incorrectPreviousPassword: 'This is not your current password. Type it again.',
  temporaryPasswordExpired: 'This temporary password has expired. Request a new invitation.',
  userNotFound: 'There is no account with this email. Check it, or create an account.',
  userDisabled: 'This account is disabled. Ask support to enable it.',
  userNotConfirmed: 'This account is not confirmed yet. Sign in again to get a new code.',
  passwordResetRequired: 'This password must be reset. Choose “Forgot your password?” to do that.',
  resetNotAllowed: 'The password of this account cannot be reset here. Ask support.',
  noVerifiedContact:
    'This account has no confirmed email or phone to send a code to. Ask support to reset it.',
  notAuthorized: 'This is not allowed for this account. Sign in again, or ask support.',
  scopeMissing: 'This sign-in does not let you see or change your account. Ask support.',
  tooManyAttempts: wait,
  tooManyCodes: 'Too many wrong codes. Wait a few minutes, then request a new one.',

  challengeExpired: 'That took too long, so this sign-in has ended. Sign in again to start over.',
  challengeUsed:
    'This sign-in was already continued, perhaps in another tab. Sign in again to start over.',
  mfaNotSetUp: 'This is not set up yet. First set up the app, or verify the phone or the email.',

  usernameExists: 'There is already an account with this email. Sign in instead.',
  aliasExists: 'This belongs to another account. Sign in there, or use a different one.',
  invalidUsername: 'This user name is not accepted like this. Check it and type it again.',
  invalidEmail: 'This does not look like an email address. It should be like name@example.com.',
  invalidPhoneNumber: 'This is not a phone number. Start with + and the country code.',
  attributeRequired: (failure) => `${subjectOf(failure)} is missing. Fill it in.`,
  invalidAttribute: (failure) => `${subjectOf(failure)} is not accepted like this. Check it.`,
  attributeNotWritable: (failure) => `${subjectOf(failure)} cannot be changed here. Ask support.`,
  invalidPassword: ({ rule }) =>
    `Choose another password. ${rule ? brokenRules[rule] : 'It has to follow all the rules.'}`,
  passwordUsedBefore: 'You have used this password before. Choose one that is new.',
  refusedByTrigger: ({ said, message }) => said ?? message,

  codeMismatch: 'This is not the code we expect. Take the newest one and type it again.',
  codeExpired: 'This code has expired or was used already. Take a new one.',
  codeNotDelivered: 'The code could not be delivered. Check the address, then request a new code.',
  alreadyConfirmed: 'This account is confirmed already. Go back and sign in.',
  limitExceeded: wait,
  throttled: 'A lot is going on right now. Wait a few seconds, then try again.',
  conflict: 'Something else changed this at the same time. Try again.',
  deviceNotFound: 'This device is not known any more. Load the page again.',

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

  redirectDenied:
    'You cancelled on the other page, so you are not signed in. Sign in again when you are ready.',
  redirectExpired: 'That sign-in took too long or was used already. Sign in again to start over.',
  redirectRefused: 'The sign-in page rejected this. Try again, or sign in another way.',
  redirectMismatch:
    'This sign-in was not started in this browser, or it was used already. Sign in again.',
  federatedUser: 'You signed in without an account of this app, so there is nothing to change.',
  signedIn: 'A user is already signed in. Sign out first, then sign in again.',
  guestAccessRefused: 'Guests do not get an AWS identity here. Sign in first.',
  loginRefused: 'This token is not accepted. Take a fresh one from the provider and try again.',
  identityNotFound: 'This AWS identity is not yours, or is gone. Sign out, then sign in again.',

  storageRefused:
    'Your session could not be stored on this device. Allow this page to store data, then sign in again.',
  firewallChallenge:
    'The sign-in service wants to check this browser first. Load the page again, or ask support.',
  firewallCaptcha:
    'The sign-in service wants to know that you are not a robot. Load the page again, or ask support.',
  notAvailable: 'This is not available right now. Try again later.',
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

function subjectOf({ attribute }: AuthFailure): string {
  return attribute ? attributeInput(attribute).label : 'This'
}
