import { userNotFound } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { checkPassword, isPasswordOf } from '../pool/credentials/passwords.ts'
import { migrateUser } from '../pool/users/migrate-user.ts'
import type { User } from '../pool/users/user.ts'
import { findUser } from '../pool/users/users.ts'

/** Finds the user with this name and password, also by the migration trigger. */
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
