import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'

let client: Client

function withPool(pool: PoolOptionsPatch) {
  client = createClient(createSandbox({ pool }))
}

beforeEach(() => withPool({}))

const noUser = [400, 'UserNotFoundException', 'User does not exist.']

test.each([
  'AdminConfirmSignUp',
  'AdminDeleteUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
])('%s names a user and a pool that exist', async (operation) => {
  expect(errorOf(await client.admin(operation, { Username: email }))).toEqual(noUser)
  const elsewhere = { Username: email, UserPoolId: 'us-east-1_Elsewhere' }
  expect(errorOf(await client.admin(operation, elsewhere))).toEqual([
    400,
    'ResourceNotFoundException',
    'User pool us-east-1_Elsewhere does not exist.',
  ])
})

describe('AdminCreateUser', () => {
  test('answers the user, and sends the invitation', async () => {
    const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
    const { body } = await client.admin('AdminCreateUser', { Username: email, UserAttributes })
    const [invitation] = await client.outbox(email)
    const sub = invitation?.username
    expect(body).toEqual({
      User: {
        Username: sub,
        Attributes: [
          { Name: 'sub', Value: sub },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'email', Value: email },
        ],
        UserCreateDate: expect.any(Number),
        UserLastModifiedDate: expect.any(Number),
        Enabled: true,
        UserStatus: 'FORCE_CHANGE_PASSWORD',
      },
    })
    expect(invitation).toMatchObject({ kind: 'adminCreateUser', medium: 'EMAIL' })
    expect(invitation?.body).toBe(
      `Your username is ${email} and temporary password is ${invitation?.code}`,
    )
    const { status } = await client.admin('AdminSetUserPassword', {
      Username: email,
      Password: invitation?.code,
      Permanent: true,
    })
    expect(status).toBe(200)
  })

  test('sends by the requested mediums, or not at all', async () => {
    const UserAttributes = [{ Name: 'phone_number', Value: '+12065550839' }]
    const create = (Username: string, request: object) =>
      client.admin('AdminCreateUser', { Username, UserAttributes, ...request })
    await create('a@example.com', { MessageAction: 'SUPPRESS' })
    expect(await client.outbox()).toEqual([])
    await create('b@example.com', { DesiredDeliveryMediums: ['EMAIL', 'SMS'] })
    expect((await client.outbox()).map(({ medium }) => medium)).toEqual(['SMS', 'EMAIL'])
    await create('c@example.com', {})
    expect((await client.outbox())[0]?.to).toBe('+12065550839')
  })

  test('sends again what it can', async () => {
    const RESEND = { Username: email, MessageAction: 'RESEND' }
    expect(errorOf(await client.admin('AdminCreateUser', RESEND))).toEqual(noUser)
    await client.admin('AdminCreateUser', { Username: email })
    expect((await client.admin('AdminCreateUser', RESEND)).status).toBe(200)
    expect(await client.outbox(email)).toHaveLength(2)
    await client.admin('AdminSetUserPassword', {
      Username: email,
      Password: password,
      Permanent: true,
    })
    expect(errorOf(await client.admin('AdminCreateUser', RESEND))).toEqual([
      400,
      'UnsupportedUserStateException',
      `Resend not possible. ${email} status is not FORCE_CHANGE_PASSWORD`,
    ])
  })

  test('rejects a taken name, a weak password and a chosen sub', async () => {
    await client.signUp()
    const types = [
      { Username: email },
      { Username: 'b@example.com', TemporaryPassword: 'short' },
      { Username: 'b@example.com', UserAttributes: [{ Name: 'sub', Value: 'x' }] },
    ].map(async (request) => (await client.admin('AdminCreateUser', request)).body.__type)
    expect(await Promise.all(types)).toEqual([
      'UsernameExistsException',
      'InvalidPasswordException',
      'InvalidParameterException',
    ])
  })

  test('rejects a verified alias that is taken, unless forced', async () => {
    withPool({ UsernameAttributes: [], AliasAttributes: ['email'] })
    const request = {
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }
    await client.admin('AdminCreateUser', { Username: 'first', ...request })
    const second = { Username: 'second', ...request }
    expect((await client.admin('AdminCreateUser', second)).body.__type).toBe('AliasExistsException')
    const forced = await client.admin('AdminCreateUser', { ...second, ForceAliasCreation: true })
    expect(forced.status).toBe(200)
  })
})

describe('AdminSetUserPassword', () => {
  const set = (Password: string, Permanent?: boolean) =>
    client.admin('AdminSetUserPassword', { Username: email, Password, Permanent })
  const statusOf = async () => {
    const { body } = await client.admin('AdminGetUser', { Username: email })
    return 'UserStatus' in body && body.UserStatus
  }

  test('permanent: confirms and signs in', async () => {
    await client.signUp()
    expect((await set('Br4nd-new', true)).body).toEqual({})
    expect(await statusOf()).toBe('CONFIRMED')
    expect((await client.signInWithPassword(email, 'Br4nd-new')).status).toBe(200)
    expect((await client.signInWithPassword(email, password)).status).toBe(400)
  })

  test('temporary: must be changed', async () => {
    await client.confirmed()
    await set('Br4nd-new')
    expect(await statusOf()).toBe('FORCE_CHANGE_PASSWORD')
  })

  test('rejects a weak password, and a user who does not exist', async () => {
    expect(errorOf(await set(password))).toEqual(noUser)
    await client.signUp()
    expect((await set('short')).body.__type).toBe('InvalidPasswordException')
  })
})

test('AdminConfirmSignUp verifies nothing, and confirms once', async () => {
  await client.signUp()
  const confirm = () => client.admin('AdminConfirmSignUp', { Username: email })
  expect((await confirm()).body).toEqual({})
  const { body } = await client.admin('AdminGetUser', { Username: email })
  expect(body.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' })
  expect(errorOf(await confirm())).toEqual([
    400,
    'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED',
  ])
})

describe('pool and client', () => {
  test('UpdateUserPool changes what it names', async () => {
    const PasswordPolicy = { MinimumLength: 12 }
    await client.admin('UpdateUserPool', { Policies: { PasswordPolicy } })
    expect((await client.signUp()).body.message).toContain('Password not long enough')
    const { body } = await client.control('GET', '/pool')
    expect(body).toMatchObject({
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      AutoVerifiedAttributes: ['email'],
    })
  })

  test('UpdateUserPoolClient answers the client', async () => {
    const ClientId = 'sandboxclient0000000000001'
    const { body } = await client.admin('UpdateUserPoolClient', {
      ClientId,
      AccessTokenValidity: 10,
      RefreshTokenRotation: { Feature: 'ENABLED' },
    })
    expect(body).toMatchObject({
      UserPoolClient: {
        ClientId,
        AccessTokenValidity: 10,
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
        ExplicitAuthFlows: expect.arrayContaining(['ALLOW_USER_SRP_AUTH']),
      },
    })
    const other = await client.admin('UpdateUserPoolClient', { ClientId: 'other' })
    expect(errorOf(other)).toEqual([
      400,
      'ResourceNotFoundException',
      'User pool client other does not exist.',
    ])
  })

  test.each([{ AccessTokenValidity: 4 }, { IdTokenValidity: 1441 }, { RefreshTokenValidity: 0 }])(
    'rejects the token validity %j',
    async (patch) => {
      const request = { ClientId: 'sandboxclient0000000000001', ...patch }
      expect((await client.admin('UpdateUserPoolClient', request)).body.message).toMatch(
        /^Invalid range for token validity/,
      )
    },
  )
})
