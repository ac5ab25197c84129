import type { OperationContext } from '../operation.ts'
import { preAuthenticate } from '../pool/credentials/passwords.ts'
import { verifyPasskey } from '../pool/passkeys/verify-passkey.ts'
import { spendSession } from '../sign-in/challenge-sessions.ts'
import { canSignIn } from '../sign-in/first-factors.ts'
import type { ChallengeSession, Pending } from '../sign-in/pending-challenge.ts'
import { findSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, type Responses, requireResponse, requireSessionOf } from './challenge.ts'
import { factorPassed } from './factor-passed.ts'

export const webAuthn: Challenge = (context, responses, token) =>
  passkeySent(context, requireSessionOf(context, 'WEB_AUTHN', responses, token), responses)

/** A credential that is not accepted leaves the session usable. */
export function passkeySent(
  context: OperationContext,
  session: ChallengeSession<Pending<'WEB_AUTHN'>>,
  responses: Responses,
): Promise<object> {
  const { signIn, request } = session.pending
  const credential = requireResponse(responses, 'CREDENTIAL')
  const found = findSignInUser(context.state, signIn)
  const candidate = found && canSignIn(found) ? found : undefined
  return spendSession(session, async () => {
    await preAuthenticate(context, found?.username ?? signIn.username)
    const user = await verifyPasskey(context, candidate, request, credential)
    return factorPassed(context, signIn, user, responses)
  })
}
