import type { AuthFailure, AuthNotice, FailureCode, PasswordCheck } from '@authchart/machine'

const failures: Partial<Record<FailureCode, string>> = {
  incorrectCredentials: 'This username and password do not go together.',
  codeMismatch: 'This is not the code that was sent.',
  codeExpired: 'This code is too old. Request another one.',
  challengeExpired: 'That took too long. Please start again.',
  network: 'There seems to be no connection.',
  timeout: 'There was no answer in time.',
  serviceError: 'The service has a problem. Try again in a moment.',
  sessionExpired: 'You were away for long. Please sign in again.',
  sessionRevoked: 'You were signed out by another device.',
}

export function failureText({ code, message, said = message }: AuthFailure) {
  return failures[code] ?? said
}

export const noticeTexts: Readonly<Record<AuthNotice, string>> = {
  codeSent: 'A new code was sent.',
  signUpConfirmed: 'Your account is ready.',
  passwordReset: 'You have a new password.',
  passwordChanged: 'Your password was changed.',
  attributesUpdated: 'Saved.',
  attributesDeleted: 'Removed.',
  contactConfirmed: 'Confirmed.',
  totpVerified: 'Your authenticator app is set up.',
  mfaPreferenceSet: 'Your second factor was changed.',
  deviceRemembered: 'This device is remembered.',
  deviceForgotten: 'The device is forgotten.',
  userDeleted: 'Your account is gone.',
  signedOutElsewhere: 'You have signed out in another tab.',
  userSwitched: 'Another user has signed in in another tab.',
  linkWaits: 'Your link waits until you have signed out.',
}

export function ruleText({ rule, min, max }: PasswordCheck) {
  return {
    minLength: `${min} characters`,
    uppercase: 'a capital letter',
    lowercase: 'a small letter',
    number: 'a digit',
    symbol: 'a special character',
    maxLength: `not more than ${max} characters`,
    trimmed: 'no space at either end',
  }[rule]
}
