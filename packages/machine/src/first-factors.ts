import type { FirstFactor } from './ports/index.ts'

/** The order of views and forms: Cognito's is not stable. */
export const firstFactors = ['PASSKEY', 'EMAIL', 'SMS', 'PASSWORD'] as const satisfies FirstFactor[]

/** Those that `found` has, each once, in our order. */
export function inOrder(found: readonly (FirstFactor | undefined)[]): readonly FirstFactor[] {
  return firstFactors.filter((factor) => found.includes(factor))
}
