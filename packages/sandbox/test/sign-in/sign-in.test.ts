import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { type Overrides, proveSrp, signInWithSrp, srpKey, startSrp } from '../support/srp-client.ts'

let client: Client

freezeTime()

function withPool(pool: PoolOptionsPatch) {
  client = createClient(createSandbox({ pool }))
}

beforeEach(() => withPool({}))

const bySrp = (username: string, secret: string, overrides?: Overrides) =>
  signInWithSrp(client, username, secret, srpKey(12_345n), overrides)

const wrong = [400, 'NotAuthorizedException', 'Incorrect username or password.']
const lockedOut = [400, 'NotAuthorizedException', 'Password attempts exceeded']

describe.each([
  ['USER_SRP_AUTH', (name: string, secret: string) => bySrp(name, secret)],
  ['USER_PASSWORD_AUTH', (name: string, secret: string) => client.signInWithPassword(name, secret)],
])('%s', (flow, signIn) => {
  test('signs in by e-mail in any case, and by sub', async () => {
    const sub = await client.confirmed()
    expect((await signIn(email, password)).status).toBe(200)
    expect((await signIn('JANE@example.com', password)).status).toBe(200)
    expect((await signIn(sub, password)).status).toBe(200)
  })

  test('signs in by plain username', async () => {
    withPool({ UsernameAttributes: [] })
    await client.signUp('jane')
    await client.admin('AdminConfirmSignUp', { Username: 'jane' })
    expect((await signIn('jane', password)).status).toBe(200)
  })

  test('rejects a wrong password, and an unknown user in the same words', async () => {
    await client.confirmed()
    expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    expect(errorOf(await signIn('unknown@example.com', password))).toEqual(wrong)
  })

  test('rejects an unconfirmed user with the reason, after the right password only', async () => {
    await client.signUp()
    expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    expect(errorOf(await signIn(email, password))).toEqual([
      400,
      'UserNotConfirmedException',
      'User is not confirmed.',
    ])
  })

  test('rejects a disabled user', async () => {
    await client.confirmed()
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await signIn(email, password))).toEqual([
      400,
      'NotAuthorizedException',
      'User is disabled.',
    ])
    await client.admin('AdminEnableUser', { Username: email })
    expect((await signIn(email, password)).status).toBe(200)
  })

  test('takes a temporary password until it expires, to require a new one', async () => {
    const TemporaryPassword = 'Temp0rary!'
    await client.admin('AdminCreateUser', { Username: email, TemporaryPassword })
    expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    const { body } = await signIn(email, TemporaryPassword)
    expect(body.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    expect(body.AuthenticationResult).toBeUndefined()
    await client.advance(7 * 86_400_000)
    expect(errorOf(await signIn(email, TemporaryPassword))).toEqual([
      400,
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    ])
  })

  test('locks out for twice as long with each failure after five', async () => {
    await client.confirmed()
    for (let i = 0; i < 5; i++) expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    for (const seconds of [1, 2, 4]) {
      await client.advance((seconds - 1) * 1000)
      expect(errorOf(await signIn(email, password))).toEqual(lockedOut)
      await client.advance(1000)
      expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    }
    await client.advance(8000)
    expect((await signIn(email, password)).status).toBe(200)
    expect(errorOf(await signIn(email, 'Wr0ng-pass'))).toEqual(wrong)
    expect((await signIn(email, password)).status).toBe(200)
  })

  test('LEGACY reports an unknown user', async () => {
    withPool({ PreventUserExistenceErrors: 'LEGACY' })
    const answer =
      flow === 'USER_SRP_AUTH'
        ? await startSrp(client, 'unknown@example.com')
        : await signIn('unknown@example.com', password)
    expect(errorOf(answer)).toEqual([400, 'UserNotFoundException', 'User does not exist.'])
  })
})

test('a lockout lasts 15 minutes at most, and ends as long after it', async () => {
  await client.confirmed()
  const fail = () => client.signInWithPassword(email, 'Wr0ng-pass')
  for (let i = 0; i < 5; i++) await fail()
  for (let i = 0; i < 12; i++) {
    await client.advance(15 * 60_000)
    expect(errorOf(await fail())).toEqual(wrong)
  }
  await client.advance(15 * 60_000 - 2000)
  expect(errorOf(await client.signInWithPassword(email))).toEqual(lockedOut)
  await client.advance(15 * 60_000 + 2000)
  for (let i = 0; i < 5; i++) expect(errorOf(await fail())).toEqual(wrong)
})

describe('PASSWORD_VERIFIER', () => {
  const key = srpKey(987_654_321n)

  const claim = async (overrides?: Overrides) => {
    const { body } = await startSrp(client, email, key)
    return proveSrp(key, body.ChallengeParameters, password, 'Sandbox01', overrides)
  }
  const respond = (ChallengeResponses: object) =>
    client.send('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
    })

  beforeEach(() => client.confirmed())

  test('takes a SECRET_BLOCK once', async () => {
    const responses = await claim()
    expect((await respond(responses)).status).toBe(200)
    expect(errorOf(await respond(responses))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    ])
  })

  test('takes it within three minutes', async () => {
    const responses = await claim()
    await client.advance(180_000)
    expect(errorOf(await respond(responses))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    ])
  })

  test('rejects a SECRET_BLOCK it did not make', async () => {
    const responses = { ...(await claim()), PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' }
    expect(errorOf(await respond(responses))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user.',
    ])
  })

  test('rejects the challenge of another user', async () => {
    await client.confirmed('joe@example.com')
    const responses = { ...(await claim()), USERNAME: 'joe@example.com' }
    expect(errorOf(await respond(responses))).toEqual(wrong)
  })

  test('accepts the alias as USERNAME', async () => {
    expect((await respond({ ...(await claim()), USERNAME: email })).status).toBe(200)
  })

  test.each(['USERNAME', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
    'needs %s',
    async (name) => {
      const { [name]: _, ...responses } = await claim()
      expect(errorOf(await respond(responses))).toEqual([
        400,
        'InvalidParameterException',
        `Missing required parameter ${name}`,
      ])
    },
  )

  test.each([
    '2018-07-10T11:01:00Z',
    'Di Jul 10 11:01:00 UTC 2018',
    'Tue Foo 10 11:01:00 UTC 2018',
  ])('rejects the TIMESTAMP %s', async (timestamp) => {
    expect(errorOf(await respond(await claim({ timestamp })))).toEqual([
      400,
      'InvalidParameterException',
      'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
    ])
  })

  test('rejects a TIMESTAMP far from both clocks', async () => {
    const late = { date: new Date(Date.now() - 3_600_000) }
    expect(errorOf(await respond(await claim(late)))).toEqual([
      400,
      'NotAuthorizedException',
      'TIMESTAMP is too far from the current time.',
    ])
  })

  test('accepts the time of a client that follows the sandbox, and of one that does not', async () => {
    await client.advance(30 * 86_400_000)
    const moved = { date: new Date(Date.now() + 30 * 86_400_000) }
    expect((await respond(await claim(moved))).status).toBe(200)
    expect((await respond(await claim())).status).toBe(200)
  })

  test('does not accept a padded day', async () => {
    const date = new Date()
    const toNinth = (9 + 31 - date.getUTCDate()) % 31
    await client.advance(toNinth * 86_400_000)
    const moved = new Date(date.getTime() + toNinth * 86_400_000)
    const [weekday, , month, year, time] = moved.toUTCString().replace(',', '').split(' ')
    const day = moved.getUTCDate()
    const stamp = (text: string) => ({
      timestamp: `${weekday} ${month} ${text} ${time} UTC ${year}`,
    })
    expect((await respond(await claim(stamp(String(day))))).status).toBe(200)
    if (day < 10) expect(errorOf(await respond(await claim(stamp(`0${day}`))))).toEqual(wrong)
  })

  test('a user who does not exist gets the same challenge every time', async () => {
    const first = (await startSrp(client, 'unknown@example.com')).body.ChallengeParameters
    const second = (await startSrp(client, 'unknown@example.com')).body.ChallengeParameters
    const other = (await startSrp(client, 'nobody2@example.com')).body.ChallengeParameters
    expect(first.USER_ID_FOR_SRP).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect([second.SALT, second.USER_ID_FOR_SRP]).toEqual([first.SALT, first.USER_ID_FOR_SRP])
    expect(other.SALT).not.toBe(first.SALT)
    expect(second.SRP_B).not.toBe(first.SRP_B)
  })
})

describe('InitiateAuth', () => {
  test.each([
    ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
    ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
    ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH flow not enabled for this client'],
    ['REFRESH_TOKEN', 'REFRESH_TOKEN_AUTH flow not enabled for this client'],
    ['CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
    ['USER_AUTH', 'USER_AUTH flow not enabled for this client'],
    ['ADMIN_NO_SRP_AUTH', 'Initiate Auth method not supported.'],
  ])('%s that is not enabled', async (flow, message) => {
    withPool({ ExplicitAuthFlows: [] })
    const answer = await client.initiate(flow, { USERNAME: email })
    expect(errorOf(answer)).toEqual([400, 'InvalidParameterException', message])
  })

  test.each([
    ['USER_SRP_AUTH', {}, 'USERNAME'],
    ['USER_SRP_AUTH', { USERNAME: email }, 'SRP_A'],
    ['USER_PASSWORD_AUTH', { USERNAME: email }, 'PASSWORD'],
    ['REFRESH_TOKEN_AUTH', {}, 'REFRESH_TOKEN'],
  ])('%s with %j needs %s', async (flow, parameters, missing) => {
    expect(errorOf(await client.initiate(flow, { ...parameters }))).toEqual([
      400,
      'InvalidParameterException',
      `Missing required parameter ${missing}`,
    ])
  })

  test('rejects a secret hash: the client has no secret', async () => {
    const answer = await client.initiate('USER_PASSWORD_AUTH', { SECRET_HASH: 'x' })
    expect(errorOf(answer)).toEqual([
      400,
      'NotAuthorizedException',
      'Unable to verify secret hash for client sandboxclient0000000000001',
    ])
  })

  test('RespondToAuthChallenge rejects a challenge it does not know yet', async () => {
    const answer = await client.send('RespondToAuthChallenge', { ChallengeName: 'SMS_MFA' })
    expect(answer.body.__type).toBe('InvalidParameterException')
  })
})
