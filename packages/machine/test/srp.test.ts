import { expect, test } from 'vitest'
import { AuthenticationHelper, type BigInteger } from '../src/cognito/identity-js.ts'
import { accelerateModPow } from '../src/cognito/mod-pow.ts'
import { SrpExchange } from '../src/cognito/srp.ts'
import { srpTimestamp } from '../src/cognito/srp-timestamp.ts'
import { Secret } from '../src/secret.ts'

/** Published with the Go client of A. Rudd: a = A's exponent = B = salt = 1234567890. */
const vector = {
  pool: 'myPool',
  user: 'test',
  password: 'test',
  number: 1_234_567_890,
  secretBlock: Buffer.from('secretssecrestssecrets').toString('base64'),
  now: Date.parse('2018-07-10T11:01:00Z'),
  timestamp: 'Tue Jul 10 11:01:00 UTC 2018',
  k: '538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6',
  key: 'd96cde6c95dda17175c1293140c5a81f',
  signature: 'tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=',
}

type Exposed = AuthenticationHelper & {
  k: BigInteger
  smallAValue: BigInteger
  largeAValue: BigInteger
}

const integer = (helper: AuthenticationHelper): BigInteger =>
  new (Object.getPrototypeOf(helper.N).constructor)(vector.number.toString(16), 16)

function helperOfVector(): Exposed {
  const helper = new AuthenticationHelper('myPool') as Exposed
  accelerateModPow(helper)
  helper.smallAValue = integer(helper)
  helper.calculateA(helper.smallAValue, (_, largeA) => {
    helper.largeAValue = largeA
  })
  return helper
}

test('the key of the published vector', () => {
  const helper = helperOfVector()
  expect(helper.k.toString(16)).toBe(vector.k)
  let key = ''
  helper.getPasswordAuthenticationKey(
    vector.user,
    vector.password,
    integer(helper),
    integer(helper),
    (_, derived) => {
      key = Buffer.from(derived).toString('hex')
    },
  )
  expect(key).toBe(vector.key)
})

test('the signature of the published vector', () => {
  const exchange = new SrpExchange(vector.pool, helperOfVector())
  const parameters = {
    SALT: vector.number.toString(16),
    SRP_B: vector.number.toString(16),
    SECRET_BLOCK: vector.secretBlock,
  }
  expect(exchange.prove(parameters, vector.user, new Secret(vector.password), vector.now)).toEqual({
    PASSWORD_CLAIM_SECRET_BLOCK: vector.secretBlock,
    PASSWORD_CLAIM_SIGNATURE: vector.signature,
    TIMESTAMP: vector.timestamp,
  })
})

test('the day of the timestamp is not padded, the time is', () => {
  expect(srpTimestamp(Date.parse('2026-02-03T04:05:06Z'))).toBe('Tue Feb 3 04:05:06 UTC 2026')
})

test.each(['SALT', 'SRP_B', 'SECRET_BLOCK', 'USER_ID_FOR_SRP'])(
  'a challenge without %s is an answer that is not valid',
  (name) => {
    const { [name]: _, ...parameters }: Record<string, string> = {
      USER_ID_FOR_SRP: 'test',
      SALT: 'abc1',
      SRP_B: 'abc1',
      SECRET_BLOCK: vector.secretBlock,
    }
    const exchange = new SrpExchange(vector.pool)
    const prove = () =>
      exchange.prove(parameters, parameters.USER_ID_FOR_SRP, new Secret('test'), vector.now)
    expect(prove).toThrow(expect.objectContaining({ name: 'InvalidAnswerError' }))
  },
)

test('every exchange has an A of its own', () => {
  const all = Array.from({ length: 5 }, () => new SrpExchange(vector.pool).largeA)
  expect(new Set(all).size).toBe(5)
  for (const largeA of all) expect(largeA).toMatch(/^[0-9a-f]{700,768}$/)
})
