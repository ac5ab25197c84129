import { codeMismatch, notAuthorized, userNotFound } from '../errors.ts'
import { clientId, confirmationCode, password, stringMap, username } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkPasswordPolicy } from '../pool/credentials/password-policy.ts'
import { setPassword } from '../pool/credentials/passwords.ts'
import { proveCode } from '../pool/messages/codes.ts'
import { requireClientUser } from '../pool/options/client.ts'
import { findUser } from '../pool/users/users.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  Password: password,
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

/** Sessions continue: Cognito revokes no token when a password changes. */
export const confirmForgotPassword: Operation = async (outer, request) => {
  const { ClientId, Username, ConfirmationCode, Password, SecretHash, ClientMetadata } = readInput(
    input,
    request,
  )
  const context = { ...outer, clientMetadata: ClientMetadata }
  const { state, now } = context
  requireClientUser(state, ClientId, Username, SecretHash)
  const user = findUser(state, Username)
  const isHidden = state.options.PreventUserExistenceErrors === 'ENABLED'
  if (!user) {
    throw isHidden ? codeMismatch() : userNotFound('Username/client id combination not found.')
  }
  if (!user.enabled) throw isHidden ? codeMismatch() : notAuthorized('User is disabled.')
  checkPasswordPolicy(state.options.Policies.PasswordPolicy, Password)
  const limit = `resetCode:${user.sub}`
  const { attribute } = proveCode(context, limit, user.resetCode, ConfirmationCode)
  setPassword(context, user, Password)
  user.status = 'CONFIRMED'
  user.attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
  user.modifiedAt = now
  await postConfirmation(context, user, 'PostConfirmation_ConfirmForgotPassword')
  return {}
}
