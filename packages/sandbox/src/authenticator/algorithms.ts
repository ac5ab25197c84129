import { encodeCBOR } from '@levischuck/tiny-cbor'
import { fromBase64 } from '../base64.ts'
import type { Bytes } from './bytes.ts'
import { toDer } from './der-signature.ts'

/** The algorithm of a passkey's key, by its JOSE name. */
export type PasskeyAlgorithm = 'ES256' | 'ES384' | 'RS256'

/** The identifiers in `pubKeyCredParams` (IANA COSE). */
export const coseIds: Readonly<Record<PasskeyAlgorithm, number>> = {
  ES256: -7,
  ES384: -35,
  RS256: -257,
}

export interface KeyPair {
  readonly algorithm: PasskeyAlgorithm
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Bytes
  /** COSE_Key, RFC 9052 §7. */
  readonly coseKey: Bytes
  readonly sign: (data: Bytes) => Promise<Bytes>
}

const parameters = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
} as const

export async function createKeyPair(algorithm: PasskeyAlgorithm): Promise<KeyPair> {
  const { subtle } = crypto
  const own = parameters[algorithm]
  const { privateKey, publicKey } = await subtle.generateKey(own, true, ['sign', 'verify'])
  return {
    algorithm,
    publicKey: new Uint8Array(await subtle.exportKey('spki', publicKey)),
    coseKey: coseKey(algorithm, await subtle.exportKey('jwk', publicKey)),
    async sign(data) {
      const signature = new Uint8Array(await subtle.sign(own, privateKey, data))
      return own.name === 'ECDSA' ? toDer(signature) : signature
    },
  }
}

interface PublicNumbers {
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

const curves: Readonly<Partial<Record<PasskeyAlgorithm, number>>> = { ES256: 1, ES384: 2 }

/** In the order of CTAP2's canonical CBOR. Labels: RFC 9053 §7.1.1, RFC 8230 §4. */
function coseKey(
  algorithm: PasskeyAlgorithm,
  { x = '', y = '', n = '', e = '' }: PublicNumbers,
): Bytes {
  const alg = coseIds[algorithm]
  const curve = curves[algorithm]
  const key =
    curve === undefined
      ? new Map([
          [1, 3],
          [3, alg],
          [-1, fromBase64(n)],
          [-2, fromBase64(e)],
        ] as [number, number | Bytes][])
      : new Map([
          [1, 2],
          [3, alg],
          [-1, curve],
          [-2, fromBase64(x)],
          [-3, fromBase64(y)],
        ] as [number, number | Bytes][])
  return new Uint8Array(encodeCBOR(key))
}
