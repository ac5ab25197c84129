// What CUSTOM_AUTH asks in the local Cognito: a sum, at most three times, after the password if the
// client sends one. The triggers of a real pool do the same as Lambda functions.

const mostTries = 3

export function defineAuthChallenge({ request: { session }, response }) {
  const last = session.at(-1)
  const tries = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE').length
  if (last?.challengeName === 'SRP_A') {
    response.challengeName = 'PASSWORD_VERIFIER'
  } else if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) {
    response.issueTokens = true
  } else if (tries === mostTries) {
    response.failAuthentication = true
  } else {
    response.challengeName = 'CUSTOM_CHALLENGE'
  }
}

export function createAuthChallenge({ request: { session }, response }) {
  const [a, b] = [session.length + 2, session.length + 5]
  response.publicChallengeParameters = { question: `What is ${a} + ${b}?` }
  response.privateChallengeParameters = { answer: String(a + b) }
}

export function verifyAuthChallengeResponse({ request, response }) {
  const { privateChallengeParameters, challengeAnswer } = request
  response.answerCorrect = challengeAnswer.trim() === privateChallengeParameters.answer
}
