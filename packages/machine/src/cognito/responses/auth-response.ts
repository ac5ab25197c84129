import type { CodeDelivery, FirstFactor, NewDevice } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { InvalidAnswerError } from '../errors.ts'
import { factorsIn } from './factor-names.ts'

/** A JSON object of a response, not validated. */
export type Json = Readonly<Record<string, unknown>>

/** The response of `InitiateAuth` and `RespondToAuthChallenge`. */
export type AuthResponse =
  | { readonly kind: 'tokens'; readonly tokens: TokensResponse; readonly newDevice?: NewDevice }
  | ChallengeResponse

export interface ChallengeResponse {
  readonly kind: 'challenge'
  readonly name: string
  readonly session: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  readonly factors: readonly FirstFactor[]
}

export interface TokensResponse {
  readonly idToken: string
  readonly accessToken: string
  /** `undefined` when the previous one stays valid. */
  readonly refreshToken: string | undefined
}

export function asJson(value: unknown, what = 'The response'): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new InvalidAnswerError(`${what} is not an object`)
}

/** @throws InvalidAnswerError */
export function parseAuthResponse(answer: Json): AuthResponse {
  const { ChallengeName, Session: session } = answer
  const factors = factorsIn(answer.AvailableChallenges)
  // The developer guide has a response with the list and without a name.
  const isChoice = !isText(ChallengeName) && !answer.AuthenticationResult && factors.length > 0
  const name = isChoice ? 'SELECT_CHALLENGE' : ChallengeName
  if (typeof name !== 'string') {
    const newDevice = parseNewDevice(answer)
    return { kind: 'tokens', tokens: parseTokens(answer), ...(newDevice && { newDevice }) }
  }
  return {
    kind: 'challenge',
    name,
    session: typeof session === 'string' ? session : undefined,
    parameters: texts(answer.ChallengeParameters),
    factors,
  }
}

function parseNewDevice(answer: Json): NewDevice | undefined {
  const { NewDeviceMetadata: device } = asJson(answer.AuthenticationResult, 'AuthenticationResult')
  if (typeof device !== 'object' || device === null) return undefined
  const { DeviceKey: key, DeviceGroupKey: groupKey }: Json = { ...device }
  return isText(key) && isText(groupKey) ? { key, groupKey } : undefined
}

/** @throws InvalidAnswerError */
export function parseTokens(answer: Json): TokensResponse {
  const result = asJson(answer.AuthenticationResult, 'AuthenticationResult')
  return {
    idToken: text(result, 'IdToken'),
    accessToken: text(result, 'AccessToken'),
    refreshToken: typeof result.RefreshToken === 'string' ? result.RefreshToken : undefined,
  }
}

/** `Session` of a sign-up: signs the user in after the confirmation. */
export function parseSession({ Session: session }: Json): Secret | undefined {
  return isText(session) ? new Secret(session) : undefined
}

/** `CodeDeliveryDetails`; `undefined` when Cognito sent none, or an incomplete one. */
export function parseDelivery(answer: Json): CodeDelivery | undefined {
  return toDelivery(answer.CodeDeliveryDetails)
}

/** `CodeDeliveryDetailsList` without incomplete entries. */
export function parseDeliveries(answer: Json): readonly CodeDelivery[] {
  const list = answer.CodeDeliveryDetailsList
  if (!Array.isArray(list)) return []
  return list.map(toDelivery).filter((delivery) => delivery !== undefined)
}

/** `AttributeName` is optional. */
const attributeOf = { EMAIL: 'email', SMS: 'phone_number' }

function toDelivery(details: unknown): CodeDelivery | undefined {
  if (typeof details !== 'object' || details === null) return undefined
  const {
    DeliveryMedium: medium,
    Destination: destination,
    AttributeName: attribute,
  }: { DeliveryMedium?: unknown; Destination?: unknown; AttributeName?: unknown } = details
  if ((medium !== 'EMAIL' && medium !== 'SMS') || typeof destination !== 'string') return undefined
  return { medium, destination, attribute: isText(attribute) ? attribute : attributeOf[medium] }
}

/** @throws InvalidAnswerError */
export function text(json: Json, key: string): string {
  const value = json[key]
  if (isText(value)) return value
  throw new InvalidAnswerError(`The response has no ${key}`)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Lists arrive as JSON texts, or (from imperfect servers) as lists. Returns both as texts. */
function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, Array.isArray(entry) ? JSON.stringify(entry) : entry] as const)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
