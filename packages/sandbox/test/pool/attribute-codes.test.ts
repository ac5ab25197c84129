import { beforeEach, describe, expect, test } from 'vitest'
import type { PoolOptionsPatch } from '../../src/index.ts'
import { type Client, errorOf } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import {
  type Attributes,
  expired,
  invalid,
  mismatch,
  ownAttributes,
} from '../support/own-attributes.ts'

const hour = 3_600_000
const newEmail = 'new@example.com'
let client: Client

freezeTime()

const { open, signIn, adminUpdate, own, requestCode, update, verify } = ownAttributes()

async function withPool(pool: PoolOptionsPatch, attributes?: Attributes) {
  client = await open(pool, attributes)
}

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
    await signIn(newEmail)
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
