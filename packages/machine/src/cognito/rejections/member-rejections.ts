import type { Rejection } from '../../errors/failure-table.ts'

const newPassword: Rejection = { code: 'invalidPassword', field: 'password' }
const code: Rejection = { code: 'codeMismatch', field: 'code' }
const setUp: Rejection = { code: 'notConfigured' }

/**
 * The meaning of a member that is not valid, by its name in lower case without `_`. Members that users do
 * not type have no field.
 */
export const memberRejections: ReadonlyMap<string, Rejection> = new Map<string, Rejection>([
  ['username', { code: 'invalidUsername', field: 'username' }],
  ['password', newPassword],
  ['newpassword', newPassword],
  ['proposedpassword', newPassword],
  ['previouspassword', { code: 'incorrectPreviousPassword', field: 'previousPassword' }],
  ['code', code],
  ['confirmationcode', code],
  ['usercode', code],
  ['smsmfacode', code],
  ['softwaretokenmfacode', code],
  ['emailotpcode', code],
  ['smsotpcode', code],
  ['credential', { code: 'passkeyNotAccepted' }],
  ['email', { code: 'invalidEmail', field: 'email' }],
  ['answer', { code: 'invalidParameter', field: 'answer' }],
  ['friendlydevicename', { code: 'invalidParameter', field: 'deviceName' }],
  ['devicekey', { code: 'deviceNotFound' }],
  ['session', { code: 'challengeExpired', endsChallenge: true }],
  ['refreshtoken', { code: 'sessionRevoked', endsSession: true }],
  ['clientid', setUp],
  ['authflow', setUp],
])
