import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import {
  codeMismatch,
  createReachable,
  expiredSession,
  otherThan,
  phone,
  requestCode,
  usedSession,
} from '../support/passwordless.ts'

let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox({ pool: { Passwordless: true } })
  client = createClient(sandbox)
})

const answer = (session: string, EMAIL_OTP_CODE: string) =>
  client.respond('EMAIL_OTP', session, { EMAIL_OTP_CODE })

const userNow = async () => (await client.admin('AdminGetUser', { Username: email })).body

const attributesNow = async () =>
  Object.fromEntries((await userNow()).UserAttributes.map(({ Name, Value }) => [Name, Value]))

test('a wrong code leaves the session, a right one ends it', async () => {
  await client.confirmed()
  const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
  expect(code).toMatch(/^\d{8}$/)
  expect(errorOf(await answer(session, otherThan(code)))).toEqual(codeMismatch)
  expect((await answer(session, code)).body).toEqual({
    ChallengeParameters: {},
    AuthenticationResult: expect.objectContaining({
      TokenType: 'Bearer',
      RefreshToken: expect.any(String),
    }),
  })
  expect(errorOf(await answer(session, code))).toEqual(usedSession)
})

test('two responses at once count as one', async () => {
  await client.confirmed()
  const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
  const both = await Promise.all([answer(session, code), answer(session, code)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
})

test.each([3, 15])(
  'the session and its code live for AuthSessionValidity: %d min',
  async (minutes) => {
    await client.control('PATCH', '/pool', { AuthSessionValidity: minutes })
    await client.confirmed()
    sandbox.clock.stop()
    const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
    await client.advance(minutes * 60_000 - 1)
    expect(errorOf(await answer(session, otherThan(code)))).toEqual(codeMismatch)
    await client.advance(1)
    expect(errorOf(await answer(session, code))).toEqual(expiredSession)
  },
)

test('a second request sends another code, and the first code is dead', async () => {
  await createReachable(client, email)
  const first = await requestCode(client, 'EMAIL_OTP', email)
  const sms = await requestCode(client, 'SMS_OTP', phone)
  const second = await requestCode(client, 'EMAIL_OTP', email)
  expect(errorOf(await answer(first.session, first.code))).toEqual(codeMismatch)
  expect((await answer(second.session, second.code)).status).toBe(200)
  const SMS_OTP_CODE = sms.code
  expect((await client.respond('SMS_OTP', sms.session, { SMS_OTP_CODE })).status).toBe(200)
})

test('the right code verifies the address', async () => {
  await createReachable(client, email)
  const byEmail = await requestCode(client, 'EMAIL_OTP', email)
  expect(await attributesNow()).toMatchObject({
    email_verified: 'false',
    phone_number_verified: 'false',
  })
  await answer(byEmail.session, byEmail.code)
  expect(await attributesNow()).toMatchObject({
    email_verified: 'true',
    phone_number_verified: 'false',
  })
  const bySms = await requestCode(client, 'SMS_OTP', phone)
  await client.respond('SMS_OTP', bySms.session, { SMS_OTP_CODE: bySms.code })
  expect(await attributesNow()).toMatchObject({ phone_number_verified: 'true' })
})

test('the right code confirms a user who did not confirm the sign-up', async () => {
  await client.control('PATCH', '/pool', { AutoVerifiedAttributes: [] })
  await client.signUp()
  expect((await userNow()).UserStatus).toBe('UNCONFIRMED')
  const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
  const { body } = await answer(session, code)
  expect(body.AuthenticationResult.AccessToken).toBeTruthy()
  expect((await userNow()).UserStatus).toBe('CONFIRMED')
  expect(await attributesNow()).toMatchObject({ email_verified: 'true' })
})

test('a password of an unconfirmed user is rejected at its answer', async () => {
  const { body: signedUp } = await client.signUp()
  expect(signedUp.UserSub).toBeTruthy()
  const { body } = await client.choose()
  expect(body.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
  const responses = { ANSWER: 'PASSWORD', PASSWORD: 'Passw0rd!' }
  const answered = await client.respond('SELECT_CHALLENGE', body.Session, responses)
  expect(errorOf(answered)).toEqual([400, 'UserNotConfirmedException', 'User is not confirmed.'])
})

test('a user who was disabled after the code was sent is not signed in', async () => {
  await client.confirmed()
  const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
  await client.admin('AdminDisableUser', { Username: email })
  expect(errorOf(await answer(session, code))).toEqual([
    400,
    'NotAuthorizedException',
    'User is disabled.',
  ])
})
