import { decodeBase64 } from '../../platform/base64.ts'
import { encodeBase64, encodeUtf8 } from '../../platform/encode.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { Secret } from '../../secret.ts'
import { InvalidAnswerError } from '../errors.ts'
import { modPow } from './mod-pow.ts'
import { hmac, integerOf, randomBytes, toBytes } from './srp-bytes.ts'
import { g, k, N } from './srp-group.ts'
import { srpTimestamp } from './srp-timestamp.ts'

/** The private `a` has 256 bits, the minimum of RFC 5054, section 2.5.4. */
const privateBytes = 32

/** One SRP-6a exchange (RFC 5054) in Cognito's variant. `a` exists only in this object. */
export class SrpExchange {
  readonly #poolName: string
  readonly #a: bigint
  readonly #largeA: bigint

  /**
   * @param poolName the part of the pool id after `_`, or the group key of a device
   * @param a a known one makes the exchange repeatable, for tests
   */
  constructor(poolName: string, a = integerOf(randomBytes(privateBytes))) {
    this.#poolName = poolName
    this.#a = a
    this.#largeA = modPow(g, a, N)
  }

  /** `SRP_A`, hex. */
  get largeA(): string {
    return this.#largeA.toString(16)
  }

  /**
   * The answers to `PASSWORD_VERIFIER` and `DEVICE_PASSWORD_VERIFIER` that prove the password.
   *
   * @param userId `USER_ID_FOR_SRP`, or the key of a device
   * @param now epoch ms
   * @throws InvalidAnswerError when the challenge lacks a parameter or has a wrong one
   */
  async prove(
    parameters: Readonly<Record<string, string>>,
    userId: string | undefined,
    password: Secret,
    now: number,
  ): Promise<Record<string, string>> {
    const { SECRET_BLOCK: secretBlock } = parameters
    if (!userId || !secretBlock) throw new InvalidAnswerError('PASSWORD_VERIFIER lacks a parameter')
    const timestamp = srpTimestamp(now)
    const signature = await hmac(
      await this.#key(userId, password, parameters),
      encodeUtf8(this.#poolName + userId),
      decodeBlock(secretBlock),
      encodeUtf8(timestamp),
    )
    return {
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      PASSWORD_CLAIM_SIGNATURE: encodeBase64(signature),
      TIMESTAMP: timestamp,
    }
  }

  /** 16 bytes by HKDF (RFC 5869) from the shared secret `S`, with `u` for the salt. */
  async #key(
    userId: string,
    password: Secret,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Uint8Array> {
    const largeB = integer(parameters, 'SRP_B')
    const salt = integer(parameters, 'SALT')
    const identity = encodeUtf8(`${this.#poolName}${userId}:${password.reveal()}`)
    // At once: each waits for another thread.
    const [scrambler, hashed] = await Promise.all([
      sha256(toBytes(this.#largeA), toBytes(largeB)),
      sha256(identity),
    ])
    const u = integerOf(scrambler)
    // Otherwise a server could succeed without the verifier (RFC 5054, section 2.5.3).
    if (largeB % N === 0n || u === 0n) {
      throw new InvalidAnswerError('PASSWORD_VERIFIER has an SRP_B that proves nothing')
    }
    const x = integerOf(await sha256(toBytes(salt), hashed))
    const base = largeB - k * modPow(g, x, N)
    const secret = modPow(base, this.#a + u * x, N)
    const extracted = await hmac(toBytes(u), toBytes(secret))
    const key = await hmac(extracted, encodeUtf8('Caldera Derived Key\u0001'))
    return key.slice(0, 16)
  }
}

function integer(parameters: Readonly<Record<string, string>>, name: string): bigint {
  const hex = parameters[name]
  if (!hex || !/^[0-9a-f]{1,1024}$/i.test(hex)) {
    throw new InvalidAnswerError(`PASSWORD_VERIFIER lacks ${name}`)
  }
  return BigInt(`0x${hex}`)
}

function decodeBlock(base64: string): Uint8Array {
  try {
    return decodeBase64(base64)
  } catch (cause) {
    throw new InvalidAnswerError('SECRET_BLOCK is not base64', { cause })
  }
}
