import { encodeBase64, encodeUtf8 } from '../../platform/encode.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { NewDevice } from '../../ports/index.ts'
import { modPow } from './mod-pow.ts'
import { integerOf, randomBytes, toBytes } from './srp-bytes.ts'
import { g, N } from './srp-group.ts'

/**
 * A random password for a new device, and the verifier and salt that Cognito needs for SRP, base64
 * (`DeviceSecretVerifierConfig` of `ConfirmDevice`).
 */
export async function deviceVerifier({ key, groupKey }: NewDevice) {
  const password = encodeBase64(randomBytes(40))
  const salt = toBytes(integerOf(randomBytes(16)))
  const identity = await sha256(encodeUtf8(`${groupKey}${key}:${password}`))
  const x = await sha256(salt, identity)
  return {
    password,
    salt: encodeBase64(salt),
    verifier: encodeBase64(toBytes(modPow(g, integerOf(x), N))),
  }
}
