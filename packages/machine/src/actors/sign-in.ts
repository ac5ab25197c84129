import type { JustSignedIn, SignInResult } from '../chart/outcomes.ts'
import type { AwsCredentialsAccess } from '../credentials/aws-credentials.ts'
import { endsChallenge, toFailure } from '../errors/failure.ts'
import type {
  AuthPorts,
  Challenge,
  RequestOptions,
  SessionTokens,
  SignInInput,
  SignInOutcome,
} from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { readTokens } from '../tokens/token-facts.ts'
import { passkeyOfferOf } from './passkey-offer.ts'
import type { Requests } from './request.ts'
import { requireHostedUi } from './sign-out.ts'

type SignInRequest =
  | 'signIn'
  | 'autoSignIn'
  | 'respondToChallenge'
  | 'redirectToSignIn'
  | 'completeRedirect'
  | 'federatedSignIn'

export function signInRequests(
  ports: AuthPorts,
  keeper: SessionKeeper,
  credentials: Pick<AwsCredentialsAccess, 'exchangeProviderToken'>,
): Pick<Requests, SignInRequest> {
  const { userPool, hostedUi, vault, lastSignIn } = ports
  /** No device to confirm and no contact to verify: only the user pool's API reports these. */
  async function startSession(
    tokens: SessionTokens,
    { signal }: RequestOptions,
  ): Promise<JustSignedIn> {
    const user = await keeper.start(tokens, signal)
    return {
      kind: 'signedIn',
      user,
      newDevice: undefined,
      isDeviceTracked: false,
      contacts: [],
      passkeyOffer: undefined,
    }
  }

  async function toResult(
    outcome: SignInOutcome,
    username: string,
    options: RequestOptions,
    answered?: Challenge,
  ): Promise<SignInResult> {
    if (outcome.kind !== 'tokens') return outcome
    const { tokens, newDevice, isDeviceTracked } = outcome
    // Before the session starts: a sign-in that is cancelled meanwhile stores no tokens.
    const passkeyOffer = await passkeyOfferOf(ports, { tokens, answered, username }, options)
    const session = await startSession(tokens, options)
    const { unverifiedContacts } = readTokens(tokens)
    return {
      ...session,
      newDevice,
      isDeviceTracked,
      contacts: unverifiedContacts,
      passkeyOffer,
    }
  }

  /** Without a password: the factor that is preferred, or the one that this user has used last. */
  function begin(input: SignInInput): SignInInput {
    const { username, password, factor, authFlowType } = input
    const { passwordless } = userPool
    if (!passwordless || password || factor || authFlowType === 'CUSTOM_AUTH') return input
    const last = lastSignIn?.read()
    const used = last?.username === username ? last.factor : undefined
    return { ...input, factor: passwordless.preferred ?? used }
  }

  return {
    async signIn(input, options) {
      const begun = begin(input)
      try {
        const outcome = await userPool.signIn(begun, options)
        // Only a choice of the user can be rejected.
        const isOurs = outcome.kind === 'challenge' && outcome.type === 'factor' && begun !== input
        const ours = isOurs ? { ...outcome, rejected: undefined } : outcome
        return await toResult(ours, input.username, options)
      } catch (error) {
        const isUnconfirmed = toFailure(error).code === 'userNotConfirmed'
        if (isUnconfirmed && input.password && !options.signal.aborted) vault.put(input.password)
        throw error
      }
    },

    async autoSignIn({ username, session }, options) {
      if (session) {
        try {
          const outcome = await userPool.signIn({ username, session }, options)
          return await toResult(outcome, username, options)
        } catch (error) {
          // The session has expired; the user is confirmed all the same.
          if (!endsChallenge(toFailure(error))) throw error
        }
      }
      const password = vault.take()
      if (!password) return { kind: 'passwordNeeded' }
      return toResult(await userPool.signIn({ username, password }, options), username, options)
    },

    async respondToChallenge({ username, ...input }, options) {
      const outcome = await userPool.respondToChallenge(input, options)
      return toResult(outcome, username, options, input.challenge)
    },

    async redirectToSignIn(input, options) {
      return { answer: await requireHostedUi(hostedUi).open(input, options) }
    },

    async completeRedirect({ answer }, options) {
      const { tokens, customState } = await requireHostedUi(hostedUi).complete(answer, options)
      return { ...(await startSession(tokens, options)), customState }
    },

    async federatedSignIn({ token }, options) {
      const identityId = await credentials.exchangeProviderToken(token, options)
      // An opaque token has no `sub`: only the identity id identifies its user.
      return startSession(new Secret({ ...token.reveal(), identityId }), options)
    },
  }
}
