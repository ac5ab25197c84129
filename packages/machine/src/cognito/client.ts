import { presentableText } from '../disclosure/presentable.ts'
import type { RequestOptions } from '../ports/index.ts'
import { CognitoError } from './errors.ts'
import {
  nothing,
  type Operation,
  operations,
  type Requests,
  type ResponseOf,
} from './operations.ts'
import { asJson } from './responses/auth-response.ts'
import { exchange } from './transport/exchange.ts'

/** Sends the request of an operation and parses the response. */
export type CognitoClient = <Op extends Operation>(
  operation: Op,
  request: Requests[Op],
  options: RequestOptions,
) => Promise<ResponseOf<Op>>

/**
 * A client of the user pool API: JSON 1.1 over `POST`, without retries.
 *
 * @throws CognitoError for an exception of Cognito; NetworkError when no complete response arrived;
 * InvalidAnswerError for a success without the members of the operation; the signal's reason.
 */
export function cognitoClient(endpoint: string, fetch: typeof globalThis.fetch): CognitoClient {
  return async (operation, request, { signal }) => {
    const { response, body, secrets } = await exchange(fetch, signal, endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(request),
    })
    const isSilent = response.status === 200 && operations[operation] === nothing
    const isDone = isSilent && body === '' && !response.headers.get(wallHeader)
    const json = isDone ? {} : parseBody(response, body)
    if (!response.ok) {
      const error = toError(response, json, secrets())
      // A lazy chunk: only rejections need it. Without it the failure table alone decides.
      const reader = await import('./rejections/read-rejection.ts').catch(() => undefined)
      const said = messageOf(json, secrets()) ?? ''
      const rejection = reader?.readRejection(operation, request, error, said)
      if (rejection) error.rejection = rejection
      throw error
    }
    return operations[operation](asJson(json)) as ResponseOf<typeof operation>
  }
}

/**
 * The JSON of a response.
 *
 * @throws CognitoError for a response without JSON, and for a success that is not Cognito's.
 */
export function parseBody(response: Response, body: string): unknown {
  const { status, ok, headers } = response
  const json = tryJson(body)
  // CORS may hide that header: then the status decides.
  const action = headers.get(wallHeader)
  const wall = action ? wallOf(action) : json === undefined && wallNames.get(status)
  if (wall) {
    throw errorOf(response, wall, `A firewall responded in place of Cognito (HTTP ${status})`)
  }
  if (body.trim() === '') {
    throw errorOf(response, 'EmptyAnswerError', `An empty response (HTTP ${status})`)
  }
  if (json === undefined) {
    throw errorOf(response, 'NonJsonAnswerError', `A response that is not JSON (HTTP ${status})`)
  }
  if (ok && status !== 200) {
    throw errorOf(response, 'InvalidAnswerError', `A response that is none (HTTP ${status})`)
  }
  return json
}

const wallHeader = 'x-amzn-waf-action'

const wallOf = (action: string) =>
  action === 'challenge'
    ? 'FirewallChallengeError'
    : action === 'captcha'
      ? 'FirewallCaptchaError'
      : 'ForbiddenException'

/** The statuses of AWS WAF (a challenge, a block, a captcha) and of proxies. */
const wallNames: ReadonlyMap<number, string> = new Map([
  [202, 'FirewallChallengeError'],
  [403, 'ForbiddenException'],
  [405, 'FirewallCaptchaError'],
  [413, 'InvalidParameterException'],
])

function tryJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** @param secrets of the request: the response may repeat them. */
export function toError(
  response: Response,
  json: unknown,
  secrets: readonly string[],
): CognitoError {
  const fields: Record<string, unknown> =
    typeof json === 'object' && json !== null ? { ...json } : {}
  const type = fields.__type ?? response.headers.get('x-amzn-errortype') ?? fields.code
  const said = messageOf(json, secrets)
  const message = said === undefined ? `HTTP ${response.status}` : presentableText(said, secrets)
  const unnamed = response.status >= 500 ? 'ServiceError' : 'UnnamedError'
  return errorOf(response, typeof type === 'string' ? bareName(type, secrets) : unnamed, message)
}

/** The most characters of a message that are read: it may quote a long value first. */
const longest = 20_000

/**
 * The message of the service without the values that it quotes (`Value '123' at 'code' failed …`): they
 * may be secret, and may look like a message themselves.
 */
function messageOf(json: unknown, secrets: readonly string[]): string | undefined {
  const { message, Message = message }: { message?: unknown; Message?: unknown } = Object(json)
  if (typeof Message !== 'string') return undefined
  const read = secrets.reduce(
    (text, secret) => text.split(`'${secret}'`).join("''"),
    Message.slice(0, longest),
  )
  const [start, ...parts] = read.split("Value '")
  const rest = parts.map((part) => {
    const end = part.indexOf("' at '")
    return end < 0 ? `Value '${part}` : `Value${part.slice(end + 1)}`
  })
  return [start, ...rest].join('')
}

/** `com.amazonaws.x#NotAuthorizedException:http://…` → `NotAuthorizedException`. */
function bareName(type: string, secrets: readonly string[]): string {
  const [name = ''] = type.slice(0, 200).split(':')
  return presentableText(name.slice(name.lastIndexOf('#') + 1), secrets).slice(0, 100)
}

function errorOf(response: Response, name: string, message: string): CognitoError {
  const isThrottled = response.status === 429
  return new CognitoError(
    isThrottled ? 'TooManyRequestsException' : name,
    message,
    response.status,
    retryAtOf(response),
  )
}

/** A longer `Retry-After` is cut to this: no user waits longer. In ms. */
const longestRetryMs = 60 * 60_000

/** `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
function retryAtOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  const at = Number.isNaN(seconds) ? Date.parse(value) : Date.now() + seconds * 1000
  return Number.isNaN(at) ? undefined : Math.min(at, Date.now() + longestRetryMs)
}
