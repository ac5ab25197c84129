import { isSessionOver, toFailure } from '../failure.ts'
import type { AuthContext } from './context.ts'
import type { RestoreResult } from './outcomes.ts'

export interface Outcome {
  readonly kind: string
}

export interface Thrown {
  readonly error: unknown
}

/** Guards look at what they are given, never at the event. */
export const guards = {
  isSignedIn: (_: unknown, outcome: Outcome) => outcome.kind === 'signedIn',
  isDue: (_: unknown, outcome: Outcome) => outcome.kind === 'due',
  isConfirmed: (_: unknown, outcome: Outcome) => outcome.kind === 'confirmed',
  isPasswordNeeded: (_: unknown, outcome: Outcome) => outcome.kind === 'passwordNeeded',
  isPendingSignUp: (_: unknown, outcome: RestoreResult) =>
    outcome.kind === 'pending' && outcome.screen.route === 'signUp',
  isPendingConfirmation: (_: unknown, outcome: RestoreResult) =>
    outcome.kind === 'pending' && outcome.screen.route === 'confirmSignUp',
  isGlobal: (_: unknown, event: { readonly global?: boolean }) => event.global === true,
  isSessionOver: (_: unknown, { error }: Thrown) => isSessionOver(toFailure(error)),
  isStorageRefused: (_: unknown, { error }: Thrown) => toFailure(error).code === 'storageRefused',
  /** `createAuth` lets its clock port tell. */
  isCooledDown: ({ context }: { context: AuthContext }) => context.resendAt <= Date.now(),
  needsConfirmation: (_: unknown, { error }: Thrown) =>
    toFailure(error).code === 'userNotConfirmed',
  isAlreadyConfirmed: (_: unknown, { error }: Thrown) =>
    toFailure(error).code === 'alreadyConfirmed',
}
