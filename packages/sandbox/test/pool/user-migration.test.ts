import { describe, expect, test, vi } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

let client: Client

function withTriggers(triggers: Triggers, pool: PoolOptionsPatch = {}) {
  client = createClient(createSandbox({ triggers, pool }))
}

const ClientMetadata = { from: 'test' }
const wrong = [400, 'NotAuthorizedException', 'Incorrect username or password.']

describe('user migration', () => {
  const migrate =
    (response: object = {}): Triggers['userMigration'] =>
    (event) => {
      if (event.request.password !== undefined && event.request.password !== password) {
        throw new Error('Bad password')
      }
      Object.assign(event.response, {
        userAttributes: { email, email_verified: 'true', name: 'Jane' },
        messageAction: 'SUPPRESS',
        ...response,
      })
    }

  test('takes a user over at the first sign-in with a password', async () => {
    const userMigration = vi.fn<NonNullable<Triggers['userMigration']>>(migrate())
    withTriggers({ userMigration })
    expect(errorOf(await client.signInWithPassword(email, 'Wr0ng-pass'))).toEqual([
      400,
      'UserLambdaValidationException',
      'UserMigration failed with error Bad password.',
    ])
    expect((await client.signInWithPassword(email)).status).toBe(200)
    expect((await signInWithSrp(client, email, password)).status).toBe(200)
    expect(userMigration).toHaveBeenCalledTimes(2)
    expect(userMigration.mock.lastCall?.[0]).toMatchObject({
      triggerSource: 'UserMigration_Authentication',
      userName: email,
      request: { password },
    })
    expect((await client.control('GET', '/users')).body).toMatchObject([
      { status: 'CONFIRMED', attributes: { email, email_verified: 'true', name: 'Jane' } },
    ])
    expect(await client.outbox()).toEqual([])
  })

  test('not by SRP, which shows no password', async () => {
    const userMigration = vi.fn()
    withTriggers({ userMigration })
    expect((await signInWithSrp(client, email, password)).status).toBe(400)
    expect(userMigration).not.toHaveBeenCalled()
  })

  test('may require a new password', async () => {
    withTriggers({ userMigration: migrate({ finalUserStatus: 'RESET_REQUIRED' }) })
    expect((await client.signInWithPassword(email)).body.__type).toBe(
      'PasswordResetRequiredException',
    )
  })

  test('sends an invitation unless that is suppressed', async () => {
    withTriggers({
      userMigration: migrate({ messageAction: null, desiredDeliveryMediums: ['EMAIL'] }),
    })
    await client.signInWithPassword(email)
    expect((await client.outbox(email))[0]?.kind).toBe('adminCreateUser')
  })

  test('takes over a user who forgot the password', async () => {
    const userMigration = vi.fn<NonNullable<Triggers['userMigration']>>(migrate())
    withTriggers({ userMigration })
    const Username = email
    expect((await client.send('ForgotPassword', { Username, ClientMetadata })).status).toBe(200)
    expect(userMigration.mock.lastCall?.[0]).toMatchObject({
      triggerSource: 'UserMigration_ForgotPassword',
      request: { clientMetadata: ClientMetadata },
    })
    expect(userMigration.mock.lastCall?.[0].request).not.toHaveProperty('password')
    const ConfirmationCode = await client.lastCode(email)
    await client.send('ConfirmForgotPassword', { Username, ConfirmationCode, Password: password })
    expect((await client.signInWithPassword(email)).status).toBe(200)
  })

  test.each([
    ['no user', { userAttributes: null }],
    ['a user whom the schema rejects', { userAttributes: { email: 'jane@' } }],
  ])('%s is one who does not exist', async (_, response) => {
    withTriggers({ userMigration: migrate(response) }, { UsernameAttributes: [] })
    expect(errorOf(await client.signInWithPassword('jane'))).toEqual(wrong)
    expect((await client.send('ForgotPassword', { Username: 'jane' })).status).toBe(200)
    expect(await client.outbox()).toEqual([])
    await client.control('PATCH', '/pool', { PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await client.signInWithPassword('jane'))).toEqual([
      400,
      'UserNotFoundException',
      'Exception migrating user in app client sandboxclient0000000000001',
    ])
  })
})
