import { wrongCredentials } from '../errors.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { isRightAnswer } from '../sign-in/issue-custom-challenge.ts'
import { withResult } from '../sign-in/sign-in.ts'
import { findSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'

/**
 * The define trigger decides what follows, after a right and after a wrong answer. Outside
 * CUSTOM_AUTH a wrong answer is an error.
 */
export const customChallenge: Challenge = async (context, responses, token) => {
  const session = requireSessionOf(context, 'CUSTOM_CHALLENGE', responses, token)
  const { signIn, privateChallengeParameters, challengeMetadata, rightAnswer } = session.pending
  const answer = requireResponse(responses, 'ANSWER')
  const user = findSignInUser(context.state, signIn)
  const deviceKey = user && knownDeviceKey(user, responses, signIn.deviceKey)
  session.used = true
  const isRight =
    rightAnswer === undefined
      ? await isRightAnswer(context, signIn, privateChallengeParameters, answer)
      : answer === rightAnswer
  if (!isRight && !signIn.custom) throw wrongCredentials()
  return continueSignIn(
    context,
    withResult({ ...signIn, deviceKey }, 'CUSTOM_CHALLENGE', isRight, challengeMetadata),
  )
}
