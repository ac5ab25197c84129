import { CognitoError, invalidParameter, wrongCredentials } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { fakeSrpUser } from '../pool/credentials/fake-user.ts'
import { runTrigger } from '../triggers/run-trigger.ts'
import { triggerAttributes } from '../triggers/trigger-attributes.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import { issuePasswordChallenge } from './issue-password-challenge.ts'
import type { SignIn } from './sign-in.ts'
import { findSignInUser } from './sign-in-user.ts'

/**
 * Runs the define trigger. Returns the challenge it chose, or undefined if it chose to issue
 * tokens. The trigger can also reject the sign-in.
 */
export async function issueCustomChallenge(
  context: OperationContext,
  signIn: SignIn,
): Promise<object | undefined> {
  const { user, request } = customRequest(context, signIn)
  const source = 'DefineAuthChallenge_Authentication'
  const response = await runTrigger(context, 'defineAuthChallenge', source, user, request)
  if (!response) throw notConfigured()
  if (response.failAuthentication) throw wrongCredentials()
  if (response.issueTokens) return undefined
  const srpA = signIn.custom?.srpA
  if (response.challengeName === 'PASSWORD_VERIFIER' && srpA !== undefined) {
    return issuePasswordChallenge(context, signIn, srpA)
  }
  if (response.challengeName === 'CUSTOM_CHALLENGE') return createChallenge(context, signIn)
  throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
}

async function createChallenge(context: OperationContext, signIn: SignIn): Promise<object> {
  const { user, request } = customRequest(context, signIn)
  const challengeName = 'CUSTOM_CHALLENGE'
  const response = await runTrigger(
    context,
    'createAuthChallenge',
    'CreateAuthChallenge_Authentication',
    user,
    { ...request, challengeName },
  )
  if (!response) throw notConfigured()
  const { publicChallengeParameters = {}, privateChallengeParameters = {} } = response
  return {
    ChallengeName: challengeName,
    Session: openChallengeSession(context, {
      challenge: challengeName,
      signIn,
      privateChallengeParameters,
      challengeMetadata: response.challengeMetadata,
    }),
    ChallengeParameters: { ...publicChallengeParameters, USERNAME: shownName(context, signIn) },
  }
}

/** Whether the verify trigger accepts the answer. */
export async function isRightAnswer(
  context: OperationContext,
  signIn: SignIn,
  privateChallengeParameters: Readonly<Record<string, string>>,
  challengeAnswer: string,
): Promise<boolean> {
  const { user, request } = customRequest(context, signIn)
  const { session: _, ...common } = request
  const response = await runTrigger(
    context,
    'verifyAuthChallengeResponse',
    'VerifyAuthChallengeResponse_Authentication',
    user,
    { ...common, privateChallengeParameters: { ...privateChallengeParameters }, challengeAnswer },
  )
  if (!response) throw notConfigured()
  return response.answerCorrect ?? false
}

/** A hidden unknown user has the name that the client sent. */
function customRequest({ state }: OperationContext, signIn: SignIn) {
  const user = findSignInUser(state, signIn)
  return {
    user: user ?? { username: signIn.username },
    request: {
      userAttributes: user ? triggerAttributes(user) : {},
      session: [...(signIn.custom?.results ?? [])],
      userNotFound: user === undefined,
    },
  }
}

/** The username for the client's next requests. An unknown user has a fake id. */
const shownName = ({ state }: OperationContext, signIn: SignIn): string =>
  findSignInUser(state, signIn)?.username ?? fakeSrpUser(state, signIn.username).userId

export function notConfigured() {
  return invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
}
