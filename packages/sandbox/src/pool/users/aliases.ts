import { CognitoError } from '../../errors.ts'
import type { SandboxState } from '../../state.ts'
import type { User } from './user.ts'
import { nameKey } from './user-names.ts'

interface Claim {
  readonly force: boolean
  /** Default: the user's current value. */
  readonly value?: string | undefined
  readonly taken?: (message: string) => CognitoError
}

const aliasExists = (message: string) => new CognitoError('AliasExistsException', message)

/**
 * A verified e-mail or phone identifies one user: a second user is rejected, or takes it over with
 * `force`; then the first user's attribute is no longer verified.
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
