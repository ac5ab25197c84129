import type { RequestOptions, SignInInput, SignInOutcome, UserPool } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { AuthAnswer, ChallengeAnswered } from './answers.ts'
import { toChallenge, toResponses, usernameOf } from './challenge.ts'
import type { CognitoCalls } from './cognito-calls.ts'
import { DeviceNotFoundError } from './errors.ts'
import { withKnownDevice } from './known-device.ts'
import { SrpExchange } from './srp.ts'
import { toTokens } from './tokens.ts'

interface Started {
  readonly answer: AuthAnswer
  /** In Cognito's spelling where it has told it. */
  readonly username: string
}

/** `InitiateAuth` and `RespondToAuthChallenge`: a sign-in, from its first request to tokens. */
export function signInCalls({
  config,
  request,
  clock,
  devices,
}: CognitoCalls): Pick<UserPool, 'signIn' | 'respondToChallenge'> {
  const ClientId = config.userPoolClientId
  const poolName = config.userPoolId.slice(config.userPoolId.indexOf('_') + 1)

  /** `PASSWORD_VERIFIER` follows at once: neither the password nor `a` waits for anybody. */
  async function startWithSrp(
    AuthFlow: 'USER_SRP_AUTH' | 'CUSTOM_AUTH',
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
    const claim = srp.prove(parameters, parameters.USER_ID_FOR_SRP, password, clock.now())
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
    return { answer: proven, username: userId }
  }

  async function start(input: SignInInput, options: RequestOptions): Promise<Started> {
    const { username, password, authFlowType, validationData, clientMetadata } = input
    const ClientMetadata =
      validationData || clientMetadata ? { ...clientMetadata, ...validationData } : undefined
    const flow = password ? (authFlowType ?? config.authenticationFlowType) : 'CUSTOM_AUTH'
    if (password && flow !== 'USER_PASSWORD_AUTH') {
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
            ...device,
          },
          ClientMetadata,
        },
        options,
      ),
    )
    return { answer, username }
  }

  /** Cognito asks a device that it knows to prove itself, in place of a second factor. */
  async function proveDevice(
    { name, session, parameters }: ChallengeAnswered,
    username: string,
    options: RequestOptions,
  ): Promise<AuthAnswer> {
    const device = (await devices.load(username))?.reveal()
    if (!device) throw new DeviceNotFoundError('Cognito asks for a device that is not known here')
    const srp = new SrpExchange(device.groupKey)
    const mine = { USERNAME: username, DEVICE_KEY: parameters.DEVICE_KEY ?? device.key }
    const answer = await request(
      'RespondToAuthChallenge',
      {
        ClientId,
        ChallengeName: name,
        ChallengeResponses: { ...mine, SRP_A: srp.largeA },
        Session: session,
      },
      options,
    )
    if (answer.kind !== 'challenge' || answer.name !== 'DEVICE_PASSWORD_VERIFIER') return answer
    const password = new Secret(device.password)
    const claim = srp.prove(answer.parameters, device.key, password, clock.now())
    return request(
      'RespondToAuthChallenge',
      {
        ClientId,
        ChallengeName: answer.name,
        ChallengeResponses: { ...mine, ...claim },
        Session: answer.session,
      },
      options,
    )
  }

  async function toOutcome(
    { answer: first, username }: Started,
    options: RequestOptions,
  ): Promise<SignInOutcome> {
    const isDeviceAsked = first.kind === 'challenge' && first.name === 'DEVICE_SRP_AUTH'
    const answer = isDeviceAsked ? await proveDevice(first, username, options) : first
    return answer.kind === 'tokens'
      ? { kind: 'tokens', tokens: toTokens(answer.tokens), newDevice: answer.newDevice }
      : toChallenge(answer, username, clock.now())
  }

  return {
    signIn: async (input, options) => toOutcome(await start(input, options), options),

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
      return toOutcome({ answer: next, username }, options)
    },
  }
}
