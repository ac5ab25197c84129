import { confirmSignIn, signIn } from 'aws-amplify/auth'
import { beforeEach, describe, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { sums } from '../support/custom-challenge.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({ triggers: sums })
useAmplify(judged)

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

const question = (text: string) => ({
  isSignedIn: false,
  nextStep: {
    signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
    additionalInfo: expect.objectContaining({ question: text }),
  },
})

const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })

describe.each(['CUSTOM_WITH_SRP', 'CUSTOM_WITHOUT_SRP'] as const)('%s', (authFlowType) => {
  let username: string

  const begin = (secret = password) =>
    signIn({
      username,
      options: { authFlowType },
      ...(authFlowType === 'CUSTOM_WITH_SRP' && { password: secret }),
    })

  beforeEach(async () => {
    username = await administrator(judged).confirmed()
  })

  test('a right answer signs in', async () => {
    expect(await begin()).toEqual(question('1 + 1'))
    expect(await answer('2')).toEqual(done)
  })

  test('a wrong answer gets another question, three times', async () => {
    expect(await begin()).toEqual(question('1 + 1'))
    expect(await answer('3')).toEqual(question('2 + 1'))
    expect(await answer('2')).toEqual(question('3 + 1'))
    await expect(answer('3')).rejects.toMatchObject(wrong)
  })

  test('an unknown user is rejected like a wrong answer', async () => {
    username = judged.newEmail()
    const rejected = authFlowType === 'CUSTOM_WITH_SRP' ? begin() : begin().then(() => answer('2'))
    await expect(rejected).rejects.toMatchObject(wrong)
  })
})

test('a wrong password gets no question', async () => {
  const username = await administrator(judged).confirmed()
  const options = { authFlowType: 'CUSTOM_WITH_SRP' } as const
  await expect(signIn({ username, password: 'Wr0ng-pass', options })).rejects.toMatchObject(wrong)
})
