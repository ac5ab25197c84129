import { Sha256 } from '@aws-crypto/sha256-js'
import { decodeBase64, encodeBase64 } from '../platform/base64.ts'
import { encodeUtf8 } from '../platform/utf8.ts'
import type { Secret } from '../secret.ts'
import { InvalidAnswerError } from './errors.ts'
import { FastHelper } from './fast-helper.ts'
import type { AuthenticationHelper, BigInteger } from './identity-js.ts'
import { srpTimestamp } from './srp-timestamp.ts'

/** One SRP-6a exchange as Cognito speaks it; `a` lives and dies with this object. */
export class SrpExchange {
  readonly #helper: AuthenticationHelper
  readonly #poolName: string

  /**
   * @param poolName the part of the pool id after `_`, or the group key of a device
   * @param helper one with a known `a` makes the exchange repeatable
   */
  constructor(poolName: string, helper?: AuthenticationHelper) {
    this.#poolName = poolName
    this.#helper = helper ?? new FastHelper(this.#poolName)
  }

  /** `SRP_A`, hex. */
  get largeA(): string {
    let hex = ''
    this.#helper.getLargeAValue((error, largeA) => {
      if (error) throw error
      hex = largeA.toString(16)
    })
    return hex
  }

  /**
   * The answers to `PASSWORD_VERIFIER` and `DEVICE_PASSWORD_VERIFIER` that prove the password.
   *
   * @param userId `USER_ID_FOR_SRP`, or the key of a device
   * @param now epoch ms
   * @throws InvalidAnswerError when the challenge lacks a parameter or one is not what it should be
   */
  prove(
    parameters: Readonly<Record<string, string>>,
    userId: string | undefined,
    password: Secret,
    now: number,
  ): Record<string, string> {
    const { SECRET_BLOCK: secretBlock } = parameters
    if (!userId || !secretBlock) throw new InvalidAnswerError('PASSWORD_VERIFIER lacks a parameter')
    const timestamp = srpTimestamp(now)
    const key = this.#key(userId, password, parameters)
    const hmac = new Sha256(key)
    hmac.update(encodeUtf8(this.#poolName + userId))
    hmac.update(decodeBlock(secretBlock))
    hmac.update(encodeUtf8(timestamp))
    return {
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      PASSWORD_CLAIM_SIGNATURE: encodeBase64(hmac.digestSync()),
      TIMESTAMP: timestamp,
    }
  }

  #key(userId: string, password: Secret, parameters: Readonly<Record<string, string>>): Uint8Array {
    const [largeB, salt] = [this.#integer(parameters, 'SRP_B'), this.#integer(parameters, 'SALT')]
    let key = new Uint8Array()
    try {
      this.#helper.getPasswordAuthenticationKey(
        userId,
        password.reveal(),
        largeB,
        salt,
        (error, derived) => {
          if (error) throw error
          key = new Uint8Array(derived)
        },
      )
    } catch (cause) {
      // B mod N or u is 0: somebody who does not know the verifier (RFC 5054, 2.5.3).
      throw new InvalidAnswerError('PASSWORD_VERIFIER has an SRP_B that proves nothing', { cause })
    }
    return key
  }

  #integer(parameters: Readonly<Record<string, string>>, name: string): BigInteger {
    const hex = parameters[name]
    if (!hex || !/^[0-9a-f]{1,1024}$/i.test(hex)) {
      throw new InvalidAnswerError(`PASSWORD_VERIFIER lacks ${name}`)
    }
    const Integer = Object.getPrototypeOf(this.#helper.N).constructor
    return new Integer(hex, 16)
  }
}

function decodeBlock(base64: string): Uint8Array {
  try {
    return decodeBase64(base64)
  } catch (cause) {
    throw new InvalidAnswerError('SECRET_BLOCK is not base64', { cause })
  }
}
