import { CognitoError, expiredCode } from '../errors.ts'
import { type Random, randomDigits } from '../random.ts'

export interface PendingCode {
  readonly code: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** The attribute the code was sent to, which it verifies. */
  readonly attribute: 'email' | 'phone_number'
}

const day = 86_400_000

/** A sign-up code: 6 digits, valid 24 hours. */
export const createSignUpCode = (
  random: Random,
  attribute: PendingCode['attribute'],
  now: number,
): PendingCode => ({ code: randomDigits(random, 6), expiresAt: now + day, attribute })

/** Throws unless `given` is the pending code and still valid. */
export const checkCode = (pending: PendingCode | undefined, given: string, now: number): void => {
  if (!pending || now >= pending.expiresAt) throw expiredCode()
  if (pending.code !== given) {
    throw new CognitoError(
      'CodeMismatchException',
      'Invalid verification code provided, please try again.',
    )
  }
}
