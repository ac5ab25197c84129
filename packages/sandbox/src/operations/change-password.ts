import { CognitoError, invalidParameter, wrongCredentials } from '../errors.ts'
import { accessToken, password } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkHourlyLimit, countAttempt } from '../pool/credentials/attempts.ts'
import { checkPasswordPolicy } from '../pool/credentials/password-policy.ts'
import { isPasswordOf, setPassword } from '../pool/credentials/passwords.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  PreviousPassword: optional(password),
  ProposedPassword: password,
})

const wrongPasswordsPerHour = 5

export const changePassword: Operation = async (context, request) => {
  const { AccessToken, PreviousPassword, ProposedPassword } = readInput(input, request)
  const { state, now } = context
  const { user } = await requireAccessToken(context, AccessToken)
  if (user.status === 'RESET_REQUIRED') {
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user')
  }
  if (user.password) {
    if (PreviousPassword === undefined) {
      throw invalidParameter('Missing required parameter PreviousPassword')
    }
    const limit = `changePassword:${user.sub}`
    checkHourlyLimit(state.attempts, limit, wrongPasswordsPerHour, now)
    if (!isPasswordOf(state, user, PreviousPassword)) {
      countAttempt(state.attempts, limit, now)
      throw wrongCredentials()
    }
    state.attempts.delete(limit)
  }
  checkPasswordPolicy(state.options.Policies.PasswordPolicy, ProposedPassword)
  setPassword(context, user, ProposedPassword)
  user.modifiedAt = now
  return {}
}
