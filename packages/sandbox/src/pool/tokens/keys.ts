import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importJWK,
  importPKCS8,
  type JWK,
} from 'jose'
import { fromBase64, toBase64 } from '../../base64.ts'

export type TokenUse = 'id' | 'access'

interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
}

/** The private keys as PKCS #8 PEM, to store between runs. */
export type StoredKeys = Readonly<Record<TokenUse, string>>

/** Two keys, as Cognito has: one signs ID tokens, the other access tokens. */
export interface KeyRing {
  signingKey(use: TokenUse): Promise<SigningKey>
  /** The key set to publish. */
  jwks(): Promise<{ keys: JWK[] }>
}

type KeyPair = Readonly<Record<TokenUse, SigningKey>>

async function generateKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return exportPKCS8(privateKey)
}

async function generateKeys(): Promise<StoredKeys> {
  const [id, access] = await Promise.all([generateKey(), generateKey()])
  return { id, access }
}

async function toSigningKey(pem: string): Promise<SigningKey> {
  const privateKey = await importPKCS8(pem, 'RS256', { extractable: true })
  const { kty = 'RSA', n = '', e = '' } = await exportJWK(privateKey)
  const thumbprint = await calculateJwkThumbprint({ kty, n, e })
  const kid = toBase64(fromBase64(thumbprint))
  const publicJwk = { kid, alg: 'RS256', kty, use: 'sig', n, e }
  const publicKey = await importJWK(publicJwk, 'RS256')
  if (publicKey instanceof Uint8Array) throw new TypeError('An RSA key was expected.')
  return { kid, privateKey, publicKey, publicJwk }
}

async function toKeyPair(stored: Promise<StoredKeys>): Promise<KeyPair> {
  const { id, access } = await stored
  const [idKey, accessKey] = await Promise.all([toSigningKey(id), toSigningKey(access)])
  return { id: idKey, access: accessKey }
}

/**
 * RSA keys are slow to generate and tests create many sandboxes, so all sandboxes of a process
 * share their keys.
 */
let shared: Promise<StoredKeys> | undefined

export interface KeySource {
  readonly stored?: StoredKeys | undefined
  /** Called with newly generated keys, to store them. */
  readonly onGenerated?: ((keys: StoredKeys) => void) | undefined
}

export function createKeyRing({ stored, onGenerated }: KeySource = {}): KeyRing {
  const load = async (): Promise<StoredKeys> => {
    if (stored) return stored
    shared ??= generateKeys()
    const keys = await shared
    onGenerated?.(keys)
    return keys
  }
  let pair: Promise<KeyPair> | undefined
  const keys = () => {
    pair ??= toKeyPair(load())
    return pair
  }
  return {
    signingKey: async (use) => (await keys())[use],
    jwks: async () => {
      const { id, access } = await keys()
      return { keys: [id.publicJwk, access.publicJwk] }
    },
  }
}
