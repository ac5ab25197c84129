import { createHash, createHmac, randomBytes } from 'node:crypto'
import { N } from '../../src/srp/group.ts'
import type { Client, Reply } from './client.ts'

// A client of its own, written from the reference, that shares only the prime with the server.

const g = 2n

function pow(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N
    if (bit === '1') result = (result * base) % N
  }
  return result
}

function pad(hex: string): Buffer {
  let even = hex.length % 2 === 1 ? `0${hex}` : hex
  if ('89abcdefABCDEF'.includes(even.charAt(0))) even = `00${even}`
  return Buffer.from(even, 'hex')
}

function hash(...parts: (Buffer | string)[]) {
  const sha = createHash('sha256')
  for (const part of parts) sha.update(part)
  return sha.digest()
}

const toInteger = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)

const k = toInteger(hash(pad(N.toString(16)), pad('2')))

export interface SrpKey {
  readonly a: bigint
  /** Hex, not padded. */
  readonly A: string
}

export function srpKey(a = toInteger(randomBytes(128))): SrpKey {
  return {
    a,
    A: pow(g, a).toString(16),
  }
}

const timestampOf = (date: Date) =>
  date.toUTCString().replace(/^(\w+), 0?(\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 UTC $4')

export interface Overrides {
  readonly timestamp?: string
  readonly date?: Date
}

/** The ChallengeResponses that prove the password. */
export function proveSrp(
  { a, A }: SrpKey,
  parameters: Record<string, string>,
  password: string,
  poolName: string,
  { date = new Date(), timestamp = timestampOf(date) }: Overrides = {},
): Record<string, string> {
  const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP = '' } = parameters
  const B = BigInt(`0x${SRP_B}`)
  const u = toInteger(hash(pad(A), pad(SRP_B)))
  const x = toInteger(hash(pad(SALT), hash(`${poolName}${USER_ID_FOR_SRP}:${password}`)))
  const base = (((B - k * pow(g, x)) % N) + N) % N
  const S = pow(base, a + u * x)
  const prk = createHmac('sha256', pad(u.toString(16)))
    .update(pad(S.toString(16)))
    .digest()
  const key = createHmac('sha256', prk).update('Caldera Derived Key\u0001').digest().subarray(0, 16)
  const signature = createHmac('sha256', key)
    .update(poolName)
    .update(USER_ID_FOR_SRP)
    .update(Buffer.from(SECRET_BLOCK, 'base64'))
    .update(timestamp)
    .digest('base64')
  return {
    USERNAME: USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP: timestamp,
  }
}

export function startSrp(client: Client, username: string, key = srpKey()): Promise<Reply> {
  return client.initiate('USER_SRP_AUTH', { USERNAME: username, SRP_A: key.A })
}

export async function signInWithSrp(
  client: Client,
  username: string,
  password: string,
  key = srpKey(),
  overrides: Overrides = {},
): Promise<Reply> {
  const { body } = await startSrp(client, username, key)
  const ChallengeResponses = proveSrp(
    key,
    body.ChallengeParameters,
    password,
    'Sandbox01',
    overrides,
  )
  return client.send('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses,
  })
}
