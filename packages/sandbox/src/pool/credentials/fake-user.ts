import { createHmac } from 'node:crypto'
import { toUuid } from '../../random.ts'
import { bytesToInteger } from '../../srp/bytes.ts'
import { g, power } from '../../srp/group.ts'
import type { SandboxState } from '../../state.ts'
import { type CodeDeliveryDetails, deliveryDetails } from '../messages/outbox.ts'
import { isEmail, isPhoneNumber } from '../users/attributes.ts'

// With PreventUserExistenceErrors a user who does not exist gets the same responses as an existing
// one, derived from the name so that they never change.

const derive = ({ secret }: SandboxState, purpose: string, username: string) =>
  createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`${purpose}:${username.toLowerCase()}`)
    .digest()

export function fakeSrpUser(state: SandboxState, username: string) {
  return {
    userId: toUuid(derive(state, 'id', username).subarray(0, 16)),
    salt: bytesToInteger(derive(state, 'salt', username).subarray(0, 16)).toString(16),
    verifier: power(g, bytesToInteger(derive(state, 'verifier', username))),
  }
}

export function fakePasskeyId(state: SandboxState, username: string): string {
  return derive(state, 'passkey', username).toString('base64url')
}

export function simulatedDelivery(state: SandboxState, username: string): CodeDeliveryDetails {
  if (isPhoneNumber(username)) return deliveryDetails('phone_number', username)
  if (isEmail(username)) return deliveryDetails('email', username)
  const letters = derive(state, 'email', username).toString('hex').replace(/[0-9]/g, '')
  return deliveryDetails('email', `${letters.charAt(0)}@${letters.charAt(1)}`)
}
