import type { SandboxOptions } from '@authchart/sandbox'

/** Triggers whose challenge is a word, three times at most. */
export class Quiz {
  readonly question = 'Which word did you choose?'
  readonly hint = 'It is the one on the note'
  /** The right answer. */
  word = ''

  readonly triggers = {
    defineAuthChallenge: (event) => {
      const { session } = event.request
      const questions = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE')
      const isSrp = session.at(-1)?.challengeName === 'SRP_A'
      event.response.issueTokens = questions.some(({ challengeResult }) => challengeResult)
      event.response.failAuthentication = questions.length >= 3
      event.response.challengeName = isSrp ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE'
      return event
    },
    createAuthChallenge: (event) => {
      event.response.publicChallengeParameters = { question: this.question, hint: this.hint }
      event.response.privateChallengeParameters = { word: this.word }
      return event
    },
    verifyAuthChallengeResponse: (event) => {
      const { privateChallengeParameters, challengeAnswer } = event.request
      event.response.answerCorrect = privateChallengeParameters.word === challengeAnswer
      return event
    },
  } satisfies SandboxOptions['triggers']
}
