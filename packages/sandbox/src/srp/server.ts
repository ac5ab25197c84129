import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../base64.ts'
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
export function serverSigningKey({ A, B, b, verifier }: ServerExchange): Uint8Array | undefined {
  const u = scrambler(A, B)
  if (A % N === 0n || u === 0n) return undefined
  return signingKey(power(A * power(verifier, u), b), u)
}

/** HKDF-SHA256 of the shared secret S, salted with u. */
export function signingKey(S: bigint, u: bigint): Uint8Array {
  return hkdf(sha256, toBytes(S), toBytes(u), utf8ToBytes('Caldera Derived Key'), 16)
}

/** PASSWORD_CLAIM_SIGNATURE, base64. */
export function claimSignature(
  key: Uint8Array,
  { poolName, userId }: SrpIdentity,
  secretBlock: Uint8Array,
  timestamp: string,
): string {
  const mac = hmac.create(sha256, key)
  const parts = [utf8ToBytes(poolName), utf8ToBytes(userId), secretBlock, utf8ToBytes(timestamp)]
  for (const part of parts) mac.update(part)
  return toBase64(mac.digest())
}
