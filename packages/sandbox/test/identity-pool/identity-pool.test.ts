import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import {
  createIdentityClient,
  google,
  type IdentityClient,
  rejection,
} from '../support/identity-client.ts'

let sandbox: Sandbox
let pool: IdentityClient

beforeEach(() => {
  sandbox = createSandbox()
  pool = createIdentityClient(sandbox)
})

const uuid = /^us-east-1:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const unknown = 'us-east-1:11111111-0000-4000-8000-000000000000'
const notFound = (id: string) => ['ResourceNotFoundException', `Identity '${id}' not found.`]
const loginsDoNotMatch = [
  'NotAuthorizedException',
  "Logins don't match. Please include at least one valid login for this identity or identity pool.",
]
const issued = (id: string) => pool.client.control('GET', `/credentials/${id}`)

describe('guests', () => {
  test('are new with every GetId, and get credentials of their role', async () => {
    const IdentityId = await pool.identityId()
    expect(IdentityId).toMatch(uuid)
    expect(await pool.identityId()).not.toBe(IdentityId)
    const { body } = await pool.credentials(IdentityId)
    const { AccessKeyId, SecretKey, SessionToken, Expiration } = body.Credentials
    expect(body.IdentityId).toBe(IdentityId)
    expect(AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(SecretKey).toHaveLength(40)
    expect(Expiration * 1000 - sandbox.clock.now()).toBeGreaterThan(3_590_000)
    expect(Expiration * 1000 - sandbox.clock.now()).toBeLessThanOrEqual(3_600_000)
    expect(await issued(AccessKeyId)).toMatchObject({
      status: 200,
      body: {
        identityId: IdentityId,
        isAuthenticated: false,
        secretKey: SecretKey,
        sessionToken: SessionToken,
        expiresAt: Expiration * 1000,
        roleArn: 'arn:aws:iam::123456789012:role/SandboxUnauthenticated',
      },
    })
    expect((await issued('ASIAUNKNOWN')).status).toBe(404)
  })

  test('are rejected if the pool does not allow them', async () => {
    const IdentityId = await pool.identityId()
    await pool.setPool({ AllowUnauthenticatedIdentities: false })
    const rejected = [
      'NotAuthorizedException',
      'Unauthenticated access is not supported for this identity pool.',
    ]
    expect(rejection(await pool.getId())).toEqual(rejected)
    expect(rejection(await pool.credentials(IdentityId))).toEqual(rejected)
    expect((await pool.getId(await pool.userPoolLogin())).status).toBe(200)
  })

  test('are not found if they are unknown, like other pools', async () => {
    expect(rejection(await pool.credentials(unknown))).toEqual(notFound(unknown))
    expect(rejection(await pool.call('GetId', { IdentityPoolId: unknown }))).toEqual([
      'ResourceNotFoundException',
      `IdentityPool '${unknown}' not found.`,
    ])
  })
})

describe('users', () => {
  test('from the user pool have one identity, which requires their token', async () => {
    const login = await pool.userPoolLogin()
    const IdentityId = await pool.identityId(login)
    expect(await pool.identityId(login)).toBe(IdentityId)
    const { body } = await pool.credentials(IdentityId, login)
    expect(await issued(body.Credentials.AccessKeyId)).toMatchObject({
      body: {
        identityId: IdentityId,
        isAuthenticated: true,
        roleArn: 'arn:aws:iam::123456789012:role/SandboxAuthenticated',
      },
    })
    expect(rejection(await pool.credentials(IdentityId))).toEqual([
      'NotAuthorizedException',
      `Access to Identity '${IdentityId}' is forbidden.`,
    ])
    const other = await pool.userPoolLogin('other@example.com')
    expect(rejection(await pool.credentials(IdentityId, other))).toEqual(loginsDoNotMatch)
    expect(await pool.identityId(other)).not.toBe(IdentityId)
  })

  test('with several logins have one identity for all', async () => {
    const login = await pool.userPoolLogin()
    const jane = { [google]: pool.openIdToken('jane') }
    const IdentityId = await pool.identityId({ ...login, ...jane })
    expect(await pool.identityId(login)).toBe(IdentityId)
    expect(await pool.identityId(jane)).toBe(IdentityId)
    expect((await pool.credentials(IdentityId, jane)).status).toBe(200)
  })

  test('link another login by bringing it along with one they have', async () => {
    const login = await pool.userPoolLogin()
    const IdentityId = await pool.identityId(login)
    const jane = { [google]: pool.openIdToken('jane') }
    await pool.credentials(IdentityId, { ...login, ...jane })
    expect(await pool.identityId(jane)).toBe(IdentityId)
    const joe = { [google]: pool.openIdToken('joe') }
    expect(rejection(await pool.credentials(IdentityId, { ...login, ...joe }))[0]).toBe(
      'ResourceConflictException',
    )
    await pool.getId(joe)
    expect(rejection(await pool.getId({ ...login, ...joe }))[0]).toBe('ResourceConflictException')
  })

  test('unlink a login, and with the last one lose the identity', async () => {
    const login = await pool.userPoolLogin()
    const jane = { [google]: pool.openIdToken('jane') }
    const IdentityId = await pool.identityId({ ...login, ...jane })
    const unlink = (Logins: object, ...LoginsToRemove: string[]) =>
      pool.call('UnlinkIdentity', { IdentityId, Logins, LoginsToRemove })
    const joe = { [google]: pool.openIdToken('joe') }
    expect(rejection(await unlink(joe, google))).toEqual(loginsDoNotMatch)
    expect((await unlink(login, google)).status).toBe(200)
    expect(await pool.identityId(jane)).not.toBe(IdentityId)
    await unlink(login, pool.userPool)
    expect(rejection(await pool.credentials(IdentityId, login))).toEqual(notFound(IdentityId))
    expect(await pool.identityId(login)).not.toBe(IdentityId)
  })
})

describe('a guest who signs in', () => {
  test('keeps the identity when the login is new', async () => {
    const IdentityId = await pool.identityId()
    const login = await pool.userPoolLogin()
    const { body } = await pool.credentials(IdentityId, login)
    expect(body.IdentityId).toBe(IdentityId)
    expect(await pool.identityId(login)).toBe(IdentityId)
    expect(rejection(await pool.credentials(IdentityId))[0]).toBe('NotAuthorizedException')
  })

  test("gets the login's identity where it has one, and is gone as a guest", async () => {
    const login = await pool.userPoolLogin()
    const user = await pool.identityId(login)
    const guest = await pool.identityId()
    const { body } = await pool.credentials(guest, login)
    expect(body.IdentityId).toBe(user)
    expect(rejection(await pool.credentials(guest))).toEqual(notFound(guest))
    expect(rejection(await pool.credentials(guest, login))).toEqual(notFound(guest))
  })
})

test('credentials last as long as the pool says, by the clock of the sandbox', async () => {
  const { body: options } = await pool.setPool({ CredentialsDurationSeconds: 60 })
  expect(options).toMatchObject({ CredentialsDurationSeconds: 60, IdentityPoolName: 'sandbox' })
  const IdentityId = await pool.identityId()
  await pool.client.advance(86_400_000)
  const { Expiration } = (await pool.credentials(IdentityId)).body.Credentials
  const left = Expiration * 1000 - sandbox.clock.now()
  expect(left).toBeGreaterThan(50_000)
  expect(left).toBeLessThanOrEqual(60_000)
})

test('options are checked, by PATCH and at the start', async () => {
  const { status, body } = await pool.setPool({ AllowGuests: true })
  expect([status, body]).toEqual([
    400,
    {
      __type: 'InvalidParameterException',
      message: expect.stringContaining("Unknown identity pool option 'AllowGuests'. Known: "),
    },
  ])
  expect(() => createSandbox({ identityPool: { CredentialsDurationSeconds: 0 } })).toThrow(
    'greater than or equal to 1',
  )
  expect(() => createSandbox({ identityPoolId: 'eu-west-1:0' })).toThrow("must be 'us-east-1:'")
})

test('a reset forgets identities, credentials and changed options', async () => {
  const IdentityId = await pool.identityId()
  const { AccessKeyId } = (await pool.credentials(IdentityId)).body.Credentials
  await pool.setPool({ AllowUnauthenticatedIdentities: false })
  await pool.client.control('POST', '/reset')
  expect((await issued(AccessKeyId)).status).toBe(404)
  expect(rejection(await pool.credentials(IdentityId))).toEqual(notFound(IdentityId))
  expect((await pool.getId()).status).toBe(200)
})

test('faults hit its operations, and unsigned requests of administrators are rejected', async () => {
  const fault = { operation: 'GetId', times: 1, type: 'TooManyRequestsException', message: 'Slow' }
  await pool.client.control('POST', '/faults', fault)
  expect(rejection(await pool.getId())).toEqual(['TooManyRequestsException', 'Slow'])
  await pool.client.control('DELETE', '/faults')
  expect((await pool.getId()).status).toBe(200)
  const list = { IdentityPoolId: sandbox.config.identityPoolId, MaxResults: 10 }
  expect(rejection(await pool.call('ListIdentities', list))[0]).toBe(
    'MissingAuthenticationTokenException',
  )
  expect(rejection(await pool.call('InitiateAuth', {}))[0]).toBe('UnknownOperationException')
})
