import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import {
  type Client,
  createClient,
  email,
  errorOf,
  password,
  type Reply,
} from '../support/client.ts'
import { passkeysOf, requestOptionsOf } from '../support/passkeys.ts'
import {
  codeMismatch,
  createReachable,
  phone,
  signInWithCode,
  wrongCredentials,
} from '../support/passwordless.ts'
import { proveSrp, srpKey } from '../support/srp-client.ts'

const factors = ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

let client: Client

function open(pool: PoolOptionsPatch = {}) {
  client = createClient(createSandbox({ pool: { Passwordless: true, ...pool } }))
}

beforeEach(() => open())

const choose = (username: string, preferred?: string) =>
  client.choose(preferred === undefined ? {} : { PREFERRED_CHALLENGE: preferred }, username)

/** A name with this factor among those that it is shown. */
async function unknownWith(factor: string): Promise<string> {
  for (let number = 0; number < 50; number += 1) {
    const name = `ghost${number}@example.com`
    const { body } = await choose(name)
    if (body.AvailableChallenges?.includes(factor)) return name
  }
  throw new Error(`No unknown name is shown ${factor}.`)
}

/** Names of members and lengths of texts: what a client can compare. Phone numbers have any length. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.startsWith('{') ? shapeOf(JSON.parse(value)) : value.replace(/\*+/g, '*').length
  }
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, member]) => [name, shapeOf(member)])
  }
  return value
}

const shape = ({ status, headers, body }: Reply) => [
  status,
  [...headers.keys()],
  shapeOf({ ...body, AvailableChallenges: undefined }),
]

/** The choices of names without users: of 60, and of more until there are as many as expected. */
async function choicesOfUnknown(count: number): Promise<string[]> {
  const shown = new Set<string>()
  for (let number = 0; number < 60 || (number < 600 && shown.size < count); number += 1) {
    const { body } = await choose(`ghost${number}@example.com`)
    shown.add(String(body.AvailableChallenges))
  }
  return [...shown].sort()
}

/** A user with a phone or without, with a passkey or without, with a password, without one, or with a temporary one. */
async function createEach(): Promise<string[]> {
  const names: string[] = []
  for (const phoneOf of [[], [{ Name: 'phone_number', Value: phone }]]) {
    for (const hasPasskey of [false, true]) {
      for (const access of ['password', 'codes', 'invitation']) {
        const Username = `user${names.length}@example.com`
        names.push(Username)
        await client.admin('AdminCreateUser', {
          Username,
          MessageAction: 'SUPPRESS',
          UserAttributes: [{ Name: 'email', Value: Username }, ...phoneOf],
          ...(access === 'invitation' && { TemporaryPassword: password }),
        })
        if (access === 'invitation') continue
        const { AuthenticationResult } = await signInWithCode(client, Username)
        if (hasPasskey) await passkeysOf(client, AuthenticationResult.AccessToken).register()
        const set = { Username, Password: password, Permanent: true }
        if (access === 'password') await client.admin('AdminSetUserPassword', set)
      }
    }
  }
  return names
}

test('names without users are shown what users are shown, and nothing else', async () => {
  const shown = new Set<string>()
  for (const name of await createEach()) {
    shown.add(String((await choose(name)).body.AvailableChallenges))
  }
  expect(await choicesOfUnknown(shown.size)).toEqual([...shown].sort())
})

test('a name without a user is always shown the same', async () => {
  for (let number = 0; number < 20; number += 1) {
    const first = await choose(`ghost${number}@example.com`)
    const second = await choose(`Ghost${number}@example.com`)
    expect(second.body.AvailableChallenges).toEqual(first.body.AvailableChallenges)
  }
})

test('only factors that the pool allows are shown, a password always where none has codes', async () => {
  const allow = (...AllowedFirstAuthFactors: string[]) =>
    client.control('PATCH', '/pool', { Policies: { SignInPolicy: { AllowedFirstAuthFactors } } })
  await allow('PASSWORD', 'SMS_OTP')
  expect(await choicesOfUnknown(3)).toEqual([
    'PASSWORD_SRP,PASSWORD',
    'PASSWORD_SRP,PASSWORD,SMS_OTP',
    'SMS_OTP',
  ])
  await allow('PASSWORD', 'WEB_AUTHN')
  expect(await choicesOfUnknown(2)).toEqual([
    'PASSWORD_SRP,PASSWORD',
    'PASSWORD_SRP,PASSWORD,WEB_AUTHN',
  ])
})

describe.each(factors)('%s', (factor) => {
  test('begins alike for a real, a disabled and an unknown user', async () => {
    const unknown = await unknownWith(factor)
    const real = unknown.replace('ghost', 'human')
    await createReachable(client, real)
    await client.admin('AdminSetUserPassword', {
      Username: real,
      Password: password,
      Permanent: true,
    })
    const { body } = await client.signInWithPassword(real)
    await passkeysOf(client, body.AuthenticationResult.AccessToken).register()
    const expected = shape(await choose(real, factor))
    expect(shape(await choose(unknown, factor))).toEqual(expected)
    // The user of this name exists and may not sign in: the name decides about the factors.
    await createReachable(client, unknown)
    await client.admin('AdminDisableUser', { Username: unknown })
    const sent = (await client.outbox(unknown)).length
    expect(shape(await choose(unknown, factor))).toEqual(expected)
    expect(await client.outbox(unknown)).toHaveLength(sent)
  })
})

describe('an unknown user', () => {
  test.each([
    ['EMAIL_OTP', 'EMAIL_OTP_CODE'],
    ['SMS_OTP', 'SMS_OTP_CODE'],
  ])('gets no message by %s, and every code is wrong', async (factor, input) => {
    const name = await unknownWith(factor)
    const { body } = await choose(name, factor)
    expect(await client.outbox()).toEqual([])
    for (const code of ['12345678', '']) {
      const answer = await client.respond(factor, body.Session, { [input]: code }, name)
      if (code) expect(errorOf(answer)).toEqual(codeMismatch)
      else expect(errorOf(answer)[2]).toBe(`Missing required parameter ${input}`)
    }
  })

  test('is shown the address that was typed', async () => {
    const { body } = await choose(await unknownWith('EMAIL_OTP'), 'EMAIL_OTP')
    expect(body.ChallengeParameters.CODE_DELIVERY_DESTINATION).toBe('g***@e***')
  })

  test('has the wrong password, and a lockout', async () => {
    const name = await unknownWith('PASSWORD')
    const answer = async () => {
      const { body } = await choose(name)
      const responses = { ANSWER: 'PASSWORD', PASSWORD: password }
      return errorOf(await client.respond('SELECT_CHALLENGE', body.Session, responses, name))
    }
    for (let failures = 0; failures < 5; failures += 1) {
      expect(await answer()).toEqual(wrongCredentials)
    }
    expect(await answer()).toEqual([400, 'NotAuthorizedException', 'Password attempts exceeded'])
  })

  test('has the wrong password by SRP', async () => {
    const key = srpKey()
    const name = await unknownWith('PASSWORD_SRP')
    const begin = () => client.choose({ PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: key.A }, name)
    const { body } = await begin()
    const { SALT, USER_ID_FOR_SRP } = body.ChallengeParameters
    expect((await begin()).body.ChallengeParameters).toMatchObject({ SALT, USER_ID_FOR_SRP })
    const claim = proveSrp(key, body.ChallengeParameters, password, 'Sandbox01')
    const answer = await client.respond('PASSWORD_VERIFIER', body.Session, claim, name)
    expect(errorOf(answer)).toEqual(wrongCredentials)
  })

  test('has one passkey, always the same, and no answer is right', async () => {
    const { AccessToken } = await client.signedIn()
    const { authenticator, register } = passkeysOf(client, AccessToken)
    await register()
    const { allowCredentials = [] } = requestOptionsOf(await choose(email, 'WEB_AUTHN'))
    const name = await unknownWith('WEB_AUTHN')
    const challenge = await choose(name, 'WEB_AUTHN')
    const options = requestOptionsOf(challenge)
    expect(options.allowCredentials).toHaveLength(1)
    const again = requestOptionsOf(await choose(name, 'WEB_AUTHN'))
    expect(again.allowCredentials).toEqual(options.allowCredentials)
    const CREDENTIAL = JSON.stringify(await authenticator.get({ ...options, allowCredentials }))
    const answer = await client.respond('WEB_AUTHN', challenge.body.Session, { CREDENTIAL }, name)
    expect(errorOf(answer)).toEqual(wrongCredentials)
  })
})

test('a disabled user gets the reason for the right password alone', async () => {
  // The name decides about the factors of a user who may not sign in.
  const name = await unknownWith('PASSWORD')
  await client.confirmed(name)
  await client.admin('AdminDisableUser', { Username: name })
  const answer = async (PASSWORD: string) =>
    errorOf(await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD }, name))
  expect(await answer('Wr0ng-pass')).toEqual(wrongCredentials)
  expect(await answer(password)).toEqual([400, 'NotAuthorizedException', 'User is disabled.'])
})

test('LEGACY shows the reason', async () => {
  open({ PreventUserExistenceErrors: 'LEGACY' })
  expect(errorOf(await choose(email))).toEqual([
    400,
    'UserNotFoundException',
    'User does not exist.',
  ])
  await client.confirmed()
  await client.admin('AdminDisableUser', { Username: email })
  expect(errorOf(await choose(email))).toEqual([400, 'NotAuthorizedException', 'User is disabled.'])
})
