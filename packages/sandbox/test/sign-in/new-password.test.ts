import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { signInWithSrp } from '../support/srp-client.ts'

freezeTime()

const TemporaryPassword = 'Temp0rary!'

let client: Client

async function invited(
  pool: PoolOptionsPatch = {},
  UserAttributes = [{ Name: 'email_verified', Value: 'true' }],
) {
  client = createClient(createSandbox({ pool }))
  await client.admin('AdminCreateUser', { Username: email, TemporaryPassword, UserAttributes })
}

const challenged = async () => (await client.signInWithPassword(email, TemporaryPassword)).body

const answer = (session: string, responses: Record<string, string> = {}) =>
  client.respond('NEW_PASSWORD_REQUIRED', session, { NEW_PASSWORD: password, ...responses })

const user = async () => (await client.admin('AdminGetUser', { Username: email })).body

beforeEach(() => invited())

describe.each([
  ['USER_PASSWORD_AUTH', (secret: string) => client.signInWithPassword(email, secret)],
  ['USER_SRP_AUTH', (secret: string) => signInWithSrp(client, email, secret)],
])('%s', (_, signIn) => {
  test('requires a new password and takes it', async () => {
    const { body } = await signIn(TemporaryPassword)
    expect(body).toEqual({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: expect.stringMatching(/^.{1000,2048}$/),
      ChallengeParameters: {
        USER_ID_FOR_SRP: expect.stringMatching(/^[0-9a-f-]{36}$/),
        requiredAttributes: '[]',
        userAttributes: JSON.stringify({ email_verified: 'true', email }),
      },
    })
    const { body: end } = await answer(body.Session)
    expect(end.AuthenticationResult.AccessToken).toMatch(/^ey/)
    expect(await user()).toMatchObject({ UserStatus: 'CONFIRMED' })
    expect((await signIn(password)).body.AuthenticationResult.AccessToken).toMatch(/^ey/)
    expect(errorOf(await signIn(TemporaryPassword))[2]).toBe('Incorrect username or password.')
  })
})

test('a rejected password leaves the session as it is', async () => {
  const { Session } = await challenged()
  const short = await answer(Session, { NEW_PASSWORD: 'Sh0rt!' })
  expect(errorOf(short)).toEqual([
    400,
    'InvalidPasswordException',
    'Password does not conform to policy: Password not long enough',
  ])
  expect(await user()).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect((await answer(Session)).status).toBe(200)
  expect(errorOf(await answer(Session))).toEqual([
    400,
    'NotAuthorizedException',
    'Invalid session for the user, session can only be used once.',
  ])
})

test('needs a password, a name and a session', async () => {
  const { Session } = await challenged()
  const missing = async (reply: Promise<unknown>) => errorOf((await reply) as never)
  expect(await missing(answer(Session, { NEW_PASSWORD: '' }))).toEqual([
    400,
    'InvalidParameterException',
    'Missing required parameter NEW_PASSWORD',
  ])
  expect((await missing(answer(Session, { USERNAME: '' })))[2]).toBe(
    'Missing required parameter USERNAME',
  )
  const noSession = client.respond('NEW_PASSWORD_REQUIRED', undefined, { NEW_PASSWORD: password })
  expect((await missing(noSession))[2]).toBe('Missing required parameter Session')
})

describe('attributes', () => {
  const required: PoolOptionsPatch = {
    SchemaAttributes: [
      { Name: 'email', Required: true },
      { Name: 'family_name', Required: true },
      { Name: 'custom:team', Mutable: true },
    ],
  }

  test('requires the missing ones', async () => {
    await invited(required)
    const { Session, ChallengeParameters } = await challenged()
    expect(ChallengeParameters.requiredAttributes).toBe('["userAttributes.family_name"]')
    expect(errorOf(await answer(Session))).toEqual([
      400,
      'InvalidParameterException',
      'Invalid attributes given, family_name is missing',
    ])
    const given = { 'userAttributes.family_name': 'Doe', 'userAttributes.custom:team': 'blue' }
    expect((await answer(Session, given)).status).toBe(200)
    expect((await user()).UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'family_name', Value: 'Doe' },
        { Name: 'custom:team', Value: 'blue' },
        { Name: 'email_verified', Value: 'true' },
      ]),
    )
  })

  test.each([
    ['email', 'NotAuthorizedException', 'Cannot modify an already provided email'],
    [
      'email_verified',
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ],
    [
      'shoe_size',
      'InvalidParameterException',
      'Attributes did not conform to the schema: shoe_size: Attribute does not exist in the schema.\n',
    ],
  ])('rejects %s', async (name, type, message) => {
    await invited(required)
    const { Session } = await challenged()
    const given = { 'userAttributes.family_name': 'Doe', [`userAttributes.${name}`]: email }
    expect(errorOf(await answer(Session, given))).toEqual([400, type, message])
  })

  test('a new phone number is not verified, and not one of another user', async () => {
    await invited({ UsernameAttributes: ['email', 'phone_number'] })
    await client.admin('AdminCreateUser', { Username: '+12065550100' })
    const { Session } = await challenged()
    const taken = await answer(Session, { 'userAttributes.phone_number': '+12065550100' })
    expect(errorOf(taken)).toEqual([
      400,
      'AliasExistsException',
      'An account with the given phone_number already exists.',
    ])
    await answer(Session, { 'userAttributes.phone_number': '+12065550199' })
    expect((await user()).UserAttributes).toContainEqual({
      Name: 'phone_number_verified',
      Value: 'false',
    })
  })
})

describe('the session', () => {
  test('belongs to one user', async () => {
    await client.confirmed('joe@example.com')
    const { Session } = await challenged()
    expect(errorOf(await answer(Session, { USERNAME: 'joe@example.com' }))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user.',
    ])
    expect((await answer(Session, { USERNAME: email.toUpperCase() })).status).toBe(200)
  })

  test('belongs to one challenge', async () => {
    const { Session } = await challenged()
    const other = await client.respond('SMS_MFA', Session, { SMS_MFA_CODE: '123456' })
    expect(errorOf(other)[2]).toBe('Invalid session for the user.')
    expect((await answer(Session)).status).toBe(200)
  })

  test('lives as long as the client says', async () => {
    await client.control('PATCH', '/pool', { AuthSessionValidity: 5 })
    const first = await challenged()
    await client.advance(5 * 60_000 - 1)
    expect(errorOf(await answer(first.Session, { NEW_PASSWORD: 'x' }))[1]).toBe(
      'InvalidPasswordException',
    )
    await client.advance(1)
    expect(errorOf(await answer(first.Session))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    ])
  })

  test('ends with the user', async () => {
    const { Session } = await challenged()
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await answer(Session))[2]).toBe('User is disabled.')
    await client.admin('AdminDeleteUser', { Username: email })
    expect(errorOf(await answer(Session))[1]).toBe('NotAuthorizedException')
  })
})

test('a reset that is due comes before everything', async () => {
  await client.confirmed('joe@example.com')
  await client.admin('AdminResetUserPassword', { Username: 'joe@example.com' })
  expect(errorOf(await client.signInWithPassword('joe@example.com'))).toEqual([
    400,
    'PasswordResetRequiredException',
    'Password reset required for the user',
  ])
})
