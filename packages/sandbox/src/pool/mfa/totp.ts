import { ScureBase32Plugin, verifySync } from 'otplib'
import type { OperationContext } from '../../operation.ts'
import type { SoftwareToken } from './user-mfa.ts'

/** 32 bytes as 52 characters of base32. */
export function createSecret({ random }: OperationContext): string {
  return new ScureBase32Plugin().encode(random(32), { padding: false })
}

const period = 30

/**
 * Accepts a code and returns the updated token; 'used' for a code that was used before, undefined
 * for a wrong one. Codes of the step before and after are valid too, by the sandbox's time or the
 * machine's: an authenticator app does not follow when tests move the clock.
 */
export function takeCode(
  { now, machineNow }: OperationContext,
  token: SoftwareToken,
  code: string,
): SoftwareToken | 'used' | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epochs = [now, machineNow].map((ms) => Math.floor(ms / 1000))
  const steps = epochs.flatMap((epoch) => {
    const result = verifySync({ secret: token.secret, token: code, epoch, epochTolerance: period })
    return result.valid && 'timeStep' in result ? [result.timeStep] : []
  })
  const [step] = steps
  if (step === undefined) return undefined
  if (steps.some((one) => token.usedSteps.includes(one))) return 'used'
  const isCurrent = (used: number) =>
    epochs.some((epoch) => Math.abs(Math.floor(epoch / period) - used) <= 1)
  return { ...token, usedSteps: [...token.usedSteps.filter(isCurrent), ...new Set(steps)] }
}
