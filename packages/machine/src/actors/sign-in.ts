import type { JustSignedIn, SignInResult } from '../chart/outcomes.ts'
import type { AwsCredentialsAccess } from '../credentials/aws-credentials.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import { toFailure } from '../errors/failure.ts'
import type {
  AuthPorts,
  Challenge,
  HostedUi,
  RequestOptions,
  SessionTokens,
  SignInOutcome,
} from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { readTokens } from '../tokens/token-facts.ts'
import { passkeyOfferOf } from './passkey-offer.ts'
import type { Requests } from './request.ts'

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
  const { userPool, hostedUi, vault } = ports
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
    options: RequestOptions,
    answered?: Challenge,
  ): Promise<SignInResult> {
    if (outcome.kind !== 'tokens') return outcome
    const { tokens, newDevice, isDeviceTracked } = outcome
    const [session, passkeyOffer] = await Promise.all([
      startSession(tokens, options),
      passkeyOfferOf(ports, { tokens, answered }, options),
    ])
    const { unverifiedContacts } = readTokens(tokens)
    return {
      ...session,
      newDevice,
      isDeviceTracked,
      contacts: unverifiedContacts,
      passkeyOffer,
    }
  }

  return {
    async signIn(input, options) {
      try {
        return await toResult(await userPool.signIn(input, options), options)
      } catch (error) {
        const isUnconfirmed = toFailure(error).code === 'userNotConfirmed'
        if (isUnconfirmed && input.password && !options.signal.aborted) vault.put(input.password)
        throw error
      }
    },

    async autoSignIn({ username }, options) {
      const password = vault.take()
      if (!password) return { kind: 'passwordNeeded' }
      return toResult(await userPool.signIn({ username, password }, options), options)
    },

    async respondToChallenge(input, options) {
      return toResult(await userPool.respondToChallenge(input, options), options, input.challenge)
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

export function requireHostedUi(hostedUi: HostedUi | undefined): HostedUi {
  if (!hostedUi) throw new ConfigError('The configuration has no hosted UI')
  return hostedUi
}
