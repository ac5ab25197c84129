import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { createReachable } from '../support/passwordless.ts'

const passwords = ['PASSWORD_SRP', 'PASSWORD']

let client: Client

beforeEach(() => {
  client = createClient(createSandbox({ pool: { Passwordless: true } }))
})

const setPool = (options: object) => client.control('PATCH', '/pool', options)

test('is rejected without ALLOW_USER_AUTH', async () => {
  await setPool({ Passwordless: false })
  expect(errorOf(await client.choose())).toEqual([
    400,
    'InvalidParameterException',
    'USER_AUTH flow not enabled for this client',
  ])
})

test('without a preference it offers what the user has', async () => {
  await client.confirmed()
  const { body } = await client.choose()
  expect(body).toEqual({
    ChallengeName: 'SELECT_CHALLENGE',
    Session: expect.any(String),
    ChallengeParameters: {},
    AvailableChallenges: [...passwords, 'EMAIL_OTP'],
  })
  await createReachable(client, 'max@example.com')
  const { body: reachable } = await client.choose({}, 'max@example.com')
  expect(reachable.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP'])
})

test.each([
  ['EMAIL_OTP', { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'j***@e***' }],
  [
    'SMS_OTP',
    { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*********5678' },
  ],
])('with the preference %s it sends a code at once', async (factor, parameters) => {
  await createReachable(client, email)
  const { body } = await client.choose({ PREFERRED_CHALLENGE: factor })
  expect(body).toEqual({
    ChallengeName: factor,
    Session: expect.any(String),
    ChallengeParameters: parameters,
    AvailableChallenges: ['EMAIL_OTP', 'SMS_OTP'],
  })
  expect(await client.outbox()).toEqual([expect.objectContaining({ kind: 'signIn' })])
})

test('with a preference that the user does not have it offers the choice', async () => {
  await client.confirmed()
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'SMS_OTP' })
  expect(body).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: [...passwords, 'EMAIL_OTP'],
  })
})

test('takes a password that comes along, and requires one that does not', async () => {
  await client.confirmed()
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
  expect(body.AuthenticationResult.AccessToken).toBeTruthy()
  const { body: challenge } = await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD' })
  expect(challenge).toMatchObject({
    ChallengeName: 'PASSWORD',
    ChallengeParameters: {},
    AvailableChallenges: [...passwords, 'EMAIL_OTP'],
  })
  const { body: tokens } = await client.respond('PASSWORD', challenge.Session, {
    PASSWORD: password,
  })
  expect(tokens.AuthenticationResult.AccessToken).toBeTruthy()
})
