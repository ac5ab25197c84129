import { codeMismatch, expiredCode } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { type Random, randomDigits } from '../../random.ts'
import { checkHourlyLimit, countAttempt } from '../credentials/attempts.ts'
import type { PendingCode } from './pending-code.ts'

const hour = 3_600_000

/** How long codes live, in ms: to sign up and to verify, or to set a new password. */
export const codeLifetimes = { verify: 24 * hour, reset: hour }

/** A code of 6 digits. */
export function createCode(
  random: Random,
  attribute: PendingCode['attribute'],
  expiresAt: number,
): PendingCode {
  return { code: randomDigits(random, 6), expiresAt, attribute }
}

const wrongCodesPerHour = 5

/**
 * Gives the pending code if it is the one given and still valid. Wrong ones count against `limit`.
 *
 * @throws CognitoError
 */
export function proveCode<T extends PendingCode>(
  { state, now }: OperationContext,
  limit: string,
  pending: T | undefined,
  given: string,
): T {
  checkHourlyLimit(state.attempts, limit, wrongCodesPerHour, now)
  if (pending && now < pending.expiresAt && pending.code === given) {
    state.attempts.delete(limit)
    return pending
  }
  countAttempt(state.attempts, limit, now)
  throw pending && now < pending.expiresAt ? codeMismatch() : expiredCode()
}
