import { createHmac, hkdfSync } from 'node:crypto'
import { hashToInteger, toBytes } from './bytes.ts'
import { g, k, N, power } from './group.ts'
import type { SrpIdentity } from './verifier.ts'

/** B = k·v + g^b mod N. */
export function serverPublicKey(verifier: bigint, b: bigint): bigint {
  return (k * verifier + power(g, b)) % N
}

export function scrambler(A: bigint, B: bigint): bigint {
  return hashToInteger(toBytes(A), toBytes(B))
}

export interface ServerExchange {
  readonly A: bigint
  readonly B: bigint
  readonly b: bigint
  readonly verifier: bigint
}

/**
 * The 16-byte key with which both sides sign; undefined if A or u would make it predictable (RFC
 * 5054 §2.5.4).
 */
export function serverSigningKey({ A, B, b, verifier }: ServerExchange): Buffer | undefined {
  const u = scrambler(A, B)
  if (A % N === 0n || u === 0n) return undefined
  return signingKey(power(A * power(verifier, u), b), u)
}

/** HKDF-SHA256 of the shared secret S, salted with u. */
export function signingKey(S: bigint, u: bigint): Buffer {
  return Buffer.from(hkdfSync('sha256', toBytes(S), toBytes(u), 'Caldera Derived Key', 16))
}

/** PASSWORD_CLAIM_SIGNATURE, base64. */
export function claimSignature(
  key: Uint8Array,
  { poolName, userId }: SrpIdentity,
  secretBlock: Uint8Array,
  timestamp: string,
): string {
  return createHmac('sha256', key)
    .update(poolName)
    .update(userId)
    .update(secretBlock)
    .update(timestamp)
    .digest('base64')
}
