import type { AuthFailure } from '../errors/failure.ts'
import { endsChallenge, isSessionOver, toFailure } from '../errors/failure-reader.ts'
import type { MfaType } from '../ports/index.ts'
import { type AuthContext, type LinkedRoute, type OpenedLink, otherFactorsOf } from './context.ts'
import type { RedirectReturned, RestoreResult } from './outcomes.ts'
import { isFirstCode } from './sent-codes.ts'

/** The members of outcomes that guards read. */
export interface Outcome {
  readonly kind: string
  /** The type of a challenge. */
  readonly type?: string
  /** The name of an unknown challenge. */
  readonly name?: string
  /** The choices of a challenge. */
  readonly options?: readonly MfaType[]
}

export interface Thrown {
  readonly error: unknown
}

interface Scope {
  readonly context: AuthContext
}

const codeOf = ({ error }: Thrown) => toFailure(error).code

const canSetUp = ({ type, options = [] }: Outcome, mfaType: MfaType) =>
  type === 'mfaSetup' && options.includes(mfaType)

/** Guards look at what they are given, never at the event. */
export const guards = {
  isSignedIn: (_: unknown, { kind }: Outcome) => kind === 'signedIn',
  isKnownSignedIn: ({ context }: Scope) => context.initial?.user !== undefined,
  isKnownSignedOut: ({ context }: Scope) =>
    context.initial !== undefined && context.initial.user === undefined,
  hasAnswer: ({ context }: Scope) => context.answer !== undefined,
  isReturned: (_: unknown, { answer }: RedirectReturned) => answer !== undefined,
  /** The hosted UI has a session of its own, which would sign in again without a question. */
  isOfHostedUi: ({ context: { user, providers } }: Scope) =>
    user?.kind === 'hostedUi' && providers !== undefined,
  hasLink: ({ context }: Scope) => context.link !== undefined,
  isLinkTo: ({ context }: Scope, { route }: { route: LinkedRoute }) =>
    context.link?.route === route,
  /** The screen that is shown already: it stays, and with it the password for the sign-in that follows. */
  isLinkHere: ({ context }: Scope, { route, to, username }: OpenedLink & { to: LinkedRoute }) =>
    route === to && username === context.username,
  isSignedInElsewhere: ({ context }: Scope) => context.elsewhere !== undefined,
  hasReason: (_: unknown, { failure }: { readonly failure: AuthFailure | undefined }) =>
    failure !== undefined,
  isDue: (_: unknown, { kind }: Outcome) => kind === 'due',
  isConfirmed: (_: unknown, { kind }: Outcome) => kind === 'confirmed',
  isPasswordNeeded: (_: unknown, { kind }: Outcome) => kind === 'passwordNeeded',
  isInterruptedAt: (_: unknown, { outcome, route }: { outcome: RestoreResult; route: string }) =>
    outcome.kind === 'interrupted' && outcome.screen.route === route,

  needsFactor: (_: unknown, { type }: Outcome) => type === 'factor',
  needsPasskey: (_: unknown, { type }: Outcome) => type === 'passkey',
  hasOtherFactors: ({ context }: Scope) => otherFactorsOf(context).length > 0,
  /** A code that is the first factor is sent by the sign-in itself, so it can be sent again. */
  isFirstFactor: ({ context }: Scope) => isFirstCode(context.challenge),
  needsCode: (_: unknown, { type }: Outcome) => type === 'code',
  needsAnswer: (_: unknown, { type }: Outcome) => type === 'custom',
  needsMfaType: (_: unknown, outcome: Outcome) =>
    outcome.type === 'mfaType' || (canSetUp(outcome, 'TOTP') && canSetUp(outcome, 'EMAIL')),
  needsTotp: (_: unknown, outcome: Outcome) => canSetUp(outcome, 'TOTP'),
  needsEmail: (_: unknown, outcome: Outcome) => canSetUp(outcome, 'EMAIL'),
  needsNewPassword: (_: unknown, { type }: Outcome) => type === 'newPassword',
  isSetupOf: ({ context }: Scope, chosen: { of: MfaType; mfaType: MfaType }) =>
    chosen.mfaType === chosen.of && canSetUp({ kind: '', ...context.challenge }, chosen.of),
  isOffered: ({ context: { challenge } }: Scope, { mfaType }: { mfaType: MfaType }) =>
    challenge?.type === 'mfaType' && challenge.options.includes(mfaType),

  hasNewDevice: ({ context }: Scope) => context.newDevice !== undefined,
  isUpToUser: (_: unknown, { isUpToUser }: { readonly isUpToUser: boolean }) => isUpToUser,
  isRememberWanted: ({ context }: Scope) => context.rememberDevice,
  isTotpPreferred: ({ context }: Scope) => context.isTotpPreferred,
  isTotpUnfinished: ({ context }: Scope) => context.isTotpUnfinished,
  isPasskeyPrompted: ({ context }: Scope) => context.passkeyOffer === 'prompt',
  hasDelivery: ({ context }: Scope) => context.delivery !== undefined,
  hasContacts: ({ context }: Scope) => context.contacts.length > 0,
  hasDeliveries: (_: unknown, { deliveries }: { readonly deliveries: readonly unknown[] }) =>
    deliveries.length > 0,
  hasNextDelivery: ({ context }: Scope) => context.deliveries.length > 0,

  isGlobal: (_: unknown, event: { readonly global?: boolean }) => event.global === true,
  isSessionOver: (_: unknown, { error }: Thrown) => isSessionOver(toFailure(error)),
  /** By Cognito, and not because another session has begun meanwhile. */
  isSessionRejected: (_: unknown, { error }: Thrown) => {
    const failure = toFailure(error)
    return failure.code !== 'signedOut' && isSessionOver(failure)
  },
  isChallengeOver: (_: unknown, { error }: Thrown) => endsChallenge(toFailure(error)),
  /** Another code can be sent, so the screen stays. */
  isFirstCodeOver: ({ context }: Scope, thrown: Thrown) =>
    isFirstCode(context.challenge) && /^challenge(Expired|Used)$/.test(codeOf(thrown)),
  isStorageRejected: (_: unknown, thrown: Thrown) => codeOf(thrown) === 'storageRefused',
  /** `createAuth` replaces it by one that reads the clock port. */
  isCooledDown: ({ context }: Scope) => context.resendAt <= Date.now(),
  needsConfirmation: (_: unknown, thrown: Thrown) => codeOf(thrown) === 'userNotConfirmed',
  needsReset: (_: unknown, thrown: Thrown) => codeOf(thrown) === 'passwordResetRequired',
  isAlreadyConfirmed: (_: unknown, thrown: Thrown) => codeOf(thrown) === 'alreadyConfirmed',
}
