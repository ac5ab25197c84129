import { notAuthorized } from '../errors.ts'
import { attributeList, clientId, password, stringMap, username } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { fromAttributeList, refuseProtected } from '../pool/attributes.ts'
import { requireClient } from '../pool/client.ts'
import { createUser } from '../pool/create-user.ts'
import { checkPassword } from '../pool/password-policy.ts'
import { setPassword } from '../pool/passwords.ts'
import { sendSignUpCode } from '../pool/sign-up-code.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  Password: password,
  UserAttributes: optional(attributeList),
  ValidationData: optional(attributeList),
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

export const signUp: Operation = (context, request) => {
  const { ClientId, Username, Password, UserAttributes, SecretHash } = readInput(input, request)
  const { state } = context
  requireClient(state, ClientId, SecretHash)
  if (state.options.AdminCreateUserConfig.AllowAdminCreateUserOnly) {
    throw notAuthorized('SignUp is not permitted for this user pool')
  }
  const attributes = fromAttributeList(UserAttributes ?? [])
  refuseProtected(attributes)
  checkPassword(state.options.Policies.PasswordPolicy, Password)
  const user = createUser(context, Username, attributes, 'UNCONFIRMED')
  setPassword(context, user, Password)
  state.users.set(user.sub, user)
  const CodeDeliveryDetails = sendSignUpCode(context, user, 'signUp')
  return {
    UserConfirmed: false,
    UserSub: user.sub,
    ...(CodeDeliveryDetails && { CodeDeliveryDetails }),
  }
}
