import { expiredCode, invalidParameter, userNotFound } from '../../errors.ts'
import type { SandboxState } from '../../state.ts'
import { isEmail, isPhoneNumber } from './attributes.ts'
import type { User } from './user.ts'
import { nameKey } from './user-names.ts'

const fold = (state: SandboxState, name: string) =>
  state.options.UsernameConfiguration.CaseSensitive ? name : name.toLowerCase()

/**
 * The user who signs in as `name`: a username, an e-mail or phone used as one, or a verified alias.
 */
export function findUser(state: SandboxState, name: string): User | undefined {
  const { UsernameAttributes, AliasAttributes } = state.options
  const wanted = fold(state, name)
  for (const user of state.users.named(nameKey('username', name))) {
    if (fold(state, user.username) === wanted) return user
  }
  const keys = [
    ...UsernameAttributes.map((attribute) => [attribute, nameKey(attribute, name)] as const),
    ...AliasAttributes.map(
      (attribute) =>
        [
          attribute,
          attribute === 'preferred_username'
            ? nameKey(attribute, name)
            : nameKey(`verified ${attribute}`, name),
        ] as const,
    ),
  ]
  for (const [attribute, key] of keys) {
    for (const user of state.users.named(key)) {
      if (fold(state, user.attributes[attribute] ?? '') === wanted && isNamedBy(user, attribute)) {
        return user
      }
    }
  }
  return undefined
}

/**
 * Users of external providers sign in with these only. Their addresses stay free for other users.
 */
const isNamedBy = ({ status }: User, attribute: string) =>
  status !== 'EXTERNAL_PROVIDER' && (attribute !== 'preferred_username' || status !== 'UNCONFIRMED')

/** For operations of administrators, which always report an unknown user. */
export function requireUser(state: SandboxState, name: string): User {
  const user = findUser(state, name)
  if (!user) throw userNotFound()
  return user
}

/** The error of ConfirmSignUp for a user who does not exist. */
export function unknownToConfirm(state: SandboxState) {
  return state.options.PreventUserExistenceErrors === 'ENABLED'
    ? expiredCode()
    : userNotFound('Username/client id combination not found.')
}

/**
 * The attribute that serves as username, in a pool with e-mail or phone sign-in; else undefined.
 */
export function usernameAttribute(
  { options }: SandboxState,
  name: string,
): 'email' | 'phone_number' | undefined {
  const { UsernameAttributes, AliasAttributes } = options
  if (UsernameAttributes.length === 0) {
    if (AliasAttributes.includes('email') && isEmail(name)) {
      throw invalidParameter(
        'Username cannot be of email format, since user pool is configured for email alias.',
      )
    }
    if (AliasAttributes.includes('phone_number') && isPhoneNumber(name)) {
      throw invalidParameter(
        'Username cannot be of phone number format, since user pool is configured for phone number alias.',
      )
    }
    return undefined
  }
  if (UsernameAttributes.includes('email') && isEmail(name)) return 'email'
  if (UsernameAttributes.includes('phone_number') && isPhoneNumber(name)) return 'phone_number'
  if (UsernameAttributes.length > 1) {
    throw invalidParameter('Username should be either an email or a phone number.')
  }
  throw invalidParameter(
    UsernameAttributes[0] === 'email'
      ? 'Username should be an email.'
      : 'Username should be a phone number.',
  )
}
