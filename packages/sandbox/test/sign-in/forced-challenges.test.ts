import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { codeAt } from '../support/authenticator.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

const phone = '+12065550139'
const wrong = ['NotAuthorizedException', 'Incorrect username or password.']

let sandbox: Sandbox
let client: Client

beforeEach(async () => {
  sandbox = createSandbox({
    pool: {
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: {},
    },
  })
  client = createClient(sandbox)
  await client.admin('AdminCreateUser', {
    Username: email,
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'phone_number', Value: phone },
    ],
  })
  await client.admin('AdminSetUserPassword', {
    Username: email,
    Password: password,
    Permanent: true,
  })
})

async function force(...challenges: object[]) {
  for (const challenge of challenges) {
    expect((await client.control('POST', '/challenges', challenge)).status).toBe(200)
  }
}

const signIn = async () => (await client.signInWithPassword(email)).body

test.each([
  ['SMS_MFA', 'SMS_MFA_CODE', phone],
  ['EMAIL_OTP', 'EMAIL_OTP_CODE', email],
])('%s, with a code that is really sent and checked', async (challenge, member, to) => {
  await force({ challenge })
  const { ChallengeName, Session } = await signIn()
  expect(ChallengeName).toBe(challenge)
  const rejected = await client.respond(challenge, Session, { [member]: '0' })
  expect(rejected.body.__type).toBe('CodeMismatchException')
  const code = { [member]: await client.lastCode(to) }
  const { body } = await client.respond(challenge, Session, code)
  expect(body.AuthenticationResult.AccessToken).toMatch(/^ey/)
  const again = await client.respond(challenge, Session, code)
  expect(again.body.message).toBe('Invalid session for the user, session can only be used once.')
  expect((await signIn()).ChallengeName).toBeUndefined()
})

test('a question with an answer, as often as said', async () => {
  const parameters = { question: 'Six by nine?' }
  await force({ challenge: 'CUSTOM_CHALLENGE', parameters, answer: '42', times: 2 })
  const first = await signIn()
  expect(first.ChallengeParameters).toMatchObject(parameters)
  const second = await client.respond('CUSTOM_CHALLENGE', first.Session, { ANSWER: '42' })
  expect(second.body.ChallengeName).toBe('CUSTOM_CHALLENGE')
  const rejected = await client.respond('CUSTOM_CHALLENGE', second.body.Session, { ANSWER: '54' })
  expect(errorOf(rejected).slice(1)).toEqual(wrong)
})

test('any challenge after any other, and the tokens before a choice has led to a code', async () => {
  const choices = { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' }
  await force(
    { challenge: 'NEW_PASSWORD_REQUIRED' },
    { challenge: 'SELECT_MFA_TYPE', parameters: choices },
    { challenge: null },
  )
  const { Session } = (await signInWithSrp(client, email, password)).body
  const chosen = await client.respond('NEW_PASSWORD_REQUIRED', Session, {
    NEW_PASSWORD: 'Passw0rd!2',
  })
  expect(chosen.body.ChallengeParameters).toEqual(choices)
  const { body } = await client.respond('SELECT_MFA_TYPE', chosen.body.Session, {
    ANSWER: 'SOFTWARE_TOKEN_MFA',
  })
  expect(body.AuthenticationResult.AccessToken).toMatch(/^ey/)
})

test('an authenticator app to set up', async () => {
  await force({ challenge: 'MFA_SETUP', parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' } })
  const { Session, ChallengeParameters } = await signIn()
  expect(ChallengeParameters).toEqual({ MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' })
  const { body } = await client.call('AssociateSoftwareToken', { Session })
  const UserCode = codeAt(body.SecretCode, sandbox.clock.now())
  const verified = await client.call('VerifySoftwareToken', { Session: body.Session, UserCode })
  const done = await client.respond('MFA_SETUP', verified.body.Session, {})
  expect(done.body.AuthenticationResult.AccessToken).toMatch(/^ey/)
})

test('forced challenges wait for a sign-in, are listed and cleared', async () => {
  await force({ challenge: 'EMAIL_OTP' })
  expect((await client.signInWithPassword(email, 'Wrong-passw0rd')).body.message).toBe(wrong[1])
  expect((await client.control('GET', '/challenges')).body).toEqual([{ challenge: 'EMAIL_OTP' }])
  await client.control('DELETE', '/challenges')
  expect((await signIn()).ChallengeName).toBeUndefined()
  await force({ challenge: 'EMAIL_OTP' })
  await client.control('POST', '/reset')
  expect((await client.control('GET', '/challenges')).body).toEqual([])
})

test.each([
  [{}, "'challenge' is missing."],
  [{ challenge: 'HOLOGRAM' }, "'challenge' must be one of SMS_MFA"],
  [{ challenge: 'CUSTOM_CHALLENGE' }, "A CUSTOM_CHALLENGE needs the 'answer' that is right."],
  [{ challenge: null, times: 0 }, "'times' must be a whole number, 1 or more."],
  [{ challenge: null, wait: 1 }, "Unknown member 'wait'. Known: challenge, parameters"],
])('%j is rejected', async (forced, message) => {
  const { status, body } = await client.control('POST', '/challenges', forced)
  expect(status).toBe(400)
  expect(body).toMatchObject({ message: expect.stringContaining(message) })
})

test('a code cannot be sent to a user without a phone', async () => {
  await client.admin('AdminDeleteUserAttributes', {
    Username: email,
    UserAttributeNames: ['phone_number'],
  })
  await force({ challenge: 'SMS_MFA' })
  expect((await signIn()).message).toBe('The user has no phone_number for the forced SMS_MFA.')
})
