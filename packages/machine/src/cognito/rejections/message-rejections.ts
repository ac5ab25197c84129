import { toFailure } from '../../errors/failure.ts'
import type { Rejection } from '../../errors/failure-table.ts'
import type { CognitoError } from '../errors.ts'

/** Neither the session nor the challenge is over, whatever the row of the name says. */
const goesOn = { endsSession: undefined, endsChallenge: undefined } as const

/** Sentences that say something else than the two names under which Cognito sends most of them. */
const sentences: readonly (readonly [RegExp, Rejection])[] = [
  [
    /client[ _]?id\b|authenticate client|auth(?:entication)? ?flow|sms configuration|user ?pool ?id\b|not allow sign ?up|rotation is/i,
    { code: 'notConfigured', ...goesOn },
  ],
  // Of a second factor; a lost session is named as such.
  [/^Invalid code/i, { code: 'codeMismatch', field: 'code', ...goesOn }],
  [/^(?:Invalid session|Session )/i, { code: 'challengeExpired', endsChallenge: true }],
  [/^Invalid refresh token/i, { code: 'sessionRevoked', endsSession: true }],
  [/^Incorrect username or password/i, { code: 'incorrectCredentials', field: 'password' }],
  [
    /^(?:Provided )?password (?:did|does|cannot be used)/i,
    { code: 'invalidPassword', field: 'password' },
  ],
]

/** What the sentence means where the table knows no more than the name. */
export function rejectionByMessage({ name, message }: CognitoError): Rejection | undefined {
  const { code } = toFailure({ name, message })
  if (code !== 'invalidParameter' && code !== 'notAuthorized') return undefined
  return sentences.find(([pattern]) => pattern.test(message))?.[1]
}
