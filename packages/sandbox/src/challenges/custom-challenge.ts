import { knownDeviceKey } from '../pool/devices.ts'
import { isRightAnswer } from '../sign-in/ask-custom.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { findSignInUser, withResult } from '../sign-in/sign-in.ts'
import { answeredSession, type Challenge, requireResponse } from './challenge.ts'

/** Right or wrong, what follows is up to the define trigger. */
export const customChallenge: Challenge = async (context, responses, token) => {
  const session = answeredSession(context, 'CUSTOM_CHALLENGE', responses, token)
  const { signIn, privateChallengeParameters, challengeMetadata } = session.pending
  const answer = requireResponse(responses, 'ANSWER')
  const user = findSignInUser(context.state, signIn)
  const deviceKey = user && knownDeviceKey(user, responses, signIn.deviceKey)
  session.used = true
  const isRight = await isRightAnswer(context, signIn, privateChallengeParameters, answer)
  return continueSignIn(
    context,
    withResult({ ...signIn, deviceKey }, 'CUSTOM_CHALLENGE', isRight, challengeMetadata),
  )
}
