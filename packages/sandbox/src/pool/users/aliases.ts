import { CognitoError } from '../../errors.ts'
import type { SandboxState } from '../../state.ts'
import type { User } from './user.ts'
import { nameKey } from './user-names.ts'

interface Claim {
  readonly force: boolean
  /** Default what the user has. */
  readonly value?: string | undefined
  readonly taken?: (message: string) => CognitoError
}

const aliasExists = (message: string) => new CognitoError('AliasExistsException', message)

/**
 * A verified e-mail or phone signs in one user only: it is rejected to a second one, or with `force`
 * taken from the first, whose attribute is then no longer verified.
 */
export function claimAlias(
  { users, options }: SandboxState,
  user: User,
  attribute: 'email' | 'phone_number',
  { force, value = user.attributes[attribute], taken = aliasExists }: Claim,
): void {
  if (!options.AliasAttributes.includes(attribute)) return
  if (value === undefined) return
  for (const other of [...users.named(nameKey(`verified ${attribute}`, value))]) {
    if (other === user) continue
    if (!force) throw taken(`An account with the ${attribute} already exists.`)
    other.attributes = { ...other.attributes, [`${attribute}_verified`]: 'false' }
  }
}
