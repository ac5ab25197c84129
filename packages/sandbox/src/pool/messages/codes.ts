import { codeMismatch, expiredCode } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { type Random, randomDigits } from '../../random.ts'
import { checkHourlyLimit, countAttempt } from '../credentials/attempts.ts'
import type { PendingCode } from './pending-code.ts'

const hour = 3_600_000

/** Lifetimes of codes in ms: to confirm a sign-up or verify a contact, and to reset a password. */
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
 * Returns the pending code if the given one matches and is not expired. Wrong codes count against
 * `limit`.
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
