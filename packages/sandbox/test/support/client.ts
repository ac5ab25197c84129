import type { OutboxMessage, Sandbox } from '../../src/index.ts'
import { judgedFetch } from '../judges/service-model/judged-fetch.ts'

export const password = 'Passw0rd!'
export const email = 'jane@example.com'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

/** The members of responses that tests read. */
interface Body {
  readonly __type?: string
  readonly message?: string
  readonly ChallengeName?: string
  readonly ChallengeParameters: Record<string, string>
  readonly Session: string
  readonly AvailableChallenges?: readonly string[]
  readonly AuthenticationResult: {
    readonly AccessToken: string
    readonly IdToken: string
    readonly RefreshToken: string
    readonly ExpiresIn: number
    readonly TokenType: string
    readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string }
  }
  readonly SecretCode: string
  readonly Status: string
  readonly UserSub: string
  readonly UserStatus?: string
  readonly UserAttributes: readonly { readonly Name: string; readonly Value: string }[]
}

/** Sends operations to one sandbox, with a fake signature; AWS's service model checks them. */
export function createClient(sandbox: Sandbox) {
  const { userPoolId, userPoolClientId: ClientId } = sandbox.config
  const fetch = judgedFetch(sandbox.fetch)

  const raw = async (target: string | undefined, body: string, signed = true): Promise<Reply> => {
    const response = await fetch(`${sandbox.config.endpoint}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        ...(target !== undefined && { 'x-amz-target': target }),
        ...(signed && { authorization: 'AWS4-HMAC-SHA256 Credential=local' }),
      },
      body,
    })
    const answer = (await response.json()) as Body
    return { status: response.status, headers: response.headers, body: answer }
  }

  const call = (operation: string, request: object): Promise<Reply> =>
    raw(`AWSCognitoIdentityProviderService.${operation}`, JSON.stringify(request))

  /** An operation of the app client. */
  const send = (operation: string, request: object = {}) =>
    call(operation, { ClientId, ...request })

  /** An operation of the pool's administrator. */
  const admin = (operation: string, request: object = {}) =>
    call(operation, { UserPoolId: userPoolId, ...request })

  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${sandbox.config.controlUrl}${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }

  const outbox = async (to?: string): Promise<readonly OutboxMessage[]> =>
    (await control('GET', `/outbox${to ? `?to=${encodeURIComponent(to)}` : ''}`))
      .body as readonly OutboxMessage[]

  const lastCode = async (to: string) => (await outbox(to))[0]?.code ?? ''

  const advance = (ms: number) => control('POST', '/clock', { advanceMs: ms })

  const initiate = (AuthFlow: string, AuthParameters: Record<string, string>) =>
    send('InitiateAuth', { AuthFlow, AuthParameters })

  /** The response to a challenge, by its user. */
  const respond = (
    ChallengeName: string,
    Session: string | undefined,
    responses: Record<string, string>,
    USERNAME = email,
  ) =>
    send('RespondToAuthChallenge', {
      ChallengeName,
      ...(Session !== undefined && { Session }),
      ChallengeResponses: { USERNAME, ...responses },
    })

  /** Begins USER_AUTH. */
  const choose = (parameters: Record<string, string> = {}, USERNAME = email) =>
    initiate('USER_AUTH', { USERNAME, ...parameters })

  const signInWithPassword = (USERNAME: string, PASSWORD = password) =>
    initiate('USER_PASSWORD_AUTH', { USERNAME, PASSWORD })

  const signUp = (Username = email, request: object = {}) =>
    send('SignUp', { Username, Password: password, ...request })

  const confirmed = async (Username = email) => {
    const { body } = await signUp(Username)
    await send('ConfirmSignUp', { Username, ConfirmationCode: await lastCode(Username) })
    return body.UserSub
  }

  const signedIn = async (Username = email) => {
    await confirmed(Username)
    return (await signInWithPassword(Username)).body.AuthenticationResult
  }

  return {
    raw,
    call,
    send,
    admin,
    control,
    outbox,
    lastCode,
    advance,
    initiate,
    respond,
    choose,
    signInWithPassword,
    signUp,
    confirmed,
    signedIn,
  }
}

export type Client = ReturnType<typeof createClient>

/** The parts of an error response, for one assertion. */
export function errorOf({ status, body }: Reply) {
  return [status, body.__type, body.message]
}
