import { CognitoError, invalidParameter } from '../errors.ts'
import { accessToken, session } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation, OperationContext } from '../operation.ts'
import { enableFactor, softwareTokenNotFound } from '../pool/mfa/factors.ts'
import { takeCode } from '../pool/mfa/totp.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import type { User } from '../pool/users/user.ts'
import { openChallengeSession, requireChallengeSession } from '../sign-in/challenge-sessions.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'

const input = structure({
  AccessToken: optional(accessToken),
  Session: optional(session),
  UserCode: text({ min: 6, max: 6, pattern: /[0-9]+/, secret: true }),
  FriendlyDeviceName: optional(text({ max: 131_072 })),
})

/** Enables an authenticator app. During sign-in it also becomes the preferred second factor. */
export const verifySoftwareToken: Operation = async (context, request) => {
  const { AccessToken, Session, UserCode, FriendlyDeviceName } = readInput(input, request)
  if (AccessToken !== undefined) {
    const { user } = await requireAccessToken(context, AccessToken)
    verify(context, user, user.mfa.newSecret, UserCode, FriendlyDeviceName)
    return { Status: 'SUCCESS' }
  }
  if (Session === undefined) throw invalidParameter('Either AccessToken or Session is required.')
  const session = requireChallengeSession(context, 'MFA_SETUP', Session)
  const { signIn, secret } = session.pending
  const user = requireSignInUser(context.state, signIn)
  verify(context, user, secret, UserCode, FriendlyDeviceName)
  enableFactor(user, 'SOFTWARE_TOKEN_MFA')
  session.used = true
  return {
    Status: 'SUCCESS',
    Session: openChallengeSession(context, { challenge: 'MFA_SETUP', signIn, isVerified: true }),
  }
}

function verify(
  context: OperationContext,
  user: User,
  secret: string | undefined,
  code: string,
  friendlyName: string | undefined,
): void {
  if (secret === undefined) throw softwareTokenNotFound()
  const token = takeCode(context, { secret, friendlyName, usedSteps: [] }, code)
  if (!token || token === 'used') {
    throw new CognitoError(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    )
  }
  user.mfa = { ...user.mfa, softwareToken: token, newSecret: undefined }
  user.modifiedAt = context.now
}
