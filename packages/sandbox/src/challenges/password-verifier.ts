import { wrongCredentials } from '../errors.ts'
import { checkPassword, srpIdentity } from '../pool/credentials/passwords.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import type { User } from '../pool/users/user.ts'
import { requireChallengeSession } from '../sign-in/challenge-sessions.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import type { ChallengeSession, Pending } from '../sign-in/pending-challenge.ts'
import { type SignIn, withResult } from '../sign-in/sign-in.ts'
import { findSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, isNamed, type Responses, requireResponse } from './challenge.ts'
import { isProven, readClaim } from './srp-claim.ts'

export const passwordVerifier: Challenge = async (context, responses) => {
  const { state } = context
  const username = requireResponse(responses, 'USERNAME')
  const claim = readClaim(context, responses)
  const session = requireChallengeSession(context, 'PASSWORD_VERIFIER', claim.secretBlock)
  session.used = true
  const { signIn, userIdForSrp, exchange } = session.pending
  if (username !== userIdForSrp && !isNamed(state, signIn, username)) throw wrongCredentials()
  const candidate = findSignInUser(state, signIn)
  const user = await checkPassword(context, candidate?.username ?? signIn.username, () => {
    const verifier = candidate?.password?.verifier
    if (verifier === undefined) return undefined
    const identity = srpIdentity(state, userIdForSrp)
    return isProven(exchange, verifier, identity, claim) ? candidate : undefined
  })
  return continueSignIn(context, withPassword(signIn, deviceKeyOf(user, responses, session)))
}

/**
 * If the device does not exist, the session stays usable: clients repeat the request without the
 * device key.
 */
function deviceKeyOf(
  user: User,
  responses: Responses,
  session: ChallengeSession<Pending<'PASSWORD_VERIFIER'>>,
): string | undefined {
  try {
    return knownDeviceKey(user, responses)
  } catch (error) {
    session.used = false
    throw error
  }
}

function withPassword(signIn: SignIn, deviceKey: string | undefined): SignIn {
  const { custom } = signIn
  return withResult(
    { ...signIn, deviceKey, custom: custom && { ...custom, isPasswordProven: true } },
    'PASSWORD_VERIFIER',
  )
}
