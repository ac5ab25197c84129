import { CognitoError, invalidParameter } from '../errors.ts'
import { attributeList, password, stringMap, username, userPoolId } from '../input/members.ts'
import { flag, listOf, oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkPasswordPolicy, generatePassword } from '../pool/credentials/password-policy.ts'
import { setTemporaryPassword } from '../pool/credentials/passwords.ts'
import { sendInvitation } from '../pool/messages/invitation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { claimAlias } from '../pool/users/aliases.ts'
import { fromAttributeList } from '../pool/users/attributes.ts'
import { createUser, requireFree } from '../pool/users/create-user.ts'
import { toUserType } from '../pool/users/requested-user.ts'
import { requireUser } from '../pool/users/users.ts'
import { hasOneTimeCode } from '../sign-in/first-factors.ts'
import { preSignUp } from '../triggers/pre-sign-up.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributes: optional(attributeList),
  ValidationData: optional(attributeList),
  TemporaryPassword: optional(password),
  ForceAliasCreation: optional(flag),
  MessageAction: optional(oneOf('RESEND', 'SUPPRESS')),
  DesiredDeliveryMediums: optional(listOf(oneOf('SMS', 'EMAIL'))),
  ClientMetadata: optional(stringMap),
})

export const adminCreateUser: Operation = async (outer, request) => {
  const { UserPoolId, Username, MessageAction, ...rest } = readInput(input, request)
  const context = {
    ...outer,
    clientMetadata: rest.ClientMetadata,
    validationData: rest.ValidationData && fromAttributeList(rest.ValidationData),
  }
  const { state, random } = context
  requireUserPool(state, UserPoolId)
  const attributes = fromAttributeList(rest.UserAttributes ?? [])
  if ('sub' in attributes) throw invalidParameter('Cannot modify the non-mutable attribute sub')
  const { PasswordPolicy } = state.options.Policies
  const user =
    MessageAction === 'RESEND'
      ? requireUser(state, Username)
      : createUser(context, Username, attributes, 'FORCE_CHANGE_PASSWORD')
  const isPasswordless =
    MessageAction !== 'RESEND' && !rest.TemporaryPassword && hasOneTimeCode(state.options, user)
  const temporary = isPasswordless
    ? undefined
    : (rest.TemporaryPassword ?? generatePassword(PasswordPolicy, random))
  if (temporary !== undefined) checkPasswordPolicy(PasswordPolicy, temporary)
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new CognitoError(
      'UnsupportedUserStateException',
      `Resend not possible. ${Username} status is not FORCE_CHANGE_PASSWORD`,
    )
  }
  if (MessageAction !== 'RESEND') {
    // The trigger's response is ignored, as by the service; its error is not.
    await preSignUp(context, user, 'PreSignUp_AdminCreateUser')
    requireFree(state, Username, user.attributes)
  }
  for (const attribute of ['email', 'phone_number'] as const) {
    if (attributes[`${attribute}_verified`] !== 'true') continue
    claimAlias(state, user, attribute, { force: rest.ForceAliasCreation ?? false })
  }
  if (temporary === undefined) user.status = 'CONFIRMED'
  else setTemporaryPassword(context, user, temporary)
  state.users.set(user.sub, user)
  if (MessageAction !== 'SUPPRESS') {
    await sendInvitation(context, user, temporary, rest.DesiredDeliveryMediums)
  }
  return { User: toUserType(user) }
}
