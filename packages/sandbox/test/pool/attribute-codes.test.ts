import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

const hour = 3_600_000
const newEmail = 'new@example.com'
let client: Client
let AccessToken: string

freezeTime()

async function withPool(pool: PoolOptionsPatch, attributes: Record<string, string> = {}) {
  client = createClient(createSandbox({ pool }))
  await client.signUp(email, { UserAttributes: toList(attributes) })
  const code = { Username: email, ConfirmationCode: await client.lastCode(email) }
  await client.send('ConfirmSignUp', code)
  AccessToken = (await client.signInWithPassword(email)).body.AuthenticationResult.AccessToken
}

const toList = (attributes: Record<string, string>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

const update = (attributes: Record<string, string>) =>
  client.call('UpdateUserAttributes', { AccessToken, UserAttributes: toList(attributes) })

const adminUpdate = (attributes: Record<string, string>, Username = email) =>
  client.admin('AdminUpdateUserAttributes', { Username, UserAttributes: toList(attributes) })

const verify = (Code: string, AttributeName = 'email') =>
  client.call('VerifyUserAttribute', { AccessToken, AttributeName, Code })

const requestCode = (AttributeName = 'email') =>
  client.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })

async function own(): Promise<Record<string, string>> {
  const { body } = await client.call('GetUser', { AccessToken })
  return Object.fromEntries(body.UserAttributes.map(({ Name, Value }) => [Name, Value]))
}

const invalid = (message: string) => [400, 'InvalidParameterException', message]
const mismatch = [
  400,
  'CodeMismatchException',
  'Invalid verification code provided, please try again.',
]
const expired = [400, 'ExpiredCodeException', 'Invalid code provided, please request a code again.']
const limited = [
  400,
  'LimitExceededException',
  'Attempt limit exceeded, please try after some time.',
]

beforeEach(() => withPool({}))

describe('VerifyUserAttribute', () => {
  beforeEach(() => update({ email: newEmail }))

  const wrongCode = async () => ((await client.lastCode(newEmail)) === '000000' ? '1' : '000000')

  test('takes a code once', async () => {
    const code = await client.lastCode(newEmail)
    expect((await verify(code)).status).toBe(200)
    expect(errorOf(await verify(code))).toEqual(expired)
  })

  test('rejects a wrong code, and one a day old', async () => {
    expect(errorOf(await verify(await wrongCode()))).toEqual(mismatch)
    await client.control('PATCH', '/pool', { AccessTokenValidity: 1440 })
    await client.advance(24 * hour - 60_000)
    const { body } = await client.signInWithPassword(newEmail)
    AccessToken = body.AuthenticationResult.AccessToken
    expect(errorOf(await verify(await wrongCode()))).toEqual(mismatch)
    await client.advance(60_000)
    expect(errorOf(await verify(await client.lastCode(newEmail)))).toEqual(expired)
  })

  test('rejects the right code after five wrong ones', async () => {
    const wrong = await wrongCode()
    for (let i = 0; i < 5; i++) expect(errorOf(await verify(wrong))).toEqual(mismatch)
    expect(errorOf(await verify(await client.lastCode(newEmail)))).toEqual(limited)
  })

  test('a code of an older value is void', async () => {
    const code = await client.lastCode(newEmail)
    await update({ email: 'newer@example.com' })
    if (code !== (await client.lastCode('newer@example.com'))) {
      expect(errorOf(await verify(code))).toEqual(mismatch)
    }
    await adminUpdate({ email: 'newest@example.com', email_verified: 'true' }, 'newer@example.com')
    expect(errorOf(await verify(code))).toEqual(expired)
  })

  test('verifies e-mail and phone only', async () => {
    expect((await verify('123456', 'name')).body.__type).toBe('InvalidParameterException')
    expect((await requestCode('name')).body.__type).toBe('InvalidParameterException')
  })
})

describe('GetUserAttributeVerificationCode', () => {
  test('sends a code for a contact, whether the pool verifies it by itself or not', async () => {
    await update({ phone_number: '+12065550839' })
    expect((await requestCode('phone_number')).body).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'phone_number',
        DeliveryMedium: 'SMS',
        Destination: '+*******0839',
      },
    })
    const [message] = await client.outbox('+12065550839')
    expect(message?.kind).toBe('verifyAttribute')
    expect((await verify(message?.code ?? '', 'phone_number')).status).toBe(200)
    expect(await own()).toMatchObject({ phone_number_verified: 'true' })
  })

  test('is limited to five an hour', async () => {
    for (let i = 0; i < 5; i++) expect((await requestCode()).status).toBe(200)
    expect(errorOf(await requestCode())).toEqual(limited)
  })

  test('rejects a contact that the user does not have', async () => {
    expect(errorOf(await requestCode('phone_number'))).toEqual(
      invalid('User does not have the attribute phone_number.'),
    )
  })
})
