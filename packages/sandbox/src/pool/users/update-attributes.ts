import { CognitoError, invalidParameter } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { SandboxState } from '../../state.ts'
import { type Contact, dropAttributeCode, sendAttributeCode } from '../messages/attribute-codes.ts'
import type { CodeDeliveryDetails } from '../messages/outbox.ts'
import { claimAlias } from './aliases.ts'
import {
  changeRejected,
  checkAttributes,
  isRequired,
  rejectImmutable,
  requireDeclared,
} from './attributes.ts'
import type { Attributes, User } from './user.ts'
import { findUser } from './users.ts'

const contacts: readonly Contact[] = ['email', 'phone_number']

/**
 * Writes attributes; the caller has checked the permission. An empty value deletes. A changed
 * e-mail or phone is unverified unless `given` says otherwise. The pool may send it a code, and may
 * store the new value only when the code is confirmed.
 */
export async function updateAttributes(
  context: OperationContext,
  user: User,
  given: Attributes,
): Promise<CodeDeliveryDetails[]> {
  const { state, now } = context
  const { options } = state
  rejectImmutable(options, Object.keys(given))
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  requireDeclared(options, Object.keys(given))
  checkAttributes(options, values, { required: false })
  checkFlags(user, given)
  const changed = contacts.filter(
    (name) => values[name] !== undefined && values[name] !== user.attributes[name],
  )
  const isVerified = (name: Contact) => given[`${name}_verified`] === 'true'
  const unconfirmed = changed.filter(
    (name) =>
      !isVerified(name) &&
      options.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate.includes(name),
  )
  for (const name of changed) requireUnique(state, user, name, values[name] ?? '')
  requireUnique(state, user, 'preferred_username', values.preferred_username ?? '')
  for (const name of contacts) {
    if (isVerified(name)) claimAlias(state, user, name, { force: false, value: values[name] })
  }
  removeAttributes(
    state,
    user,
    Object.keys(given).filter((name) => given[name] === ''),
  )
  const written = Object.entries(values).filter(
    ([name]) => !unconfirmed.some((other) => other === name),
  )
  const set = changed.filter((name) => !unconfirmed.includes(name))
  for (const name of set) dropCodes(user, name)
  user.attributes = {
    ...user.attributes,
    ...Object.fromEntries(set.map((name) => [`${name}_verified`, 'false'])),
    ...Object.fromEntries(written),
  }
  user.modifiedAt = now
  const sent: CodeDeliveryDetails[] = []
  for (const name of changed) {
    if (isVerified(name) || !options.AutoVerifiedAttributes.includes(name)) continue
    const value = values[name] ?? ''
    sent.push(await sendAttributeCode(context, user, name, value, 'updateAttribute'))
  }
  return sent
}

/** Deletes attributes. A contact's verification and codes are deleted too. */
export function removeAttributes(
  { options }: SandboxState,
  user: User,
  names: readonly string[],
): void {
  rejectImmutable(options, names)
  const isSignInName = (name: string) =>
    options.UsernameAttributes.some(
      (attribute) =>
        attribute === name &&
        !options.UsernameAttributes.some(
          (other) => other !== name && user.attributes[other] !== undefined,
        ),
    )
  const required = names.filter((name) => isRequired(options, name) || isSignInName(name))
  if (required.length > 0) {
    throw changeRejected(required.map((name) => `${name}: Required attribute cannot be deleted.`))
  }
  const gone = contacts.filter((name) => names.includes(name))
  for (const name of gone) dropCodes(user, name)
  const removed = [...names, ...gone.map((name) => `${name}_verified`)]
  user.attributes = Object.fromEntries(
    Object.entries(user.attributes).filter(([name]) => !removed.includes(name)),
  )
}

/** Codes for the old value do not verify a new one. */
function dropCodes(user: User, attribute: Contact): void {
  dropAttributeCode(user, attribute)
  if (user.signUpCode?.attribute === attribute) user.signUpCode = undefined
  if (user.resetCode?.attribute === attribute) user.resetCode = undefined
}

function checkFlags(user: User, given: Attributes): void {
  const labels = { email: ['Email', 'an email'], phone_number: ['Phone Number', 'a phone number'] }
  for (const name of contacts) {
    if (given[`${name}_verified`] === undefined || (given[name] ?? user.attributes[name])) continue
    const [label, one] = labels[name]
    throw invalidParameter(`${label} is required to verify/un-verify ${one}`)
  }
}

/** Rejects a value with which another user signs in. */
export function requireUnique(
  state: SandboxState,
  user: User,
  attribute: Contact | 'preferred_username',
  value: string,
): void {
  const { UsernameAttributes, AliasAttributes } = state.options
  const isName =
    attribute === 'preferred_username'
      ? AliasAttributes.includes(attribute)
      : UsernameAttributes.includes(attribute)
  if (!isName || value === '') return
  const other = findUser(state, value)
  if (!other || other === user) return
  throw new CognitoError(
    'AliasExistsException',
    `An account with the given ${attribute} already exists.`,
  )
}
