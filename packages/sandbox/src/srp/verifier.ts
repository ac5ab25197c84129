import { hexToBytes } from '@noble/hashes/utils.js'
import { hashToInteger, isSameBytes, sha256, toBytes } from './bytes.ts'
import { g, power } from './group.ts'

/** A stored password: salt and SRP verifier as hex integers. */
export interface StoredPassword {
  readonly salt: string
  readonly verifier: string
}

/** The identity in a password's verifier: the pool id after the `_`, and USER_ID_FOR_SRP. */
export interface SrpIdentity {
  readonly poolName: string
  readonly userId: string
}

export function privateKey(salt: bigint, { poolName, userId }: SrpIdentity, password: string) {
  return hashToInteger(toBytes(salt), sha256(`${poolName}${userId}:${password}`))
}

export function createVerifier(
  salt: bigint,
  identity: SrpIdentity,
  password: string,
): StoredPassword {
  return {
    salt: salt.toString(16),
    verifier: power(g, privateKey(salt, identity, password)).toString(16),
  }
}

export function verifyPassword(
  stored: StoredPassword,
  identity: SrpIdentity,
  password: string,
): boolean {
  const candidate = createVerifier(BigInt(`0x${stored.salt}`), identity, password)
  return isSameBytes(fixedWidth(candidate.verifier), fixedWidth(stored.verifier))
}

const fixedWidth = (hex: string) => hexToBytes(hex.padStart(768, '0'))
