import { toFailure } from '../../errors/failure.ts'
import type { Rejection } from '../../errors/failure-table.ts'
import type { CognitoError } from '../errors.ts'

/** Neither the session nor the challenge ends, although the row of the exception says so. */
const goesOn = { endsSession: undefined, endsChallenge: undefined } as const

/** Messages that mean something else than the two exceptions that Cognito uses for most of them. */
const sentences: readonly (readonly [RegExp, Rejection])[] = [
  [
    /client[ _]?id\b|authenticate client|auth(?:entication)? ?flow|sms configuration|user ?pool ?id\b|not allow sign ?up|rotation is/i,
    { code: 'notConfigured', ...goesOn },
  ],
  // The code of a second factor. An expired session has its own message below.
  [/^Invalid code/i, { code: 'codeMismatch', field: 'code', ...goesOn }],
  [/^(?:Invalid session|Session )/i, { code: 'challengeExpired', endsChallenge: true }],
  [/^Invalid refresh token/i, { code: 'sessionRevoked', endsSession: true }],
  [/^The selected challenge/i, { code: 'factorNotAvailable' }],
  [/^Invalid passkey/i, { code: 'passkeyNotAccepted' }],
  [/has no password/i, { code: 'resetNotAllowed', field: 'username' }],
  [/^Incorrect username or password/i, { code: 'incorrectCredentials', field: 'password' }],
  [
    /^(?:Provided )?password (?:did|does|cannot be used)/i,
    { code: 'invalidPassword', field: 'password' },
  ],
]

/** The meaning of the message, when the failure table knows only the exception. */
export function rejectionByMessage({ name, message }: CognitoError): Rejection | undefined {
  const { code } = toFailure({ name, message })
  if (code !== 'invalidParameter' && code !== 'notAuthorized') return undefined
  return sentences.find(([pattern]) => pattern.test(message))?.[1]
}
