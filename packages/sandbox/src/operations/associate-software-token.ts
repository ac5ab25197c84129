import { CognitoError, invalidParameter } from '../errors.ts'
import { accessToken, session } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { isOffered } from '../pool/mfa/factors.ts'
import { createSecret } from '../pool/mfa/totp.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'
import { openChallengeSession, requireChallengeSession } from '../sign-in/challenge-sessions.ts'

const input = structure({ AccessToken: optional(accessToken), Session: optional(session) })

/**
 * Creates a secret for an authenticator app. An earlier secret stays in use until the new one is
 * verified.
 */
export const associateSoftwareToken: Operation = async (context, request) => {
  const { AccessToken, Session } = readInput(input, request)
  if (AccessToken !== undefined) {
    const { user } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
    requireOffer(context)
    const newSecret = createSecret(context)
    user.mfa = { ...user.mfa, newSecret }
    return { SecretCode: newSecret }
  }
  if (Session === undefined) throw invalidParameter('Either AccessToken or Session is required.')
  const session = requireChallengeSession(context, 'MFA_SETUP', Session)
  requireOffer(context)
  const secret = createSecret(context)
  session.used = true
  const { signIn } = session.pending
  return {
    SecretCode: secret,
    Session: openChallengeSession(context, { challenge: 'MFA_SETUP', signIn, secret }),
  }
}

function requireOffer({ state }: Parameters<Operation>[0]): void {
  if (isOffered(state.options, 'SOFTWARE_TOKEN_MFA')) return
  throw new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool',
  )
}
