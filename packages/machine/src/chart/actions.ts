import { assign, emit } from 'xstate'
import type { AuthUser } from '../auth-user.ts'
import { type AuthFailure, toFailure } from '../failure.ts'
import { type AuthContext, type AuthNotice, userOf } from './context.ts'
import type { AuthEmitted, AuthEvent } from './events.ts'
import type { CodeSent, RestoreResult } from './outcomes.ts'

const set = <Params = undefined>(
  patch: (context: AuthContext, params: Params) => Partial<AuthContext>,
) =>
  assign<AuthContext, AuthEvent, Params, AuthEvent, never>(({ context }, params) =>
    patch(context, params),
  )

const tell = <Params = undefined>(event: (context: AuthContext, params: Params) => AuthEmitted) =>
  emit<AuthContext, AuthEvent, Params, AuthEvent, AuthEmitted>(({ context }, params) =>
    event(context, params),
  )

class UnsupportedChallengeError extends Error {
  override name = 'UnsupportedChallengeError'
  constructor(challenge: string) {
    super(`Cognito asked for ${challenge}, which this version cannot answer`)
  }
}

/** Actions look at what they are given, never at the event. */
export const actions = {
  setUsername: set((_, { username }: { username: string }) => ({ username })),
  setUser: set((_, { user }: { kind?: string; user?: AuthUser }) => (user ? { user } : {})),
  setCodeSent: set((_, { delivery, resendAt }: CodeSent) => ({ delivery, resendAt })),
  setNotice: set((_, { notice }: { notice: AuthNotice }) => ({ notice })),
  setFailure: set((_, { error }: { error: unknown }) => ({ failure: toFailure(error) })),
  setReason: set((_, { failure }: { failure: AuthFailure }) => ({ failure })),
  setPending: set((_, outcome: RestoreResult) => {
    if (outcome.kind !== 'pending' || outcome.screen.route !== 'confirmSignUp') return {}
    const { username, delivery, resendAt } = outcome.screen
    return { username, delivery, resendAt }
  }),
  /** A challenge nobody here knows: said, not shown as a blank screen. */
  setUnsupported: set((_, outcome: { readonly kind: string; readonly name?: string }) => ({
    failure: toFailure(new UnsupportedChallengeError(outcome.name ?? outcome.kind)),
  })),
  clearDelivery: set(() => ({ delivery: undefined, resendAt: 0 })),
  clearMessages: set(() => ({ failure: undefined, notice: undefined })),
  clearUser: set(() => ({ user: undefined })),

  emitSignedIn: tell((context) => ({ type: 'signedIn', user: userOf(context) })),
  emitSignedOut: tell(({ failure }) => ({ type: 'signedOut', reason: failure })),
  emitSignUpCompleted: tell(({ username }) => ({ type: 'signUp.completed', username })),
  emitRefreshed: tell((_, { user }: { user: AuthUser }) => ({ type: 'token.refreshed', user })),
  emitRefreshFailed: tell((_, { failure }: { failure: AuthFailure }) => ({
    type: 'token.refreshFailed',
    failure,
  })),
  emitFailure: tell((_, { error }: { error: unknown }) => ({
    type: 'failure',
    failure: toFailure(error),
  })),

  /** Provided by `createAuth`: the chart has no vault of its own. */
  emptyVault: () => undefined,
}
