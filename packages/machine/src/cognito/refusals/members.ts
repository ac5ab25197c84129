import type { Refusal } from '../../errors/failure-table.ts'

const newPassword: Refusal = { code: 'invalidPassword', field: 'password' }
const code: Refusal = { code: 'codeMismatch', field: 'code' }
const setUp: Refusal = { code: 'notConfigured' }

/**
 * What it means when Cognito refuses a member of a request for its form: by the member's name in
 * lower case, without `_`. What nobody types has no field.
 */
export const memberRefusals: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
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
  ['email', { code: 'invalidEmail', field: 'email' }],
  ['answer', { code: 'invalidParameter', field: 'answer' }],
  ['friendlydevicename', { code: 'invalidParameter', field: 'deviceName' }],
  ['devicekey', { code: 'deviceNotFound' }],
  ['session', { code: 'challengeExpired', endsChallenge: true }],
  ['refreshtoken', { code: 'sessionRevoked', endsSession: true }],
  ['clientid', setUp],
  ['authflow', setUp],
])
