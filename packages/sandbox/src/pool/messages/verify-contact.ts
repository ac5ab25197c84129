import type { OperationContext } from '../../operation.ts'
import { claimAlias } from '../users/aliases.ts'
import { requireUnique } from '../users/update-attributes.ts'
import type { User } from '../users/user.ts'
import { type Contact, dropAttributeCode } from './attribute-codes.ts'

/** Sets a user's e-mail or phone to the address whose code was returned. */
export function verifyContact(
  { state, now }: OperationContext,
  user: User,
  attribute: Contact,
  value: string,
): void {
  requireUnique(state, user, attribute, value)
  claimAlias(state, user, attribute, { force: false, value })
  dropAttributeCode(user, attribute)
  user.attributes = { ...user.attributes, [attribute]: value, [`${attribute}_verified`]: 'true' }
  user.modifiedAt = now
}
