import { CognitoError } from '../errors.ts'
import type { SandboxState } from '../state.ts'
import type { User } from './user.ts'

/**
 * A verified e-mail or phone signs in one user only: it is refused to a second one, or with `force`
 * taken from the first, whose attribute is then no longer verified.
 */
export const claimAlias = (
  { users, options }: SandboxState,
  user: User,
  attribute: 'email' | 'phone_number',
  { force }: { readonly force: boolean },
): void => {
  if (!options.AliasAttributes.includes(attribute)) return
  const verified = `${attribute}_verified`
  const value = user.attributes[attribute]?.toLowerCase()
  for (const other of users.values()) {
    if (other === user || other.attributes[verified] !== 'true') continue
    if (other.attributes[attribute]?.toLowerCase() !== value) continue
    if (!force) {
      throw new CognitoError(
        'AliasExistsException',
        `An account with the ${attribute} already exists.`,
      )
    }
    other.attributes = { ...other.attributes, [verified]: 'false' }
  }
}
