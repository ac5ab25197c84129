import { fromPromise, type InputFrom, type OutputFrom } from 'xstate'
import type { CodeSent, SignInResult } from './chart/outcomes.ts'
import type { actors } from './chart/setup.ts'
import { withDeadline } from './deadline.ts'
import { isSessionOver, toFailure } from './failure.ts'
import type {
  AuthPorts,
  CodeDelivery,
  PendingScreen,
  RequestOptions,
  SignInOutcome,
} from './ports/index.ts'
import { sessionActor } from './session/session-actor.ts'
import type { SessionKeeper } from './session/session-keeper.ts'

type AuthActors = typeof actors
type RequestName = Exclude<keyof AuthActors, 'session'>

/** A further code may be asked for after this time, so that the last one can arrive. */
const resendCooldownMs = 30_000

/**
 * The actors of the chart over its ports: the only place that builds promise actors. Each is given
 * up after `timeoutMs` (ms) and when its state is left.
 */
export function createActors(
  ports: AuthPorts,
  keeper: SessionKeeper,
  timeoutMs: number,
): AuthActors {
  const { userPool, pendingStore, vault, clock } = ports

  function request<Name extends RequestName>(
    run: (
      input: InputFrom<AuthActors[Name]>,
      options: RequestOptions,
    ) => Promise<OutputFrom<AuthActors[Name]>>,
  ) {
    return fromPromise<OutputFrom<AuthActors[Name]>, InputFrom<AuthActors[Name]>>(
      ({ input, signal }) => withDeadline(timeoutMs, (signal) => run(input, { signal }), signal),
    )
  }

  async function establish(
    outcome: SignInOutcome,
    { signal }: RequestOptions,
  ): Promise<SignInResult> {
    if (outcome.kind !== 'tokens') return outcome
    return { kind: 'signedIn', user: await keeper.start(outcome.tokens, signal) }
  }

  const codeSent = (delivery: CodeDelivery | undefined): CodeSent => ({
    delivery,
    resendAt: clock.now() + resendCooldownMs,
  })

  /** A clock that was set back meanwhile must not keep the resend away for hours. */
  const limitCooldown = (screen: PendingScreen): PendingScreen =>
    screen.route === 'confirmSignUp'
      ? { ...screen, resendAt: Math.min(screen.resendAt, clock.now() + resendCooldownMs) }
      : screen

  return {
    readSession: request<'readSession'>(async (_, { signal }) => {
      const session = await keeper.load(signal)
      if (session) return { kind: session.isDue ? 'due' : 'signedIn', user: session.user }
      const screen = pendingStore.read()
      return screen ? { kind: 'pending', screen: limitCooldown(screen) } : { kind: 'signedOut' }
    }),

    refreshSession: request<'refreshSession'>(async () => ({
      kind: 'signedIn',
      user: await keeper.refresh(),
    })),

    signIn: request<'signIn'>(async (input, options) => {
      try {
        return await establish(await userPool.signIn(input, options), options)
      } catch (error) {
        const isUnconfirmed = toFailure(error).code === 'userNotConfirmed'
        if (isUnconfirmed && !options.signal.aborted) vault.put(input.password)
        throw error
      }
    }),

    autoSignIn: request<'autoSignIn'>(async ({ username }, options) => {
      const password = vault.take()
      if (!password) return { kind: 'passwordNeeded' }
      return establish(await userPool.signIn({ username, password }, options), options)
    }),

    signUp: request<'signUp'>(async (input, options) => {
      const outcome = await userPool.signUp(input, options)
      options.signal.throwIfAborted()
      vault.put(input.password)
      return { kind: outcome.kind, ...codeSent(outcome.delivery) }
    }),

    confirmSignUp: request<'confirmSignUp'>((input, options) =>
      userPool.confirmSignUp(input, options),
    ),

    resendSignUpCode: request<'resendSignUpCode'>(async (input, options) =>
      codeSent(await userPool.resendSignUpCode(input, options)),
    ),

    revokeToken: request<'revokeToken'>(async (_, options) => {
      const { tokens } = keeper
      try {
        await keeper.end()
      } finally {
        if (tokens) await userPool.revokeToken(tokens, options)
      }
    }),

    globalSignOut: request<'globalSignOut'>(async (_, options) => {
      try {
        // An access token past its time would be refused for that alone.
        await keeper.get()
        if (keeper.tokens) await userPool.globalSignOut(keeper.tokens, options)
      } catch (error) {
        if (!isSessionOver(toFailure(error))) throw error
      }
      // Ended by this or ended before: either way nobody is signed in any more.
      await keeper.end()
    }),

    session: sessionActor(keeper, clock),
  }
}
