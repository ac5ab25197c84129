import { createHash, createHmac, randomBytes } from 'node:crypto'
import { AuthenticationHelper, type BigInteger } from 'amazon-cognito-identity-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceVerifier } from '../../src/cognito/srp/device-verifier.ts'
import { modPow } from '../../src/cognito/srp/mod-pow.ts'
import { SrpExchange } from '../../src/cognito/srp/srp-exchange.ts'
import { N } from '../../src/cognito/srp/srp-group.ts'
import { srpTimestamp } from '../../src/cognito/srp/srp-timestamp.ts'
import { Secret } from '../../src/secret.ts'

/** Published with the Go client of A. Rudd: a = A's exponent = B = salt = 1234567890. */
const vector = {
  pool: 'myPool',
  user: 'test',
  password: 'test',
  number: 1_234_567_890,
  secretBlock: Buffer.from('secretssecrestssecrets').toString('base64'),
  now: Date.parse('2018-07-10T11:01:00Z'),
  timestamp: 'Tue Jul 10 11:01:00 UTC 2018',
  signature: 'tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=',
}

test('the signature of the published vector', async () => {
  const exchange = new SrpExchange(vector.pool, BigInt(vector.number))
  const parameters = {
    SALT: vector.number.toString(16),
    SRP_B: vector.number.toString(16),
    SECRET_BLOCK: vector.secretBlock,
  }
  const proof = exchange.prove(parameters, vector.user, new Secret(vector.password), vector.now)
  expect(await proof).toEqual({
    PASSWORD_CLAIM_SECRET_BLOCK: vector.secretBlock,
    PASSWORD_CLAIM_SIGNATURE: vector.signature,
    TIMESTAMP: vector.timestamp,
  })
})

test('the day of the timestamp is not padded, the time is', () => {
  expect(srpTimestamp(Date.parse('2026-02-03T04:05:06Z'))).toBe('Tue Feb 3 04:05:06 UTC 2026')
})

const parameters: Readonly<Record<string, string>> = {
  USER_ID_FOR_SRP: 'test',
  SALT: 'abc1',
  SRP_B: 'abc1',
  SECRET_BLOCK: vector.secretBlock,
}

function proveWith(changed: Readonly<Record<string, string | undefined>>) {
  const given = Object.entries({ ...parameters, ...changed })
  const { USER_ID_FOR_SRP: userId, ...rest } = Object.fromEntries(
    given.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return new SrpExchange(vector.pool).prove(rest, userId, new Secret('test'), vector.now)
}

test.each(Object.keys(parameters))(
  'a challenge without %s is an answer that is not valid',
  async (name) => {
    await expect(proveWith({ [name]: undefined })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidAnswerError' }),
    )
  },
)

test.each([
  ['SRP_B is zero', { SRP_B: '0' }],
  ['SRP_B is the modulus', { SRP_B: N.toString(16) }],
  ['SRP_B is twice the modulus', { SRP_B: (2n * N).toString(16) }],
  ['SRP_B is negative', { SRP_B: '-abc1' }],
  ['SRP_B is longer than any modulus', { SRP_B: 'a'.repeat(1_025) }],
  ['SALT is no hex', { SALT: '0xabc1' }],
  ['SECRET_BLOCK is no base64', { SECRET_BLOCK: 'a*b' }],
])('a challenge whose %s is an answer that is not valid', async (_, changed) => {
  await expect(proveWith(changed)).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidAnswerError' }),
  )
})

test('every exchange has an A of its own', () => {
  const all = Array.from({ length: 5 }, () => new SrpExchange(vector.pool).largeA)
  expect(new Set(all).size).toBe(5)
  for (const largeA of all) expect(largeA).toMatch(/^[0-9a-f]{700,768}$/)
})

describe('agrees with amazon-cognito-identity-js', () => {
  type Exposed = AuthenticationHelper & { smallAValue: BigInteger; largeAValue: BigInteger }

  const { constructor: Integer, modPow: slow } = Object.getPrototypeOf(
    new AuthenticationHelper('Pool').N,
  )
  const integer = (value: bigint): BigInteger => new Integer(value.toString(16), 16)
  const bigint = (value: BigInteger) => {
    const hex = value.toString(16)
    return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
  }

  // Its own exponentiation takes 200 ms, and mod-pow.test.ts compares that one.
  beforeAll(() => {
    Integer.prototype.modPow = function (
      this: BigInteger,
      exponent: BigInteger,
      modulus: BigInteger,
      done?: (error: null, power: BigInteger) => void,
    ) {
      const power = integer(modPow(bigint(this), bigint(exponent), bigint(modulus)))
      done?.(null, power)
      return power
    }
  })
  afterAll(() => {
    Integer.prototype.modPow = slow
  })

  interface Case {
    readonly a: bigint
    readonly B: bigint
    readonly salt: bigint
    readonly user: string
    readonly password: string
  }

  function byLibrary({ a, B, salt, user, password }: Case) {
    const helper = new AuthenticationHelper('Pool') as Exposed
    helper.smallAValue = integer(a)
    helper.calculateA(helper.smallAValue, (_, largeA) => {
      helper.largeAValue = largeA
    })
    let key: Uint8Array = new Uint8Array()
    helper.getPasswordAuthenticationKey(user, password, integer(B), integer(salt), (_, derived) => {
      key = derived
    })
    const signature = createHmac('sha256', key)
      .update(`Pool${user}`)
      .update(Buffer.from(vector.secretBlock, 'base64'))
      .update(vector.timestamp)
      .digest('base64')
    return { largeA: helper.largeAValue.toString(16), signature }
  }

  async function byUs({ a, B, salt, user, password }: Case) {
    const exchange = new SrpExchange('Pool', a)
    const challenge = {
      SRP_B: B.toString(16),
      SALT: salt.toString(16),
      SECRET_BLOCK: vector.secretBlock,
    }
    const proof = await exchange.prove(challenge, user, new Secret(password), vector.now)
    return { largeA: exchange.largeA, signature: proof.PASSWORD_CLAIM_SIGNATURE }
  }

  const random = (bytes: number) => BigInt(`0x${randomBytes(bytes).toString('hex')}`)
  const some = (changed: Partial<Case> = {}): Case => ({
    a: random(32),
    B: random(383),
    salt: random(16),
    user: 'ada',
    password: 'Correct-horse-7',
    ...changed,
  })

  test.each<[string, Partial<Case>]>([
    ['a private value of 1024 bits', { a: random(128) }],
    ['the private value one', { a: 1n }],
    ['a B whose top bit is set', { B: (0xf1n << 3064n) | random(383) }],
    ['a B of an odd number of digits', { B: random(380) >> 4n }],
    ['a B above the modulus', { B: N + 12_345n }],
    ['the B one', { B: 1n }],
    ['a B one less than the modulus', { B: N - 1n }],
    ['a salt of zero', { salt: 0n }],
    ['a salt whose top bit is set', { salt: 0x80n }],
    ['a salt of an odd number of digits', { salt: 0xabcn }],
    ['a long salt', { salt: random(64) }],
    ['a password beyond ASCII', { password: 'Zoë→🔑pässword' }],
    ['an empty password', { password: '' }],
    ['a user name beyond ASCII', { user: 'Łucja@例え.jp' }],
  ])('for %s', async (_, changed) => {
    const one = some(changed)
    expect(await byUs(one)).toEqual(byLibrary(one))
  })

  // The library takes 200 ms for each on a busy machine.
  test('for 60 random inputs', { timeout: 90_000 }, async () => {
    for (let round = 0; round < 60; round += 1) {
      const one = some({ a: random(32 + round), password: randomBytes(round).toString('latin1') })
      expect(
        await byUs(one),
        JSON.stringify(one, (_, value) => `${value}`),
      ).toEqual(byLibrary(one))
    }
  })
})

test('the verifier of a device is the one that its password and salt give', async () => {
  const device = { key: 'us-east-1_a-key', groupKey: '-group' }
  const hash = (...parts: (string | Buffer)[]) => {
    const sha256 = createHash('sha256')
    for (const part of parts) sha256.update(part)
    return sha256.digest()
  }
  for (let round = 0; round < 20; round += 1) {
    const { password, salt, verifier } = await deviceVerifier(device)
    expect(Buffer.from(password, 'base64')).toHaveLength(40)
    // Two's complement: a first byte above 0x7f would be a negative number.
    for (const integer of [salt, verifier]) {
      expect(Buffer.from(integer, 'base64')[0]).toBeLessThan(0x80)
    }
    const identity = hash(`${device.groupKey}${device.key}:${password}`)
    const x = BigInt(`0x${hash(Buffer.from(salt, 'base64'), identity).toString('hex')}`)
    const expected = modPow(2n, x, N)
    expect(BigInt(`0x${Buffer.from(verifier, 'base64').toString('hex')}`)).toBe(expected)
  }
})
