import type { CodeSent } from '../chart/outcomes.ts'
import type { Clock, CodeDelivery } from '../ports/index.ts'

/** ms before another code can be sent, so that the last one can arrive. */
const resendCooldownMs = 30_000

/** Epoch ms from which another code can be sent after one that is sent now. */
export function resendAt(clock: Clock): number {
  return clock.now() + resendCooldownMs
}

export function codeSent(clock: Clock, delivery: CodeDelivery | undefined): CodeSent {
  return { delivery, resendAt: resendAt(clock) }
}

/** If the clock was set back during a reload, the cool-down must not last for hours. */
export function limitCooldown<Shown extends { resendAt: number }>(
  clock: Clock,
  shown: Shown,
): Shown {
  return { ...shown, resendAt: Math.min(shown.resendAt, resendAt(clock)) }
}
