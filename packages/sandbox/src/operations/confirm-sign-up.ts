import { notAuthorized } from '../errors.ts'
import { clientId, confirmationCode, session, stringMap, username } from '../input/members.ts'
import { flag, optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { proveCode } from '../pool/messages/codes.ts'
import { requireClientUser } from '../pool/options/client.ts'
import { claimAlias } from '../pool/users/aliases.ts'
import { findUser, unknownToConfirm } from '../pool/users/users.ts'
import { checkSignUpSession, signUpSession } from '../sign-in/sign-up-session.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  ForceAliasCreation: optional(flag),
  ClientMetadata: optional(stringMap),
  Session: optional(session),
  SecretHash: optional(text()),
})

export const confirmSignUp: Operation = async (outer, request) => {
  const { ClientId, Username, ConfirmationCode, ForceAliasCreation, SecretHash, ...rest } =
    readInput(input, request)
  const context = { ...outer, clientMetadata: rest.ClientMetadata }
  const { state, now } = context
  requireClientUser(state, ClientId, Username, SecretHash)
  const user = findUser(state, Username)
  if (!user) throw unknownToConfirm(state)
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  if (rest.Session !== undefined) checkSignUpSession(context, user, rest.Session)
  const limit = `signUpCode:${user.sub}`
  const { attribute } = proveCode(context, limit, user.signUpCode, ConfirmationCode)
  claimAlias(state, user, attribute, { force: ForceAliasCreation ?? false })
  user.attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
  user.status = 'CONFIRMED'
  user.signUpCode = undefined
  user.modifiedAt = now
  await postConfirmation(context, user, 'PostConfirmation_ConfirmSignUp')
  return signUpSession(context, user, attribute)
}
