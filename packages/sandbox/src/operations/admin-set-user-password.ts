import { password, username, userPoolId } from '../input/members.ts'
import { flag, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkPasswordPolicy } from '../pool/credentials/password-policy.ts'
import { setPassword, setTemporaryPassword } from '../pool/credentials/passwords.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { requireUser } from '../pool/users/users.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  Password: password,
  Permanent: optional(flag),
})

export const adminSetUserPassword: Operation = (context, request) => {
  const { UserPoolId, Username, Password, Permanent } = readInput(input, request)
  const { state, now } = context
  requireUserPool(state, UserPoolId)
  const user = requireUser(state, Username)
  checkPasswordPolicy(state.options.Policies.PasswordPolicy, Password)
  if (Permanent) {
    setPassword(context, user, Password)
    user.status = 'CONFIRMED'
  } else {
    setTemporaryPassword(context, user, Password)
  }
  user.modifiedAt = now
  return {}
}
