import { spendSession } from '../sign-in/challenge-sessions.ts'
import { continueWithPassword, continueWithSrp } from '../sign-in/continue-with-password.ts'
import { issueFirstFactor, requireOffered } from '../sign-in/issue-first-factor.ts'
import type { ChallengeSession, Pending } from '../sign-in/pending-challenge.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'
import { passkeySent } from './web-authn.ts'

/** A client can also choose another first factor on the session of one that needs an input. */
const choosable = ['SELECT_CHALLENGE', 'WEB_AUTHN', 'PASSWORD', 'PASSWORD_SRP'] as const

export const selectChallenge: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, choosable, responses, token)
  const { signIn } = session.pending
  const factor = requireOffered(signIn, requireResponse(responses, 'ANSWER'))
  if (factor === 'WEB_AUTHN' && responses.CREDENTIAL && isOfPasskey(session)) {
    return passkeySent(context, session, responses)
  }
  return spendSession(session, () => issueFirstFactor(context, signIn, factor, responses))
}

const isOfPasskey = (
  session: ChallengeSession,
): session is ChallengeSession<Pending<'WEB_AUTHN'>> => session.pending.challenge === 'WEB_AUTHN'

export const password: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'PASSWORD', responses, token)
  const secret = requireResponse(responses, 'PASSWORD')
  const { signIn } = session.pending
  return spendSession(session, () => continueWithPassword(context, signIn, secret, responses))
}

export const passwordSrp: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'PASSWORD_SRP', responses, token)
  const srpA = requireResponse(responses, 'SRP_A')
  return spendSession(session, () => continueWithSrp(context, session.pending.signIn, srpA))
}
