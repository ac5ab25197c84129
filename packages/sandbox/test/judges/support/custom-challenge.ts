import type { Triggers } from '../../../src/index.ts'

const isQuestion = ({ challengeName }: { challengeName: string }) =>
  challengeName === 'CUSTOM_CHALLENGE'

/**
 * Triggers that ask `1 + 1`, then `2 + 1`, then `3 + 1`: a right answer signs in, three wrong ones
 * do not. In a flow that begins with SRP the password comes first.
 */
export const sums: Triggers = {
  defineAuthChallenge: ({ request: { session, userNotFound }, response }) => {
    const last = session.at(-1)
    const questions = session.filter(isQuestion)
    response.issueTokens = questions.at(-1)?.challengeResult === true && !userNotFound
    response.failAuthentication = questions.at(-1)?.challengeResult
      ? userNotFound === true
      : questions.length === 3
    response.challengeName =
      last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE'
  },
  createAuthChallenge: ({ request, response }) => {
    const round = request.session.filter(isQuestion).length + 1
    response.publicChallengeParameters = { question: `${round} + 1` }
    response.privateChallengeParameters = { answer: String(round + 1) }
  },
  verifyAuthChallengeResponse: ({ request, response }) => {
    response.answerCorrect = request.privateChallengeParameters.answer === request.challengeAnswer
  },
}
