import { invalidParameter, notAuthorized } from '../errors.ts'
import { checkPasswordPolicy } from '../pool/credentials/password-policy.ts'
import { setPassword } from '../pool/credentials/passwords.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import {
  checkAttributes,
  isRequired,
  missingRequired,
  rejectImmutable,
  rejectUnwritable,
} from '../pool/users/attributes.ts'
import { requireUnique } from '../pool/users/update-attributes.ts'
import type { Attributes, User } from '../pool/users/user.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import type { SandboxState } from '../state.ts'
import { type Challenge, type Responses, requireResponse, requireSessionOf } from './challenge.ts'

export const newPasswordRequired: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'NEW_PASSWORD_REQUIRED', responses, token)
  const { signIn } = session.pending
  const { state, now } = context
  const password = requireResponse(responses, 'NEW_PASSWORD')
  const user = requireSignInUser(state, signIn)
  checkPasswordPolicy(state.options.Policies.PasswordPolicy, password)
  const attributes = withGiven(state, user, attributesIn(responses))
  const deviceKey = knownDeviceKey(user, responses, signIn.deviceKey)
  session.used = true
  setPassword(context, user, password)
  user.attributes = attributes
  user.status = 'CONFIRMED'
  user.modifiedAt = now
  return continueSignIn(context, { ...signIn, deviceKey, hasNewPassword: true })
}

const prefix = 'userAttributes.'

const attributesIn = (responses: Responses): Attributes =>
  Object.fromEntries(
    Object.entries(responses)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )

/**
 * The user's attributes merged with the given ones. Throws if an attribute may not be written or a required
 * one is missing.
 */
function withGiven(state: SandboxState, user: User, given: Attributes): Attributes {
  const { options } = state
  const names = Object.keys(given)
  rejectUnwritable(options, names)
  const set = names.filter((name) => user.attributes[name])
  const provided = set.find(
    (name) =>
      isRequired(options, name) ||
      options.UsernameAttributes.some((attribute) => attribute === name),
  )
  if (provided) throw notAuthorized(`Cannot modify an already provided ${provided}`)
  rejectImmutable(options, set)
  const attributes = { ...user.attributes, ...given }
  for (const name of ['email', 'phone_number'] as const) {
    const value = given[name]
    if (value === undefined) continue
    requireUnique(state, user, name, value)
    if (value !== user.attributes[name]) attributes[`${name}_verified`] = 'false'
  }
  const { sub: _, identities: __, ...checked } = attributes
  const [missing] = missingRequired(options, checked)
  if (missing) throw invalidParameter(`Invalid attributes given, ${missing} is missing`)
  checkAttributes(options, checked, { required: false })
  return attributes
}
