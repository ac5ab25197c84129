import { notAuthorized } from '../errors.ts'
import { clientId, confirmationCode, stringMap, username } from '../input/members.ts'
import { flag, optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { claimAlias } from '../pool/aliases.ts'
import { checkHourlyLimit, countAttempt } from '../pool/attempts.ts'
import { requireClient } from '../pool/client.ts'
import { checkCode } from '../pool/codes.ts'
import { findUser, unknownToConfirm } from '../pool/users.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  ForceAliasCreation: optional(flag),
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

const wrongCodesPerHour = 5

export const confirmSignUp: Operation = (context, request) => {
  const { ClientId, Username, ConfirmationCode, ForceAliasCreation, SecretHash } = readInput(
    input,
    request,
  )
  const { state, now } = context
  requireClient(state, ClientId, SecretHash)
  const user = findUser(state, Username)
  if (!user) throw unknownToConfirm(state)
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  const key = `signUpCode:${user.sub}`
  checkHourlyLimit(state.attempts, key, wrongCodesPerHour, now)
  try {
    checkCode(user.signUpCode, ConfirmationCode, now)
  } catch (error) {
    countAttempt(state.attempts, key, now)
    throw error
  }
  const attribute = user.signUpCode?.attribute
  if (attribute) {
    claimAlias(state, user, attribute, { force: ForceAliasCreation ?? false })
    user.attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
  }
  state.attempts.delete(key)
  user.status = 'CONFIRMED'
  user.signUpCode = undefined
  user.modifiedAt = now
  return {}
}
