import { CognitoError } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { randomUuid } from '../../random.ts'
import type { SandboxState } from '../../state.ts'
import { observed } from '../../store/observed.ts'
import { noMfa } from '../mfa/user-mfa.ts'
import { checkAttributes } from './attributes.ts'
import type { Attributes, User, UserStatus } from './user.ts'
import { findUser, usernameAttribute } from './users.ts'

/**
 * Creates a user and checks them against the pool's schema and other users. Does not add them to
 * the pool.
 */
export function createUser(
  context: OperationContext,
  name: string,
  given: Attributes,
  status: UserStatus,
): User {
  const { state, random } = context
  const attribute = usernameAttribute(state, name)
  const attributes = attribute ? { ...given, [attribute]: name } : given
  checkAttributes(state.options, attributes, { required: status === 'UNCONFIRMED' })
  requireFree(state, name, attributes)
  const sub = randomUuid(random)
  return newUser(context, { sub, username: attribute ? sub : name, attributes, status })
}

interface NewUser extends Pick<User, 'sub' | 'username' | 'status'> {
  readonly attributes: Attributes
}

/** A user with attributes only, not checked against the pool. */
export function newUser(
  { now }: OperationContext,
  { sub, username, attributes, status }: NewUser,
): User {
  return observed({
    username,
    sub,
    attributes: { sub, ...unverified(attributes), ...attributes },
    status,
    enabled: true,
    password: undefined,
    temporaryPasswordUntil: undefined,
    signUpCode: undefined,
    resetCode: undefined,
    attributeCodes: [],
    groups: [],
    mfa: noMfa,
    devices: [],
    passkeys: [],
    createdAt: now,
    modifiedAt: now,
  })
}

const unverified = ({ email, phone_number }: Attributes): Attributes => ({
  ...(email !== undefined && { email_verified: 'false' }),
  ...(phone_number !== undefined && { phone_number_verified: 'false' }),
})

/** Rejects a name that another user can sign in with. */
export function requireFree(state: SandboxState, name: string, attributes: Attributes): void {
  const taken = state.options.UsernameAttributes.find((candidate) => {
    const value = attributes[candidate]
    return value !== undefined && findUser(state, value)
  })
  if (taken) {
    throw new CognitoError(
      'UsernameExistsException',
      `An account with the given ${taken} already exists.`,
    )
  }
  if (findUser(state, name)) {
    throw new CognitoError('UsernameExistsException', 'User already exists')
  }
}
