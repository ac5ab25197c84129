import type { Clock } from '@authchart/machine'
import type { CognitoOptions } from '@authchart/machine/cognito'

/** A running sandbox, in this process or over HTTP. */
export interface SandboxAddress {
  /** The sandbox's own, or the global one. */
  readonly fetch: typeof globalThis.fetch
  /** The line that `authchart-sandbox --json` prints. */
  readonly config: {
    readonly endpoint: string
    readonly userPoolId: string
    readonly userPoolClientId: string
    readonly controlUrl: string
    readonly hostedUiOrigin: string
  }
  /** `identityPool` of `@authchart/machine/identity-pool`. Without it no walk signs in by another provider's token. */
  readonly identityPool?: CognitoOptions['identityPool']
}

/** What the sandbox shall ask next, see `POST /challenges`. */
export interface Wanted {
  readonly challenge: string | null
  readonly parameters?: Readonly<Record<string, string>>
  readonly answer?: string
}

/** What shall go wrong, see `POST /faults`. */
export interface Fault {
  readonly drop?: boolean
  readonly status?: number
  readonly type?: string
  readonly message?: string
  readonly body?: unknown
}

interface Message {
  readonly medium: string
  readonly kind: string
  readonly code: string
}

const firstFactors = ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP']
const flows = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', 'CUSTOM_AUTH'].map(
  (flow) => `ALLOW_${flow}`,
)

export type Backend = ReturnType<typeof openBackend>

/** The sandbox as administrators and its control address see it. */
export function openBackend({ fetch, config }: SandboxAddress) {
  /** Ms by which the sandbox's clock is ahead of this machine's. */
  let ahead = 0
  let devices: string | undefined
  let isFaulty = false
  let hasUserAuth = false
  const clock: Clock = { now: () => Date.now() + ahead }

  async function control<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${config.controlUrl}${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`The sandbox rejected ${path}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  async function call(operation: string, request: object): Promise<unknown> {
    const response = await fetch(config.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=walk',
      },
      body: JSON.stringify(request),
    })
    const body: { __type?: string; message?: string } = await response.json()
    if (response.ok) return body
    if (body.__type === 'UserNotFoundException') return undefined
    throw new Error(`${operation}: ${body.__type}: ${body.message}`)
  }

  async function advance(ms: number): Promise<void> {
    const { now } = await control<{ now: number }>('POST', '/clock', { advanceMs: ms })
    ahead = now - Date.now()
  }

  return {
    clock,
    advance,

    /** Empties the sandbox, and gives it every first and every second factor. */
    async reset(): Promise<void> {
      await control('POST', '/reset')
      await advance(0)
      devices = undefined
      isFaulty = false
      hasUserAuth = false
      await control('PATCH', '/pool', {
        AutoVerifiedAttributes: ['email', 'phone_number'],
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: firstFactors } },
        MfaConfiguration: 'OPTIONAL',
        SmsMfaConfiguration: {},
        SoftwareTokenMfaConfiguration: { Enabled: true },
        EmailMfaConfiguration: {},
      })
    },

    /** Whether sign-ins from now on make this browser a device, and who decides that it is remembered. */
    async trackDevices(by: 'no device' | 'the pool' | 'the user'): Promise<void> {
      if ((devices ?? 'no device') === by) return
      devices = by
      const DeviceConfiguration = {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: by === 'the user',
      }
      await control('PATCH', '/pool', {
        DeviceConfiguration: by === 'no device' ? null : DeviceConfiguration,
      })
    },

    /** Whether the client may use USER_AUTH: then a confirmed sign-up has a Session for the sign-in. */
    async allowUserAuth(isAllowed = true): Promise<void> {
      if (hasUserAuth === isAllowed) return
      hasUserAuth = isAllowed
      await control('PATCH', '/pool', {
        ExplicitAuthFlows: isAllowed ? [...flows, 'ALLOW_USER_AUTH'] : flows,
      })
    },

    /** All first factors of the pool but one. */
    allowFactors: (without?: string) =>
      control('PATCH', '/pool', {
        Policies: {
          SignInPolicy: {
            AllowedFirstAuthFactors: firstFactors.filter((factor) => factor !== without),
          },
        },
      }),

    /** The response to a sign-in that begins in another tab. */
    initiateAuth: (AuthFlow: string, AuthParameters: Readonly<Record<string, string>>) =>
      call('InitiateAuth', { ClientId: config.userPoolClientId, AuthFlow, AuthParameters }),

    /** The next request of the operation fails so, and the one that may follow it after a refresh. */
    async fail(operation: string, fault: Fault): Promise<void> {
      isFaulty = true
      const isAlone = /^(GetTokensFromRefreshToken|InitiateAuth)$/.test(operation)
      const times = isAlone ? 1 : 2
      await control('POST', '/faults', { operation, times, ...fault })
    },
    /** What was to fail once more does not. */
    async heal(): Promise<void> {
      if (isFaulty) await control('DELETE', '/faults')
      isFaulty = false
    },

    want: (wanted: Wanted) => control('POST', '/challenges', wanted),

    /** The newest code of these kinds; digits that are wrong, where none was sent. */
    async lastCode(kinds: readonly string[], medium: string | undefined): Promise<string> {
      const messages = await control<readonly Message[]>('GET', '/outbox')
      const message = messages.find(
        (message) => kinds.includes(message.kind) && (!medium || message.medium === medium),
      )
      return message?.code ?? '000000'
    },

    /** Calls an operation as an administrator; `undefined` where there is no such user. */
    admin: (operation: string, request: object) =>
      call(operation, { UserPoolId: config.userPoolId, ...request }),
  }
}
