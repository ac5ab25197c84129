import { hexToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from '../base64.ts'
import { bytesToInteger, hashToInteger, toBytes } from './bytes.ts'

/** RFC 5054, the 3072-bit group. */
export const N = BigInt(
  `0x${[
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74',
    '020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437',
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED',
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05',
    '98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB',
    '9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B',
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718',
    '3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33',
    'A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7',
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864',
    'D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2',
    '08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
  ].join('')}`,
)

export const g = 2n

export const k = hashToInteger(toBytes(N), toBytes(g))

/**
 * Node's own OpenSSL. It is not imported, so that bundles for browsers contain no module of Node.
 */
const openssl = globalThis.process?.getBuiltinModule?.('node:crypto')

/**
 * `base ** exponent mod N`. In Node by OpenSSL, in a tenth of the time of BigInt: RSA without padding is
 * the same operation.
 *
 * @param exponent 0 or more, less than N
 */
export function power(base: bigint, exponent: bigint): bigint {
  try {
    if (openssl) return powerByOpenssl(base, exponent)
  } catch {
    // Bun, Deno and Electron have a module of this name, which rejects such exponents.
  }
  return powerByBigInt(base, exponent)
}

/** @throws Error where there is no OpenSSL */
export function powerByOpenssl(base: bigint, exponent: bigint): bigint {
  if (!openssl) throw new Error('There is no node:crypto')
  const { constants, createPublicKey, publicEncrypt } = openssl
  const jwk = { kty: 'RSA', n: encode(N), e: encode(exponent) }
  const key = createPublicKey({ format: 'jwk', key: jwk })
  const result = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, toWidth(base % N))
  return bytesToInteger(result)
}

/** By squares, one bit of the exponent after the other. */
export function powerByBigInt(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % N
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N
    square = (square * square) % N
  }
  return result
}

const toWidth = (value: bigint) => hexToBytes(value.toString(16).padStart(768, '0'))

const encode = (value: bigint) => toBase64Url(toWidth(value))
