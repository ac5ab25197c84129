import type { Challenge } from '../ports/index.ts'
import type { AuthEmitted } from './events.ts'

/** ms before another code can be sent, so that the last one can arrive. */
const resendCooldownMs = 30_000

/** A code that is the first factor was sent with its challenge. */
export function isFirstCode(challenge: Challenge | undefined): boolean {
  return challenge?.type === 'code' && challenge.factor === 'first'
}

/** Epoch ms from which another code can be sent. */
export function resendAtOf(challenge: Challenge): number {
  return isFirstCode(challenge) ? challenge.issuedAt + resendCooldownMs : 0
}

/** The code that Cognito has sent with its challenge, as a first or a second factor. */
export function codeSentWith(challenge: Challenge): AuthEmitted | undefined {
  if (challenge.type !== 'code' || challenge.mfaType === 'TOTP') return undefined
  const { mfaType: medium, destination } = challenge
  const attribute = medium === 'EMAIL' ? 'email' : 'phone_number'
  return {
    type: 'code.sent',
    delivery: destination ? { medium, destination, attribute } : undefined,
  }
}
