import { CognitoError } from '../errors.ts'
import { issueForcedChallenge } from '../sign-in/issue-forced-challenge.ts'
import { issueFactorChallenge } from '../sign-in/issue-mfa-challenge.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'

export const selectMfaType: Challenge = async (context, responses, token) => {
  const session = requireSessionOf(context, 'SELECT_MFA_TYPE', responses, token)
  const { signIn, choices } = session.pending
  const answer = requireResponse(responses, 'ANSWER')
  // AWS's reference says EMAIL_MFA, the challenge itself says EMAIL_OTP.
  const wanted = answer === 'EMAIL_MFA' ? 'EMAIL_OTP' : answer
  const factor = choices.find((choice) => choice === wanted)
  if (!factor) {
    throw new CognitoError('MFAMethodNotFoundException', 'MFA method not found for the user.')
  }
  const user = requireSignInUser(context.state, signIn)
  session.used = true
  return (
    (await issueForcedChallenge(context, signIn)) ??
    issueFactorChallenge(context, signIn, user, factor)
  )
}
