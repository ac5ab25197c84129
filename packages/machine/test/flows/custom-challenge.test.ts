import { expect, test } from 'vitest'
import { createUser, email, openPage, password, settled } from '../support/sandbox-auth.ts'

/** Two questions, each with three tries; the answer to a question is its number. */
const triggers = {
  defineAuthChallenge(event) {
    const custom = event.request.session.filter(
      ({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE',
    )
    const right = custom.filter(({ challengeResult }) => challengeResult)
    event.response.issueTokens = right.length === 2
    event.response.failAuthentication = custom.length - right.length >= 3
    const srp = event.request.session.at(-1)
    event.response.challengeName =
      srp?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE'
    return event
  },
  createAuthChallenge(event) {
    const right = event.request.session.filter(
      ({ challengeName, challengeResult }) =>
        challengeName === 'CUSTOM_CHALLENGE' && challengeResult,
    )
    const question = String(right.length + 1)
    event.response.publicChallengeParameters = { question }
    event.response.privateChallengeParameters = { answer: question }
    return event
  },
  verifyAuthChallengeResponse(event) {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response.answerCorrect = privateChallengeParameters?.answer === challengeAnswer
    return event
  },
} satisfies NonNullable<Parameters<typeof openPage>[0]>['triggers']

test.each([
  ['without a password', { authFlowType: 'CUSTOM_AUTH' }, 'InitiateAuth'],
  ['after SRP', { authFlowType: 'CUSTOM_AUTH', password }, 'RespondToAuthChallenge'],
] as const)('questions %s: a wrong answer, then the right ones', async (_, form, lastRequest) => {
  const page = openPage({ triggers })
  await createUser(page)
  const auth = page.load()
  page.sent.length = 0
  ;(await settled(auth, 'signIn')).submit({ username: email, ...form })
  const first = await settled(auth, 'customChallenge')
  expect(page.sent.at(-1)).toBe(lastRequest)
  expect(first).toMatchObject({ username: email, parameters: { question: '1' }, round: 1 })
  first.submit({ answer: 'no' })
  await expect.poll(() => auth.getView()).toMatchObject({ round: 2, isPending: false })
  const second = await settled(auth, 'customChallenge')
  expect(second.parameters).toEqual({ question: '1' })
  second.submit({ answer: '1' })
  await expect.poll(() => auth.getView()).toMatchObject({ round: 3, isPending: false })
  const third = await settled(auth, 'customChallenge')
  expect(third.parameters).toEqual({ question: '2' })
  third.submit({ answer: '2' })
  await settled(auth, 'signedIn')
})

test('a configuration may choose it for all', async () => {
  const page = openPage({ triggers })
  await createUser(page)
  const auth = page.load({ config: { authenticationFlowType: 'CUSTOM_AUTH' } })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'customChallenge')
})

test('too many wrong answers lead back with the username', async () => {
  const page = openPage({ triggers })
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).submit({ username: email, authFlowType: 'CUSTOM_AUTH' })
  for (let round = 1; round <= 3; round += 1) {
    await expect.poll(() => auth.getView()).toMatchObject({ round, isPending: false })
    ;(await settled(auth, 'customChallenge')).submit({ answer: 'no' })
  }
  expect(await settled(auth, 'signIn')).toMatchObject({
    username: email,
    failure: { code: 'incorrectCredentials' },
  })
})

test('a pool without triggers says what is missing', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).submit({ username: email, authFlowType: 'CUSTOM_AUTH' })
  const { failure } = await settled(auth, 'signIn')
  expect(failure).toMatchObject({ code: 'notConfigured' })
  expect(failure?.message).toContain('Custom auth lambda trigger is not configured')
})
