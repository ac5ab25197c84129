import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { Store } from '../../src/store/store.ts'
import { createClient, email, password } from '../support/client.ts'
import { createIdentityClient } from '../support/identity-client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

/** No operation may scan all users, sign-ins or identities: its time would grow with them. */
const looks = ['values', 'keys', 'entries', 'forEach', Symbol.iterator] as const

beforeEach(() => {
  for (const look of looks) {
    Object.defineProperty(Store.prototype, look, {
      configurable: true,
      value: () => {
        throw new Error(`A call looked at all records (${String(look)}).`)
      },
    })
  }
})
afterEach(() => {
  for (const look of looks) Reflect.deleteProperty(Store.prototype, look)
})

const pools: readonly PoolOptionsPatch[] = [
  { UsernameAttributes: ['email'] },
  { UsernameAttributes: [], AliasAttributes: ['email', 'preferred_username'] },
]

test.each(pools)('no call of users and administrators looks at all users: %j', async (pool) => {
  const sandbox = createSandbox({ pool: { ...pool, DeviceConfiguration: {} } })
  const client = createClient(sandbox)
  const isByName = pool.UsernameAttributes?.length === 0
  const name = isByName ? 'jane' : email
  const UserAttributes = [{ Name: 'email', Value: email }]
  const ok = async (answer: Promise<{ status: number; body: object }>, status = 200) => {
    const { status: actual, body } = await answer
    expect([actual, body]).toEqual([status, body])
    return body
  }
  await ok(client.signUp(name, { UserAttributes }))
  await ok(client.signUp(name, { UserAttributes }), 400)
  const ConfirmationCode = await client.lastCode(email)
  await ok(client.send('ConfirmSignUp', { Username: name, ConfirmationCode }))
  await ok(client.signInWithPassword(name, 'Wr0ng-pass'), 400)
  await ok(client.signInWithPassword('unknown@example.com'), 400)
  await ok(signInWithSrp(client, name, password))
  const { AccessToken, RefreshToken } = (await client.signInWithPassword(email)).body
    .AuthenticationResult
  await ok(client.call('GetUser', { AccessToken }))
  await ok(
    client.call('UpdateUserAttributes', {
      AccessToken,
      UserAttributes: [{ Name: 'name', Value: 'Jane' }],
    }),
  )
  await ok(client.call('ListDevices', { AccessToken }))
  await ok(client.send('ForgotPassword', { Username: name }))
  await ok(client.send('ResendConfirmationCode', { Username: name }), 400)
  await ok(client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken }), 400)
  const UserPool = { GroupName: 'staff', Username: name }
  await ok(client.admin('CreateGroup', { GroupName: 'staff' }))
  await ok(client.admin('AdminAddUserToGroup', UserPool))
  expect(await ok(client.admin('ListUsersInGroup', { GroupName: 'staff' }))).toMatchObject({
    Users: [{ UserStatus: 'CONFIRMED' }],
  })
  await ok(client.admin('AdminListGroupsForUser', { Username: name }))
  await ok(client.admin('DeleteGroup', { GroupName: 'staff' }))
  await ok(client.admin('AdminGetUser', { Username: name }))
  await ok(
    client.admin('AdminCreateUser', {
      Username: isByName ? 'joe' : 'joe@example.com',
      UserAttributes: [
        { Name: 'email', Value: isByName ? email : 'joe@example.com' },
        { Name: 'email_verified', Value: 'true' },
      ],
      ForceAliasCreation: true,
    }),
  )
  await ok(client.call('GlobalSignOut', { AccessToken }))
  await ok(client.admin('AdminDeleteUser', { Username: name }))
  await ok(client.admin('AdminGetUser', { Username: name }), 400)
  const Filter = 'email = "joe@example.com"'
  await ok(client.admin('ListUsers', { Filter }))
  // This one does scan them, to show that the test would notice.
  expect((await client.admin('ListUsers')).status).toBe(500)
  const identities = createIdentityClient(sandbox)
  const login = { 'graph.facebook.com': 'jane.1' }
  expect(await identities.identityId(login)).toBe(await identities.identityId(login))
})

test('a user is found by each name at once, and no longer by one that was left', async () => {
  const client = createClient(createSandbox({ pool: pools[1] }))
  const signUp = async (name: string, address: string) => {
    await client.signUp(name, { UserAttributes: [{ Name: 'email', Value: address }] })
    await client.admin('AdminConfirmSignUp', { Username: name })
  }
  const set = (Username: string, attributes: Record<string, string>) =>
    client.admin('AdminUpdateUserAttributes', {
      Username,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
  const who = async (name: string) => {
    const { body } = await client.admin('AdminGetUser', { Username: name })
    return (body as { Username?: string }).Username
  }
  await signUp('jane', 'jane@example.com')
  await signUp('joe', 'joe@example.com')
  expect(await who('jane@example.com')).toBe(undefined)
  await set('jane', { email_verified: 'true', preferred_username: 'Janey' })
  expect([await who('JANE@example.com'), await who('janey')]).toEqual(['jane', 'jane'])
  await set('jane', { email: 'new@example.com', email_verified: 'true', preferred_username: 'j' })
  expect(await who('jane@example.com')).toBe(undefined)
  expect([await who('new@example.com'), await who('J')]).toEqual(['jane', 'jane'])
  expect(await who('janey')).toBe(undefined)
  expect((await set('joe', { email: 'new@example.com', email_verified: 'true' })).body.__type).toBe(
    'AliasExistsException',
  )
  await client.control('PATCH', '/pool', { AliasAttributes: [] })
  expect(await who('new@example.com')).toBe(undefined)
  await client.control('PATCH', '/pool', { UsernameConfiguration: { CaseSensitive: true } })
  expect([await who('JANE'), await who('jane')]).toEqual([undefined, 'jane'])
  await client.admin('AdminDeleteUser', { Username: 'jane' })
  expect(await who('jane')).toBe(undefined)
})
