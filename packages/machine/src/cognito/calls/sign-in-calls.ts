import { ConfigError } from '../../errors/auth-errors.ts'
import type {
  AuthFlowType,
  ClientMetadata,
  RequestOptions,
  SignInInput,
  SignInOutcome,
  UserPool,
} from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'
import { readTokens } from '../../tokens/token-facts.ts'
import { isAuthFlow, knownFlows } from '../config/auth-flow.ts'
import type { CognitoConfig } from '../config/config.ts'
import { deviceProof } from '../devices/device-proof.ts'
import { withKnownDevice } from '../devices/known-device.ts'
import { DeviceRefusedError, InvalidAnswerError } from '../errors.ts'
import type { AuthResponse } from '../responses/auth-response.ts'
import { type Requested, toChallenge, toResponses, usernameOf } from '../responses/challenge.ts'
import { factorNames } from '../responses/factor-names.ts'
import { toTokens } from '../responses/tokens.ts'
import { SrpExchange } from '../srp/srp-exchange.ts'
import type { CognitoCalls } from './cognito-calls.ts'

interface Started {
  readonly answer: AuthResponse
  /** In Cognito's spelling, when Cognito has returned it. */
  readonly username: string
  readonly typed?: string
}

/** `InitiateAuth` and `RespondToAuthChallenge`: a sign-in, from its first request to tokens. */
export function signInCalls(calls: CognitoCalls): Pick<UserPool, 'signIn' | 'respondToChallenge'> {
  const { config, request, clock, devices } = calls
  const ClientId = config.userPoolClientId
  const poolName = config.userPoolId.slice(config.userPoolId.indexOf('_') + 1)
  const proveDevice = deviceProof(calls)

  /** Answers `PASSWORD_VERIFIER` at once, so neither the password nor `a` has to be stored. */
  async function startWithSrp(
    AuthFlow: Exclude<AuthFlowType, 'USER_PASSWORD_AUTH'>,
    { username, password, clientMetadata }: SignInInput & { password: Secret },
    ClientMetadata: Readonly<Record<string, string>> | undefined,
    options: RequestOptions,
  ): Promise<Started> {
    const srp = new SrpExchange(poolName)
    const answer = await withKnownDevice(devices, username, (device) =>
      request(
        'InitiateAuth',
        {
          AuthFlow,
          ClientId,
          AuthParameters: {
            USERNAME: username,
            SRP_A: srp.largeA,
            ...(AuthFlow === 'CUSTOM_AUTH' && { CHALLENGE_NAME: 'SRP_A' }),
            ...(AuthFlow === 'USER_AUTH' && { PREFERRED_CHALLENGE: 'PASSWORD_SRP' }),
            ...device,
          },
          ClientMetadata,
        },
        options,
      ),
    )
    if (answer.kind !== 'challenge' || answer.name !== 'PASSWORD_VERIFIER') {
      return { answer, username }
    }
    const { name, session, parameters } = answer
    const userId = usernameOf(parameters, username)
    const claim = await srp.prove(parameters, parameters.USER_ID_FOR_SRP, password, clock.now())
    const proven = await withKnownDevice(devices, userId, (device) =>
      request(
        'RespondToAuthChallenge',
        {
          ClientId,
          ChallengeName: name,
          ChallengeResponses: { USERNAME: userId, ...claim, ...device },
          Session: session,
          ClientMetadata: clientMetadata,
        },
        options,
      ),
    )
    return { answer: proven, username: userId, typed: username }
  }

  async function start(input: SignInInput, options: RequestOptions): Promise<Started> {
    const { username, password, session, validationData, clientMetadata } = input
    const flow = flowOf(input, config)
    const isPlain = config.authenticationFlowType === 'USER_PASSWORD_AUTH'
    const ClientMetadata =
      validationData || clientMetadata ? { ...clientMetadata, ...validationData } : undefined
    if (password && flow !== 'USER_PASSWORD_AUTH' && !(flow === 'USER_AUTH' && isPlain)) {
      return startWithSrp(flow, { ...input, password }, ClientMetadata, options)
    }
    const answer = await withKnownDevice(devices, username, (device) =>
      request(
        'InitiateAuth',
        {
          AuthFlow: flow,
          ClientId,
          AuthParameters: {
            USERNAME: username,
            ...(password && { PASSWORD: password.reveal() }),
            ...(flow === 'USER_AUTH' && preferenceOf(input)),
            ...device,
          },
          Session: session?.reveal(),
          ClientMetadata,
        },
        options,
      ),
    )
    return { answer, username }
  }

  async function toOutcome(
    { answer: first, username, typed }: Started,
    { clientMetadata, ...requested }: Requested & { clientMetadata?: ClientMetadata | undefined },
    options: RequestOptions,
  ): Promise<SignInOutcome> {
    const isDeviceChallenge = first.kind === 'challenge' && first.name === 'DEVICE_SRP_AUTH'
    const answer = isDeviceChallenge
      ? await proveDevice(first, { username, clientMetadata }, options)
      : first
    if (answer.kind === 'challenge') return toChallenge(answer, username, clock.now(), requested)
    if (!answer.tokens.refreshToken)
      throw new InvalidAnswerError('The response has no RefreshToken')
    const { userPoolId, userPoolClientId: clientId } = config
    const tokens = toTokens(answer.tokens, { userPoolId, clientId })
    const { user, names, deviceKey } = readTokens(tokens)
    const isDeviceTracked = deviceKey !== undefined
    if (isDeviceTracked || answer.newDevice) {
      await devices.link(user.username, [...names, typed ?? username])
    }
    return { kind: 'tokens', tokens, newDevice: answer.newDevice, isDeviceTracked }
  }

  return {
    async signIn(input, options) {
      const { password, factor = password && 'PASSWORD', clientMetadata } = input
      const requested = { isFirst: !password, factor, clientMetadata }
      const once = async () => toOutcome(await start(input, options), requested, options)
      try {
        return await once()
      } catch (error) {
        if (error instanceof DeviceRefusedError) return once()
        throw error
      }
    },

    async respondToChallenge({ challenge, answer, clientMetadata }, options) {
      const { username, session } = challenge
      const { name, responses } = toResponses(challenge, answer)
      const next = await withKnownDevice(devices, username, (device) =>
        request(
          'RespondToAuthChallenge',
          {
            ClientId,
            ChallengeName: name,
            ChallengeResponses: { USERNAME: username, ...responses, ...device },
            Session: session?.reveal(),
            ClientMetadata: clientMetadata,
          },
          options,
        ),
      )
      return toOutcome({ answer: next, username }, { clientMetadata }, options)
    },
  }
}

/**
 * Without a password only two flows can start.
 *
 * @throws ConfigError for a flow that does not exist or that needs a password, instead of sending another one.
 */
function flowOf(
  { password, factor, session, authFlowType }: SignInInput,
  { authenticationFlowType, passwordless }: CognitoConfig,
): AuthFlowType {
  const flow: unknown = authFlowType ?? undefined
  if (flow !== undefined && !isAuthFlow(flow)) {
    throw new ConfigError(`"authFlowType" is "${flow}"; ${knownFlows}`)
  }
  const isChosen = factor !== undefined || session !== undefined
  if (password) return flow ?? (isChosen ? 'USER_AUTH' : authenticationFlowType)
  if (flow === undefined) {
    const isPasswordless = passwordless || authenticationFlowType === 'USER_AUTH'
    return isChosen || isPasswordless ? 'USER_AUTH' : 'CUSTOM_AUTH'
  }
  if (flow === 'CUSTOM_AUTH' || flow === 'USER_AUTH') return flow
  throw new ConfigError(`${flow} needs a password`)
}

/** A password that is not there yet cannot be preferred: the user then chooses. */
function preferenceOf({ password, factor }: SignInInput): Readonly<Record<string, string>> {
  if (password) return { PREFERRED_CHALLENGE: 'PASSWORD' }
  return factor && factor !== 'PASSWORD' ? { PREFERRED_CHALLENGE: factorNames[factor] } : {}
}
