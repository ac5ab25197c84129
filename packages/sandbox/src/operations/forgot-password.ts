import { invalidParameter, notAuthorized, userNotFound } from '../errors.ts'
import { clientId, stringMap, username } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkHourlyLimit, countAttempt } from '../pool/credentials/attempts.ts'
import { simulatedDelivery } from '../pool/credentials/fake-user.ts'
import { resetRejected, sendResetCode } from '../pool/messages/reset-code.ts'
import { requireClientUser } from '../pool/options/client.ts'
import { passwordlessFactors } from '../pool/options/passwordless-factors.ts'
import { migrateUser } from '../pool/users/migrate-user.ts'
import type { User } from '../pool/users/user.ts'
import { findUser } from '../pool/users/users.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

const requestsPerHour = 5

export const forgotPassword: Operation = async (outer, request) => {
  const { ClientId, Username, SecretHash, ClientMetadata } = readInput(input, request)
  const context = { ...outer, clientMetadata: ClientMetadata }
  const { state, now } = context
  requireClientUser(state, ClientId, Username, SecretHash)
  const user =
    findUser(state, Username) ??
    (await migrateUser(context, Username, 'UserMigration_ForgotPassword'))
  const isHidden = state.options.PreventUserExistenceErrors === 'ENABLED'
  if (!user && !isHidden) throw userNotFound('Username/client id combination not found.')
  if (user && !user.enabled && !isHidden) throw notAuthorized('User is disabled.')
  const key = `forgotPassword:${user?.sub ?? Username.toLowerCase()}`
  checkHourlyLimit(state.attempts, key, requestsPerHour, now)
  countAttempt(state.attempts, key, now)
  if (!user?.enabled) return { CodeDeliveryDetails: simulatedDelivery(state, Username) }
  if (hasNoOwnPassword(user)) throw resetRejected()
  // Where every user has a password, a user without one has been migrated by this request.
  if (!user.password && passwordlessFactors(state.options).length > 0) {
    throw invalidParameter('Cannot reset password for the user as the user has no password')
  }
  return { CodeDeliveryDetails: await sendResetCode(context, user) }
}

const hasNoOwnPassword = ({ status }: User) =>
  status === 'FORCE_CHANGE_PASSWORD' || status === 'EXTERNAL_PROVIDER'
