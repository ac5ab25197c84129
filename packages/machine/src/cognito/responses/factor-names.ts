import { inOrder } from '../../first-factors.ts'
import type { FirstFactor } from '../../ports/index.ts'

/** Cognito's names of the first factors. */
const factors: ReadonlyMap<unknown, FirstFactor> = new Map([
  ['PASSWORD', 'PASSWORD'],
  ['PASSWORD_SRP', 'PASSWORD'],
  ['EMAIL_OTP', 'EMAIL'],
  ['SMS_OTP', 'SMS'],
  ['WEB_AUTHN', 'PASSKEY'],
])

/** `undefined` for another name. */
export function factorOf(name: unknown): FirstFactor | undefined {
  return factors.get(name)
}

/** `PREFERRED_CHALLENGE` for each factor that needs no password with it. */
export const factorNames = {
  PASSWORD: 'PASSWORD_SRP',
  EMAIL: 'EMAIL_OTP',
  SMS: 'SMS_OTP',
  PASSKEY: 'WEB_AUTHN',
} as const satisfies Record<FirstFactor, string>

/** `AvailableChallenges`: what is no first factor is left out. */
export function factorsIn(value: unknown): readonly FirstFactor[] {
  return Array.isArray(value) ? inOrder(value.map(factorOf)) : []
}
