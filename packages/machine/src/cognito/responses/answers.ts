import type { CodeDelivery, NewDevice } from '../../ports/index.ts'
import { InvalidAnswerError } from '../errors.ts'

/** A JSON object off the wire, not to be trusted. */
export type Json = Readonly<Record<string, unknown>>

/** What `InitiateAuth` and `RespondToAuthChallenge` answer. */
export type AuthAnswer =
  | { readonly kind: 'tokens'; readonly tokens: TokensAnswer; readonly newDevice?: NewDevice }
  | ChallengeAnswered

export interface ChallengeAnswered {
  readonly kind: 'challenge'
  readonly name: string
  readonly session: string | undefined
  readonly parameters: Readonly<Record<string, string>>
}

export interface TokensAnswer {
  readonly idToken: string
  readonly accessToken: string
  /** Absent where the old one stays valid. */
  readonly refreshToken: string | undefined
}

export function asJson(value: unknown, what = 'The answer'): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new InvalidAnswerError(`${what} is not an object`)
}

/** @throws InvalidAnswerError */
export function parseAuthAnswer(answer: Json): AuthAnswer {
  const { ChallengeName: name, Session: session } = answer
  if (typeof name !== 'string') {
    const newDevice = parseNewDevice(answer)
    return { kind: 'tokens', tokens: parseTokens(answer), ...(newDevice && { newDevice }) }
  }
  return {
    kind: 'challenge',
    name,
    session: typeof session === 'string' ? session : undefined,
    parameters: texts(answer.ChallengeParameters),
  }
}

function parseNewDevice(answer: Json): NewDevice | undefined {
  const { NewDeviceMetadata: device } = asJson(answer.AuthenticationResult, 'AuthenticationResult')
  if (typeof device !== 'object' || device === null) return undefined
  const { DeviceKey: key, DeviceGroupKey: groupKey }: Json = { ...device }
  return isText(key) && isText(groupKey) ? { key, groupKey } : undefined
}

/** @throws InvalidAnswerError */
export function parseTokens(answer: Json): TokensAnswer {
  const result = asJson(answer.AuthenticationResult, 'AuthenticationResult')
  return {
    idToken: text(result, 'IdToken'),
    accessToken: text(result, 'AccessToken'),
    refreshToken: typeof result.RefreshToken === 'string' ? result.RefreshToken : undefined,
  }
}

/** `CodeDeliveryDetails`; `undefined` where Cognito sent none or one that says nothing. */
export function parseDelivery(answer: Json): CodeDelivery | undefined {
  return toDelivery(answer.CodeDeliveryDetails)
}

/** `CodeDeliveryDetailsList`; those that say nothing are left out. */
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
  throw new InvalidAnswerError(`The answer has no ${key}`)
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Lists arrive as JSON texts, or (from imperfect servers) as lists: both become texts here. */
function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, Array.isArray(entry) ? JSON.stringify(entry) : entry] as const)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
