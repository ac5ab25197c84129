import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { g, N, power } from '../../src/srp/group.ts'
import { scrambler, serverPublicKey, serverSigningKey } from '../../src/srp/server.ts'
import { createVerifier } from '../../src/srp/verifier.ts'
import { createClient, errorOf, password } from '../support/client.ts'
import { signInWithSrp, srpKey, startSrp } from '../support/srp-client.ts'

const email = 'jane@example.com'

/** A sandbox whose salts, and whose b, are chosen. */
function sandboxWith(salt: Uint8Array, exponent: { b?: bigint } = {}) {
  const random = (count: number) => {
    if (count === 16) return salt
    if (count !== 32 || exponent.b === undefined) return randomBytes(count)
    return Buffer.from(exponent.b.toString(16).padStart(64, '0'), 'hex')
  }
  return createClient(createSandbox({ random }))
}

const bytes = (hex: string) => Buffer.from(hex.padEnd(32, '5a'), 'hex')

/** a = 8: A = g^8 is the odd-length hex `100`. */
const oddKey = srpKey(8n)

test.each([
  ['a salt with the top bit set', 'ff'],
  ['a salt with a leading zero nibble', '0f'],
  ['a salt with leading zero bytes', '0000'],
  ['a salt with a zero byte before a top bit', '0080'],
])('%s', async (_, start) => {
  const client = sandboxWith(bytes(start))
  await client.confirmed(email)
  expect((await signInWithSrp(client, email, password, oddKey)).status).toBe(200)
})

test.each(['Pässwörd1!', 'Пароль-Aa1!', '🔑Key-12345', 'Aa1! with space'])(
  'the password %s',
  async (secret) => {
    const client = createClient(createSandbox())
    await client.signUp(email, { Password: secret })
    const ConfirmationCode = await client.lastCode(email)
    await client.send('ConfirmSignUp', { Username: email, ConfirmationCode })
    expect((await signInWithSrp(client, email, secret)).status).toBe(200)
    expect((await client.signInWithPassword(email, secret)).status).toBe(200)
  },
)

const A = 0x100n
const small = (bits: bigint) => (value: bigint) => value >> bits === 0n
const hasZeroByte = small(3072n - 8n)

test.each<[string, (b: bigint, v: bigint) => boolean]>([
  ['B with a leading zero byte', (b, v) => hasZeroByte(serverPublicKey(v, b))],
  ['B of odd hex length', (b, v) => serverPublicKey(v, b).toString(16).length % 2 === 1],
  ['B with the top bit set', (b, v) => serverPublicKey(v, b) >> 3071n === 1n],
  ['u with a leading zero byte', (b, v) => small(248n)(scrambler(A, serverPublicKey(v, b)))],
  ['u with the top bit set', (b, v) => scrambler(A, serverPublicKey(v, b)) >> 255n === 1n],
  [
    'S with a leading zero byte',
    (b, v) => hasZeroByte(power(A * power(v, scrambler(A, serverPublicKey(v, b))), b)),
  ],
])('%s', async (_, wanted) => {
  const salt = bytes('12')
  const exponent: { b?: bigint } = {}
  const client = sandboxWith(salt, exponent)
  const userId = await client.confirmed(email)
  const saltNumber = BigInt(`0x${salt.toString('hex')}`)
  const stored = createVerifier(saltNumber, { poolName: 'Sandbox01', userId }, password)
  const verifier = BigInt(`0x${stored.verifier}`)
  let b = 3000n
  while (!wanted(b, verifier)) b += 1n
  exponent.b = b
  expect((await signInWithSrp(client, email, password, oddKey)).status).toBe(200)
  expect((await signInWithSrp(client, email, 'Wr0ng-pass', oddKey)).status).toBe(400)
})

test('A with leading zero bytes, and A written with leading zeros', async () => {
  const client = createClient(createSandbox())
  await client.confirmed(email)
  const { a, A: hex } = srpKey(700n)
  expect((await signInWithSrp(client, email, password, { a, A: hex })).status).toBe(200)
  // The server hashes the integer, independent of its notation.
  const padded = await startSrp(client, email, { a, A: `0000${hex}` })
  expect(padded.body.ChallengeName).toBe('PASSWORD_VERIFIER')
})

test.each(['0', '00', N.toString(16), (2n * N).toString(16), 'xyz', '-1'])(
  'rejects the SRP_A %.20s',
  async (SRP_A) => {
    const client = createClient(createSandbox())
    await client.confirmed(email)
    const answer = await client.initiate('USER_SRP_AUTH', { USERNAME: email, SRP_A })
    expect(errorOf(answer)).toEqual([400, 'InvalidParameterException', 'Invalid SRP_A'])
  },
)

test('no key from A = 0 mod N', () => {
  expect(serverSigningKey({ A: N, B: 5n, b: 7n, verifier: 11n })).toBeUndefined()
})

test('the challenge carries what clients hash, in minimal hex', async () => {
  const client = createClient(createSandbox())
  const sub = await client.confirmed(email)
  const { body } = await startSrp(client, email.toUpperCase())
  expect(Object.keys(body)).toEqual(['ChallengeName', 'ChallengeParameters'])
  const { SALT, SRP_B, SECRET_BLOCK = '', ...names } = body.ChallengeParameters
  expect(names).toEqual({ USERNAME: sub, USER_ID_FOR_SRP: sub })
  expect(SALT).toMatch(/^[1-9a-f][0-9a-f]*$/)
  expect(SRP_B).toMatch(/^[1-9a-f][0-9a-f]*$/)
  expect(Buffer.from(SECRET_BLOCK, 'base64').toString('base64')).toBe(SECRET_BLOCK)
})

test('OpenSSL’s power is the one of the schoolbook', () => {
  const bases = [
    0n,
    1n,
    g,
    N - 1n,
    N + 7n,
    N * N - 3n,
    BigInt(`0x${randomBytes(384).toString('hex')}`),
  ]
  for (const exponent of [0n, 1n, 2n, 3n, (1n << 256n) - 1n, N - 1n]) {
    for (const base of bases) {
      let expected = 1n
      for (const bit of exponent.toString(2)) {
        expected = (expected * expected * (bit === '1' ? base : 1n)) % N
      }
      expect(power(base, exponent), `${base} ** ${exponent}`).toBe(expected)
    }
  }
})
