import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { createReachable, signInWithCode } from '../support/passwordless.ts'

let client: Client

beforeEach(() => {
  client = createClient(createSandbox({ pool: { Passwordless: true } }))
})

describe('a user without a password', () => {
  const signedIn = async () => {
    await createReachable(client, email)
    return (await signInWithCode(client, email)).AuthenticationResult.AccessToken
  }

  test('cannot reset a password', async () => {
    await signedIn()
    expect(errorOf(await client.send('ForgotPassword', { Username: email }))).toEqual([
      400,
      'InvalidParameterException',
      'Cannot reset password for the user as the user has no password',
    ])
  })

  test('sets one without the previous one, and then has both password factors', async () => {
    const AccessToken = await signedIn()
    const change = (request: object) => client.call('ChangePassword', { AccessToken, ...request })
    expect(errorOf(await change({ ProposedPassword: 'short' }))[1]).toBe('InvalidPasswordException')
    expect((await change({ ProposedPassword: password })).status).toBe(200)
    const { body } = await client.choose()
    expect(body.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'])
    const { status } = await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
    expect(status).toBe(200)
    expect(errorOf(await change({ ProposedPassword: 'N3w-password' }))).toEqual([
      400,
      'InvalidParameterException',
      'Missing required parameter PreviousPassword',
    ])
  })

  test('cannot sign in by a flow with a password', async () => {
    await signedIn()
    const { body } = await client.signInWithPassword(email)
    expect(body.message).toBe('Incorrect username or password.')
  })
})

describe('AdminCreateUser without a temporary password', () => {
  const create = (attributes: Record<string, string> = { email }) =>
    client.admin('AdminCreateUser', {
      Username: email,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })

  test('invites a user who has none', async () => {
    const { body } = await create()
    expect(body).toMatchObject({ User: { UserStatus: 'CONFIRMED' } })
    expect(await client.outbox()).toEqual([
      expect.objectContaining({
        kind: 'adminCreateUser',
        to: email,
        code: '',
        body: `Your username is ${email}`,
      }),
    ])
    expect((await client.choose()).body.AvailableChallenges).toEqual(['EMAIL_OTP'])
  })

  test('generates one where the pool allows the password alone', async () => {
    await client.control('PATCH', '/pool', { Passwordless: false })
    expect((await create()).body).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } })
    expect((await client.outbox())[0]?.body).toMatch(/temporary password is \S{8}/)
  })

  test('a temporary password that is given must be replaced', async () => {
    const { body } = await client.admin('AdminCreateUser', {
      Username: email,
      TemporaryPassword: password,
    })
    expect(body).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } })
  })
})
