import { type AnyActorRef, assign, emit, enqueueActions, sendTo } from 'xstate'
import type { AuthUser } from '../auth-user.ts'
import type { AuthFailure } from '../errors/failure.ts'
import { toFailure } from '../errors/failure-reader.ts'
import type { Challenge, ClientMetadata, MfaType, TotpSetup } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import {
  FactorNotAvailableError,
  MfaTypeNotOfferedError,
  UnsupportedChallengeError,
} from './chart-errors.ts'
import {
  type AccountReadings,
  type AuthContext,
  type AuthNotice,
  type OpenedLink,
  type ReadCommand,
  unreadAccount,
  userOf,
} from './context.ts'
import type { AuthEmitted, AuthEvent } from './events.ts'
import type { Outcome } from './guards.ts'
import type {
  AttributesUpdated,
  CodeSent,
  JustSignedIn,
  PasskeyAutofilled,
  RedirectReturned,
  RestoreResult,
} from './outcomes.ts'
import { codeSentWith, isFirstCode, resendAtOf } from './sent-codes.ts'

const set = <Params = undefined>(
  patch: (context: AuthContext, params: Params) => Partial<AuthContext>,
) =>
  assign<AuthContext, AuthEvent, Params, AuthEvent, never>(({ context }, params) =>
    patch(context, params),
  )

const emitted = <Params = undefined>(
  event: (context: AuthContext, params: Params) => AuthEmitted,
) =>
  emit<AuthContext, AuthEvent, Params, AuthEvent, AuthEmitted>(({ context }, params) =>
    event(context, params),
  )

/** A change that is also emitted to listeners. */
const setAndEmit = <Params>(
  patch: (context: AuthContext, params: Params) => Partial<AuthContext>,
  event: (params: Params) => AuthEmitted | undefined,
) =>
  enqueueActions<
    AuthContext,
    AuthEvent,
    Params,
    AuthEvent,
    never,
    never,
    never,
    never,
    AuthEmitted
  >(({ context, enqueue }, params) => {
    enqueue.assign(patch(context, params))
    const emitted = event(params)
    if (emitted) enqueue.emit(emitted)
  })

type ReadParams = Omit<ReadCommand, 'type'>

const readCommand = (type: ReadCommand['type']) =>
  sendTo<AuthContext, AuthEvent, ReadParams, AnyActorRef, AuthEvent, never>(
    'account',
    (_: unknown, { part }: ReadParams) => ({ type, part }),
  )

/** The error of an actor, and the actor's id. */
export interface ActorError {
  readonly error: unknown
  readonly actor?: string | undefined
}

const failed = ({ error, actor }: ActorError): AuthEmitted => ({
  type: 'failure',
  failure: toFailure(error),
  actor,
})

/** Actions look at what they are given, never at the event. */
export const actions = {
  setUsername: set((_, { username }: { username: string }) => ({ username })),
  setUser: set((_, { user }: { kind?: string; user?: AuthUser }) => (user ? { user } : {})),
  setJustSignedIn: set((context, outcome: JustSignedIn | Outcome) => {
    if (!('user' in outcome)) return {}
    const { user, newDevice, contacts, passkeyOffer, isDeviceTracked } = outcome
    const rememberDevice = context.rememberDevice && isDeviceTracked
    return { user, newDevice, contacts, passkeyOffer, rememberDevice }
  }),
  setChallenge: setAndEmit(
    (context, outcome: Challenge | Outcome) => {
      if (!('issuedAt' in outcome)) return {}
      const { challenge, round } = context
      const isNextRound = challenge?.type === 'custom' && outcome.type === 'custom'
      // Not every response has the list.
      const factors = outcome.factors.length > 0 ? outcome.factors : (challenge?.factors ?? [])
      const isResent = isFirstCode(outcome) && isFirstCode(challenge)
      const isRejected = outcome.type === 'factor' && outcome.rejected !== undefined
      return {
        challenge: { ...outcome, factors },
        round: isNextRound ? round + 1 : 1,
        resendAt: resendAtOf(outcome),
        ...(isResent && { notice: 'codeSent' as const }),
        ...(isRejected && { failure: toFailure(new FactorNotAvailableError()) }),
      }
    },
    (outcome) => ('issuedAt' in outcome ? codeSentWith(outcome) : undefined),
  ),
  /** The challenge stays, for its list: an answer to it starts anew. */
  setFactorChoice: set(({ challenge }) => {
    if (!challenge) return {}
    const { kind, username, factors, issuedAt } = challenge
    const choice = { type: 'factor', rejected: undefined, session: undefined } as const
    return { challenge: { kind, username, factors, issuedAt, ...choice } }
  }),
  setAutofilled: set((_, { username, challenge }: PasskeyAutofilled) => ({
    username,
    challenge,
    round: 1,
    failure: undefined,
    notice: undefined,
  })),
  setSignUpSession: set((_, output: { readonly session?: Secret | undefined } | undefined) => ({
    // A call of the app's own may return nothing.
    signUpSession: output?.session,
  })),
  setTotpSetup: set((context, { secret, challenge = context.challenge }: TotpSetup) => ({
    totpSecret: secret,
    challenge,
  })),
  setVerified: set((context, verified: Challenge | undefined) => ({
    challenge: verified ?? context.challenge,
  })),
  /** The user has chosen one of the factors that can be set up. */
  setSetupChoice: set(({ challenge }, { mfaType }: { mfaType: MfaType }) =>
    challenge?.type === 'mfaSetup' ? { challenge: { ...challenge, options: [mfaType] } } : {},
  ),
  setMetadata: set((_, { clientMetadata }: { clientMetadata?: ClientMetadata | undefined }) => ({
    clientMetadata,
  })),
  setRememberDevice: set((_, { rememberDevice }: { rememberDevice: boolean }) => ({
    rememberDevice,
  })),
  setCodeSent: setAndEmit(
    // The code of a link is older.
    (_, { delivery, resendAt }: CodeSent) => ({ delivery, resendAt, linkCode: undefined }),
    ({ delivery }) => ({ type: 'code.sent', delivery }),
  ),
  setDeliveries: setAndEmit(
    (_, { deliveries: [delivery, ...deliveries], resendAt }: AttributesUpdated) => ({
      delivery,
      deliveries,
      resendAt,
    }),
    ({ deliveries: [delivery] }) => ({ type: 'code.sent', delivery }),
  ),
  setNextDelivery: set(({ deliveries: [delivery, ...deliveries] }) => ({ delivery, deliveries })),
  setReadings: set(({ account }, { readings }: { readings: Partial<AccountReadings> }) => ({
    account: { ...account, ...readings },
  })),
  setNotice: set((_, { notice }: { notice: AuthNotice }) => ({ notice })),
  /** A code that Cognito has rejected is not offered again. */
  setFailure: setAndEmit(({ linkCode }, { error }: ActorError) => {
    const failure = toFailure(error)
    return { failure, linkCode: failure.field === 'code' ? undefined : linkCode }
  }, failed),
  setReason: set((_, { failure }: { failure: AuthFailure | undefined }) => ({ failure })),
  setAnswer: set((_, { answer }: RedirectReturned) => ({ answer })),
  setLink: set((_, { route, username, code }: OpenedLink) => ({
    link: { route, username, code },
  })),
  setLinkCode: set((_, { code }: OpenedLink) => ({ linkCode: code })),
  openLink: set(({ link, username }) => ({
    link: undefined,
    linkCode: link?.code,
    username: link?.username ?? username,
  })),
  noticeLink: set(({ link, notice }) => ({ notice: link ? 'linkWaits' : notice })),
  setElsewhere: set((_, { user }: { user: AuthUser }) => ({ elsewhere: user })),
  setInitial: set(({ initial }) => ({
    initial: undefined,
    user: initial?.user,
    failure: initial?.failure && { ...initial.failure, cause: undefined },
  })),
  resumeScreen: set((_, outcome: RestoreResult) => {
    if (outcome.kind !== 'interrupted') return {}
    const { route: _route, ...screen } = outcome.screen
    return 'challenge' in screen ? { ...screen, resendAt: resendAtOf(screen.challenge) } : screen
  }),
  setUnfinished: set((_, outcome: RestoreResult) =>
    'unfinished' in outcome ? { ...outcome.unfinished } : {},
  ),
  /** An unknown challenge is a failure, not a blank screen. */
  setUnsupported: set((_, outcome: Outcome) => ({
    failure: toFailure(new UnsupportedChallengeError(outcome.name ?? outcome.type ?? outcome.kind)),
  })),
  setNotOffered: set(() => ({ failure: toFailure(new MfaTypeNotOfferedError()) })),
  clearAnswer: set(() => ({ answer: undefined })),
  clearLinkCode: set(() => ({ linkCode: undefined })),
  clearFailure: set(() => ({ failure: undefined })),
  clearElsewhere: set(() => ({ elsewhere: undefined })),
  clearSignUpSession: set(() => ({ signUpSession: undefined })),
  clearUsername: set(() => ({ username: '' })),
  clearChallenge: set(() => ({ challenge: undefined, round: 0, totpSecret: undefined })),
  clearTotpSecret: set(() => ({ totpSecret: undefined, clientMetadata: undefined })),
  clearNewDevice: set(() => ({ newDevice: undefined })),
  clearRememberDevice: set(() => ({ rememberDevice: false })),
  clearContacts: set(() => ({ contacts: [] })),
  clearPasskeyOffer: set(() => ({ passkeyOffer: undefined })),
  clearDelivery: set(() => ({ delivery: undefined, deliveries: [], resendAt: 0 })),
  /** What has to be done after a sign-in. One action: each costs time, and every handle begins with it. */
  clearUnfinished: set(() => ({
    rememberDevice: false,
    newDevice: undefined,
    contacts: [],
    passkeyOffer: undefined,
    delivery: undefined,
    deliveries: [],
    resendAt: 0,
    isTotpUnfinished: false,
  })),
  clearMessages: set(() => ({ failure: undefined, notice: undefined })),
  clearUser: set(() => ({
    user: undefined,
    contacts: [],
    passkeyOffer: undefined,
    account: unreadAccount,
  })),
  setTotpPreferred: set((_, { prefer = true }: { prefer?: boolean | undefined }) => ({
    isTotpPreferred: prefer,
  })),
  clearTotpUnfinished: set(() => ({ isTotpUnfinished: false })),

  load: readCommand('load'),
  reload: readCommand('reload'),
  /** Once, in the background. */
  takeUpgrade: enqueueActions<
    AuthContext,
    AuthEvent,
    undefined,
    AuthEvent,
    never,
    never,
    never,
    never,
    AuthEmitted
  >(({ context, enqueue }) => {
    if (context.passkeyOffer !== 'upgrade') return
    enqueue.sendTo('account', { type: 'upgradePasskey' })
    enqueue.assign({ passkeyOffer: undefined })
  }),
  stopPasskeyPrompts: sendTo<AuthContext, AuthEvent, undefined, AnyActorRef, AuthEvent, never>(
    'account',
    { type: 'stopPasskeyPrompts' },
  ),

  emitSignedIn: emitted((context) => ({ type: 'signedIn', user: userOf(context) })),
  emitSignedOut: emitted(({ failure }) => ({ type: 'signedOut', reason: failure })),
  emitRedirectCompleted: emitted((_, { customState }: { customState: string | undefined }) => ({
    type: 'redirect.completed',
    customState,
  })),
  emitRestored: emitted((context) => ({ type: 'restored', user: userOf(context) })),
  emitSignUpSubmitted: emitted(({ username }) => ({ type: 'signUp.submitted', username })),
  emitSignUpCompleted: emitted(({ username }) => ({ type: 'signUp.completed', username })),
  emitPasswordReset: emitted(({ username }) => ({ type: 'passwordReset.completed', username })),
  emitAttributesUpdated: emitted((context) => ({
    type: 'attributes.updated',
    user: userOf(context),
  })),
  emitAttributeVerified: emitted((_, { attribute }: { attribute: string }) => ({
    type: 'attribute.verified',
    attribute,
  })),
  emitUserDeleted: emitted((context) => ({ type: 'user.deleted', user: userOf(context) })),
  emitRefreshed: emitted((_, { user }: { user: AuthUser }) => ({ type: 'token.refreshed', user })),
  emitRefreshFailed: emitted((_, { failure }: { failure: AuthFailure }) => ({
    type: 'token.refreshFailed',
    failure,
  })),
  emitFailure: emitted((_, error: ActorError) => failed(error)),

  /** Provided by `createAuth`: the chart has no vault of its own. */
  emptyVault: () => undefined,
  /** Likewise: it has no store for the last sign-in. */
  readLastSignIn: set(() => ({})),
  saveLastSignIn: () => undefined,
  /** The next sign-in of the user begins with the passkey that has been created. */
  preferPasskey: () => undefined,
}
