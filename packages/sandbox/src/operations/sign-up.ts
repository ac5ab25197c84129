import { CognitoError, invalidParameter, notAuthorized } from '../errors.ts'
import { attributeList, clientId, password, stringMap, username } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkPasswordPolicy } from '../pool/credentials/password-policy.ts'
import { setPassword } from '../pool/credentials/passwords.ts'
import { sendSignUpCode } from '../pool/messages/sign-up-code.ts'
import { requireClientUser } from '../pool/options/client.ts'
import { claimAlias } from '../pool/users/aliases.ts'
import { fromAttributeList, rejectUnwritable, schemaMismatch } from '../pool/users/attributes.ts'
import { createUser, requireFree } from '../pool/users/create-user.ts'
import type { User } from '../pool/users/user.ts'
import { hasOneTimeCode } from '../sign-in/first-factors.ts'
import { signUpSession } from '../sign-in/sign-up-session.ts'
import type { SandboxState } from '../state.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import { preSignUp } from '../triggers/pre-sign-up.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  Password: optional(password),
  UserAttributes: optional(attributeList),
  ValidationData: optional(attributeList),
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

export const signUp: Operation = async (outer, request) => {
  const { ClientId, Username, Password, UserAttributes, SecretHash, ...rest } = readInput(
    input,
    request,
  )
  const context = {
    ...outer,
    clientMetadata: rest.ClientMetadata,
    validationData: rest.ValidationData && fromAttributeList(rest.ValidationData),
  }
  const { state } = context
  requireClientUser(state, ClientId, Username, SecretHash)
  if (state.options.AdminCreateUserConfig.AllowAdminCreateUserOnly) {
    throw notAuthorized('SignUp is not permitted for this user pool')
  }
  const attributes = fromAttributeList(UserAttributes ?? [])
  rejectUnwritable(state.options, Object.keys(attributes))
  if (Password !== undefined) checkPasswordPolicy(state.options.Policies.PasswordPolicy, Password)
  const user = createUser(context, Username, attributes, 'UNCONFIRMED')
  if (Password === undefined && !hasOneTimeCode(state.options, user)) {
    throw invalidParameter(
      "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
    )
  }
  const response = await preSignUp(context, user, 'PreSignUp_SignUp')
  // While the trigger ran, another sign-up may have taken the name.
  requireFree(state, Username, user.attributes)
  if (response?.autoVerifyEmail) verify(state, user, 'email')
  if (response?.autoVerifyPhone) verify(state, user, 'phone_number')
  if (Password !== undefined) setPassword(context, user, Password)
  state.users.set(user.sub, user)
  if (response?.autoConfirmUser) {
    user.status = 'CONFIRMED'
    await postConfirmation(context, user, 'PostConfirmation_ConfirmSignUp')
    return { UserConfirmed: true, UserSub: user.sub, ...signUpSession(context, user) }
  }
  const CodeDeliveryDetails = await sendSignUpCode(context, user, 'signUp')
  return {
    UserConfirmed: false,
    UserSub: user.sub,
    ...(CodeDeliveryDetails && { CodeDeliveryDetails }),
    ...signUpSession(context, user),
  }
}

function verify(state: SandboxState, user: User, attribute: 'email' | 'phone_number'): void {
  if (user.attributes[attribute] === undefined) {
    throw schemaMismatch([`${attribute}: The attribute is required`])
  }
  claimAlias(state, user, attribute, {
    force: false,
    // SignUp does not declare AliasExistsException.
    taken: (message) => new CognitoError('UsernameExistsException', message),
  })
  user.attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
}
