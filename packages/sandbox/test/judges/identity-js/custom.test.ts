import { AuthenticationDetails, type CognitoUser } from 'amazon-cognito-identity-js'
import { beforeEach, expect, test } from 'vitest'
import { sums } from '../support/custom-challenge.ts'
import { createIdentityJs, sessionOf, stepOf } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({ triggers: sums })

let email: string
let browser: ReturnType<typeof createIdentityJs>
let user: CognitoUser

beforeEach(async () => {
  email = await administrator(judged).confirmed()
  browser = createIdentityJs(judged.config)
  user = browser.userOf(email)
  user.setAuthenticationFlowType('CUSTOM_AUTH')
})

/** `initiateAuth` begins without the password, `authenticateUser` with it. */
const begin = (Password?: string) =>
  stepOf((callbacks) => {
    const details = new AuthenticationDetails({ Username: email, ...(Password && { Password }) })
    if (Password) user.authenticateUser(details, callbacks)
    else user.initiateAuth(details, callbacks)
  })

const answer = (text: string) =>
  stepOf((callbacks) => user.sendCustomChallengeAnswer(text, callbacks))

const question = (text: string) => [
  'customChallenge',
  { question: text, USERNAME: expect.stringMatching(/^[0-9a-f-]{36}$/) },
]

const wrong = { code: 'NotAuthorizedException', message: 'Incorrect username or password.' }

test('a challenge is answered right without a password', async () => {
  expect(await begin()).toEqual(question('1 + 1'))
  const session = sessionOf(await answer('2'))
  expect(session.getIdToken().payload).toMatchObject({ email })
  expect(judged.operations().slice(-2)).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
})

test('a challenge is answered right after the password', async () => {
  expect(await begin(password)).toEqual(question('1 + 1'))
  sessionOf(await answer('2'))
  expect(judged.operations().slice(-3)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ])
})

test.each([[undefined], [password]])(
  'a wrong answer gets another question, three times',
  async (secret) => {
    expect(await begin(secret)).toEqual(question('1 + 1'))
    expect(await answer('3')).toEqual(question('2 + 1'))
    expect(await answer('2')).toEqual(question('3 + 1'))
    await expect(answer('3')).rejects.toMatchObject(wrong)
  },
)

test('a wrong password gets no question', async () => {
  await expect(begin('Wr0ng-pass')).rejects.toMatchObject(wrong)
})

test('an unknown user gets the question too, and is rejected', async () => {
  email = judged.newEmail()
  user = browser.userOf(email)
  user.setAuthenticationFlowType('CUSTOM_AUTH')
  expect(await begin()).toEqual(question('1 + 1'))
  await expect(answer('2')).rejects.toMatchObject(wrong)
})

test('a session is answered once', async () => {
  await begin()
  // The library keeps a challenge's session here; nothing else of it is public.
  const { Session } = user as CognitoUser & { Session: string }
  sessionOf(await answer('2'))
  Object.assign(user, { Session })
  await expect(answer('2')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})
