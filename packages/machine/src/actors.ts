import { fromPromise, type InputFrom, type OutputFrom } from 'xstate'
import type { CodeSent, JustSignedIn, RestoreResult, SignInResult } from './chart/outcomes.ts'
import type { actors } from './chart/setup.ts'
import { withDeadline } from './concurrency/deadline.ts'
import type { AwsCredentialsAccess } from './credentials/aws-credentials.ts'
import { presentable } from './disclosure/presentable.ts'
import { secretsInInput } from './disclosure/secrets-in.ts'
import { ConfigError } from './errors/config-error.ts'
import { toFailure } from './errors/failure.ts'
import { throwIfAborted } from './platform/abort.ts'
import type {
  AuthPorts,
  Challenge,
  CodeDelivery,
  HostedUi,
  RequestOptions,
  SessionTokens,
  SignedOutScreen,
  SignInOutcome,
  TokenSet,
} from './ports/index.ts'
import { Secret } from './secret.ts'
import { accountActor } from './session/account-actor.ts'
import { sessionActor } from './session/session-actor.ts'
import type { SessionKeeper } from './session/session-keeper.ts'
import { tidyInput } from './tidy-input.ts'
import { readIdToken } from './tokens/id-token.ts'
import { isUserPool } from './tokens/read-tokens.ts'

type AuthActors = typeof actors

/** Each makes the logic of one actor. A handle keeps these and not the logic, which is larger and seldom needed. */
export type ActorMakers = { readonly [Name in keyof AuthActors]: () => AuthActors[Name] }

type RequestName = Exclude<keyof AuthActors, 'session' | 'account'>

/** A further code may be asked for after this time, so that the last one can arrive. */
const resendCooldownMs = 30_000

/** Cognito keeps no challenge longer than that (`AuthSessionValidity`, 15 minutes at most). */
const longestChallengeMs = 15 * 60_000

/**
 * The actors of the chart over its ports: the only place that builds promise actors. Each is given
 * up after `timeoutMs` (ms) and when its state is left.
 */
export function createActors(
  ports: AuthPorts,
  keeper: SessionKeeper,
  credentials: Pick<AwsCredentialsAccess, 'vouch'>,
  timeoutMs: number,
): ActorMakers {
  const { userPool, hostedUi, screenStore, vault, clock } = ports

  function request<Name extends RequestName>(
    run: (
      input: InputFrom<AuthActors[Name]>,
      options: RequestOptions,
    ) => Promise<OutputFrom<AuthActors[Name]>>,
  ) {
    return () =>
      fromPromise<OutputFrom<AuthActors[Name]>, InputFrom<AuthActors[Name]>>(({ input, signal }) =>
        // Also of an event that did not come from a view.
        presentably(
          input,
          withDeadline(timeoutMs, (signal) => run(tidyInput(input), { signal }), signal),
        ),
      )
  }

  /** Lasts as long as the user takes. */
  function dialog<Name extends RequestName>(
    run: (
      input: InputFrom<AuthActors[Name]>,
      options: RequestOptions,
    ) => Promise<OutputFrom<AuthActors[Name]>>,
  ) {
    return () =>
      fromPromise<OutputFrom<AuthActors[Name]>, InputFrom<AuthActors[Name]>>(({ input, signal }) =>
        presentably(input, run(tidyInput(input), { signal })),
      )
  }

  function requireHostedUi(): HostedUi {
    if (!hostedUi) throw new ConfigError('The configuration has no hosted UI')
    return hostedUi
  }

  /** A session that comes from elsewhere than the user pool's API: what that asks for is not asked. */
  async function begin(tokens: SessionTokens, { signal }: RequestOptions): Promise<JustSignedIn> {
    return {
      kind: 'signedIn',
      user: await keeper.start(tokens, signal),
      newDevice: undefined,
      isDeviceTracked: false,
      contacts: [],
    }
  }

  /** A request for the user who is signed in. */
  function authorized<Name extends RequestName>(
    run: (
      tokens: Secret<TokenSet>,
      input: InputFrom<AuthActors[Name]>,
      options: RequestOptions,
    ) => Promise<OutputFrom<AuthActors[Name]>>,
  ) {
    return request<Name>((input, options) =>
      keeper.withTokens((tokens) => run(tokens, input, options)),
    )
  }

  async function establish(
    outcome: SignInOutcome,
    { signal }: RequestOptions,
  ): Promise<SignInResult> {
    if (outcome.kind !== 'tokens') return outcome
    const { tokens, newDevice, isDeviceTracked } = outcome
    const user = await keeper.start(tokens, signal)
    return {
      kind: 'signedIn',
      user,
      newDevice,
      isDeviceTracked,
      contacts: readIdToken(tokens.reveal().idToken).unverifiedContacts,
    }
  }

  const resendAt = () => clock.now() + resendCooldownMs

  const codeSent = (delivery: CodeDelivery | undefined): CodeSent => ({
    delivery,
    resendAt: resendAt(),
  })

  /** A clock that was set back meanwhile must not keep the resend away for hours. */
  const limitCooldown = <Shown extends { resendAt: number }>(shown: Shown): Shown => ({
    ...shown,
    resendAt: Math.min(shown.resendAt, resendAt()),
  })

  function isForgotten({ issuedAt }: Challenge) {
    const age = clock.now() - issuedAt
    return age < 0 || age >= longestChallengeMs
  }

  function restoreScreen(screen: SignedOutScreen): RestoreResult {
    if ('challenge' in screen && isForgotten(screen.challenge)) return { kind: 'signedOut' }
    return { kind: 'interrupted', screen: 'resendAt' in screen ? limitCooldown(screen) : screen }
  }

  /** What the ID token says of the user has changed; the news of it arrive through the session. */
  const renewClaims = (generation: number) =>
    void keeper.refresh({ isForced: true, generation }).catch(() => undefined)

  return {
    readSession: request<'readSession'>(async (_, { signal }) => {
      const session = await keeper.load(signal)
      const screen = screenStore.read()
      const isUnfinished = screen?.route === 'signedIn'
      if (session) {
        const { user, isDue } = session
        const isTheirs = isUnfinished && screen.userId === user.userId
        return {
          kind: isDue ? 'due' : 'signedIn',
          user,
          unfinished: isTheirs ? limitCooldown(screen.unfinished) : undefined,
        }
      }
      return screen && !isUnfinished ? restoreScreen(screen) : { kind: 'signedOut' }
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
        if (isUnconfirmed && input.password && !options.signal.aborted) vault.put(input.password)
        throw error
      }
    }),

    redirectToSignIn: dialog<'redirectToSignIn'>(async (input, options) => ({
      answer: await requireHostedUi().open(input, options),
    })),

    completeRedirect: request<'completeRedirect'>(async ({ answer }, options) => {
      const { tokens, customState } = await requireHostedUi().complete(answer, options)
      return { ...(await begin(tokens, options)), customState }
    }),

    federatedSignIn: request<'federatedSignIn'>(async ({ token }, options) => {
      const identityId = await credentials.vouch(token, options)
      // Of a token that nobody can read, it is the only thing that tells its user from others.
      return begin(new Secret({ ...token.reveal(), identityId }), options)
    }),

    autoSignIn: request<'autoSignIn'>(async ({ username }, options) => {
      const password = vault.take()
      if (!password) return { kind: 'passwordNeeded' }
      return establish(await userPool.signIn({ username, password }, options), options)
    }),

    respondToChallenge: request<'respondToChallenge'>(async (input, options) =>
      establish(await userPool.respondToChallenge(input, options), options),
    ),

    signUp: request<'signUp'>(async (input, options) => {
      const outcome = await userPool.signUp(input, options)
      throwIfAborted(options.signal)
      vault.put(input.password)
      return { kind: outcome.kind, ...codeSent(outcome.delivery) }
    }),

    confirmSignUp: request<'confirmSignUp'>((input, options) =>
      userPool.confirmSignUp(input, options),
    ),

    resendSignUpCode: request<'resendSignUpCode'>(async (input, options) =>
      codeSent(await userPool.resendSignUpCode(input, options)),
    ),

    forgotPassword: request<'forgotPassword'>(async (input, options) =>
      codeSent(await userPool.forgotPassword(input, options)),
    ),

    resetPassword: request<'resetPassword'>(async (input, options) => {
      await userPool.resetPassword(input, options)
      throwIfAborted(options.signal)
      vault.put(input.password)
    }),

    associateSoftwareToken: request<'associateSoftwareToken'>(({ challenge }, options) =>
      challenge
        ? userPool.associateSoftwareToken(challenge, options)
        : keeper.withTokens((tokens) => userPool.associateSoftwareToken(tokens, options)),
    ),

    verifySoftwareToken: request<'verifySoftwareToken'>(({ challenge, ...input }, options) =>
      challenge
        ? userPool.verifySoftwareToken(challenge, input, options)
        : keeper.withTokens((tokens) => userPool.verifySoftwareToken(tokens, input, options)),
    ),

    confirmDevice: authorized<'confirmDevice'>(userPool.confirmDevice),

    rememberDevice: authorized<'rememberDevice'>((tokens, { key }, options) =>
      userPool.rememberDevice(tokens, key, options),
    ),

    forgetDevice: authorized<'forgetDevice'>((tokens, { key }, options) =>
      userPool.forgetDevice(tokens, key, options),
    ),

    changePassword: authorized<'changePassword'>(userPool.changePassword),

    updateAttributes: authorized<'updateAttributes'>(async (tokens, input, options) => {
      const { generation } = keeper
      const deliveries = await userPool.updateAttributes(tokens, input, options)
      renewClaims(generation)
      return { deliveries, resendAt: resendAt() }
    }),

    deleteAttributes: authorized<'deleteAttributes'>(async (tokens, { names }, options) => {
      const { generation } = keeper
      await userPool.deleteAttributes(tokens, names, options)
      renewClaims(generation)
    }),

    sendAttributeCode: authorized<'sendAttributeCode'>(async (tokens, input, options) =>
      codeSent(await userPool.sendAttributeCode(tokens, input, options)),
    ),

    verifyAttribute: authorized<'verifyAttribute'>(async (tokens, input, options) => {
      const { generation } = keeper
      await userPool.verifyAttribute(tokens, input, options)
      renewClaims(generation)
      return { attribute: input.attribute }
    }),

    setMfaPreference: authorized<'setMfaPreference'>((tokens, { preference }, options) =>
      userPool.setMfaPreference(tokens, preference, options),
    ),

    deleteUser: authorized<'deleteUser'>((tokens, _, options) =>
      userPool.deleteUser(tokens, options),
    ),

    revokeToken: request<'revokeToken'>(async (_, options) => {
      const tokens = await keeper.resumed()
      const isRevocable = tokens && isUserPool(tokens)
      const revoking = isRevocable ? userPool.revokeToken(tokens, options) : undefined
      // Side by side: neither a storage nor a Cognito that is silent keeps the other waiting.
      const [ended, revoked] = await Promise.allSettled([keeper.end(), revoking])
      if (ended.status === 'rejected') throw ended.reason
      if (revoked.status === 'rejected') throw revoked.reason
    }),

    globalSignOut: authorized<'globalSignOut'>((tokens, _, options) =>
      userPool.globalSignOut(tokens, options),
    ),

    redirectToSignOut: dialog<'redirectToSignOut'>((_, options) =>
      requireHostedUi().close(options),
    ),

    endSession: request<'endSession'>(() => keeper.end()),

    session: () => sessionActor(keeper, ports),
    account: () => accountActor(keeper, userPool, timeoutMs),
  }
}

/** Ports may be the app's own: what they throw reaches events, the inspection and the console. */
async function presentably<T>(input: unknown, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw presentable(error, secretsInInput(input))
  }
}
