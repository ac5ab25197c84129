import { userNotFound } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { checkPassword, isPasswordOf } from '../pool/credentials/passwords.ts'
import { migrateUser } from '../pool/users/migrate-user.ts'
import type { User } from '../pool/users/user.ts'
import { findUser } from '../pool/users/users.ts'

/** The user whose name and password these are, also one whom the migration trigger knows. */
export async function provePassword(
  context: OperationContext,
  username: string,
  password: string,
): Promise<User> {
  const { state } = context
  const candidate =
    findUser(state, username) ??
    (await migrateUser(context, username, 'UserMigration_Authentication', password))
  if (!candidate && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  return checkPassword(context, candidate?.username ?? username, () =>
    candidate && isPasswordOf(state, candidate, password) ? candidate : undefined,
  )
}
