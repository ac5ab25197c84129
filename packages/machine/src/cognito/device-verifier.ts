import { encodeBase64 } from '../platform/base64.ts'
import type { NewDevice } from '../ports/index.ts'
import { FastHelper } from './fast-helper.ts'

/**
 * A random password for a new device, and what Cognito needs to check it later by SRP, base64
 * (`DeviceSecretVerifierConfig` of `ConfirmDevice`).
 */
export function deviceVerifier({ key, groupKey }: NewDevice) {
  const helper = new FastHelper(groupKey)
  helper.generateHashDevice(groupKey, key, (error) => {
    if (error) throw error
  })
  return {
    password: helper.getRandomPassword(),
    salt: hexToBase64(helper.getSaltDevices()),
    verifier: hexToBase64(helper.getVerifierDevices()),
  }
}

function hexToBase64(hex: string): string {
  const bytes = hex.match(/../g) ?? []
  return encodeBase64(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)))
}
