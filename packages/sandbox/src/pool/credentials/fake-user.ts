import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from '../../base64.ts'
import { toUuid } from '../../random.ts'
import { bytesToInteger } from '../../srp/bytes.ts'
import { g, power } from '../../srp/group.ts'
import type { SandboxState } from '../../state.ts'
import { type CodeDeliveryDetails, deliveryDetails } from '../messages/outbox.ts'
import type { FirstAuthFactor } from '../options/pool-options.ts'
import { isEmail, isPhoneNumber } from '../users/attributes.ts'

// With PreventUserExistenceErrors a user who does not exist gets the same responses as an existing
// one, derived from the name so that they never change.

const derive = ({ secret }: SandboxState, purpose: string, username: string) =>
  hmac(sha256, hexToBytes(secret), utf8ToBytes(`${purpose}:${username.toLowerCase()}`))

export function fakeSrpUser(state: SandboxState, username: string) {
  return {
    userId: toUuid(derive(state, 'id', username).subarray(0, 16)),
    salt: bytesToInteger(derive(state, 'salt', username).subarray(0, 16)).toString(16),
    verifier: power(g, bytesToInteger(derive(state, 'verifier', username))),
  }
}

export function fakePasskeyId(state: SandboxState, username: string): string {
  return toBase64Url(derive(state, 'passkey', username))
}

/**
 * The first factors of a user whom the pool could have, always the same for the name. Only who can get a code may have no
 * password. A temporary password excludes other factors.
 */
export function fakeFirstFactors(
  state: SandboxState,
  username: string,
  possible: readonly FirstAuthFactor[],
): FirstAuthFactor[] {
  const isOneOf = (purpose: string, count: number) =>
    (derive(state, purpose, username)[0] ?? 0) % count === 0
  if (isOneOf('temporary', 8)) return ['PASSWORD']
  const isNamed = (factor: FirstAuthFactor) =>
    (factor === 'EMAIL_OTP' && isEmail(username)) ||
    (factor === 'SMS_OTP' && isPhoneNumber(username))
  const others = possible.filter((factor) => isNamed(factor) || isOneOf(factor, 2))
  const canGetCode = others.some((factor) => factor !== 'WEB_AUTHN')
  return canGetCode && isOneOf('PASSWORD', 4) ? others : ['PASSWORD', ...others]
}

export function simulatedDelivery(state: SandboxState, username: string): CodeDeliveryDetails {
  const attribute = isPhoneNumber(username) ? 'phone_number' : 'email'
  return deliveryDetails(attribute, simulatedContact(state, username, attribute))
}

/** The address to which a message would go: the name if it is one, else a fake one. */
export function simulatedContact(
  state: SandboxState,
  username: string,
  attribute: 'email' | 'phone_number',
): string {
  if (attribute === 'phone_number') {
    if (isPhoneNumber(username)) return username
    const digits = bytesToInteger(derive(state, attribute, username)).toString()
    return `+${digits.slice(0, 11)}`
  }
  if (isEmail(username)) return username
  const letters = bytesToHex(derive(state, attribute, username)).replace(/[0-9]/g, '')
  return `${letters.charAt(0)}@${letters.charAt(1)}`
}
