import type { CodeDelivery } from '../ports/index.ts'
import { InvalidAnswerError } from './errors.ts'

/** A JSON object off the wire, not to be trusted. */
export type Json = Readonly<Record<string, unknown>>

/** What `InitiateAuth` and `RespondToAuthChallenge` answer. */
export type AuthAnswer =
  | { readonly kind: 'tokens'; readonly tokens: TokensAnswer }
  | {
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
  if (typeof name !== 'string') return { kind: 'tokens', tokens: parseTokens(answer) }
  return {
    kind: 'challenge',
    name,
    session: typeof session === 'string' ? session : undefined,
    parameters: texts(answer.ChallengeParameters),
  }
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
  const details = answer.CodeDeliveryDetails
  if (typeof details !== 'object' || details === null) return undefined
  const {
    DeliveryMedium: medium,
    Destination: destination,
    AttributeName: attribute,
  }: { DeliveryMedium?: unknown; Destination?: unknown; AttributeName?: unknown } = details
  if ((medium !== 'EMAIL' && medium !== 'SMS') || typeof destination !== 'string') return undefined
  return { medium, destination, attribute: typeof attribute === 'string' ? attribute : undefined }
}

/** @throws InvalidAnswerError */
function text(json: Json, key: string): string {
  const value = json[key]
  if (typeof value === 'string' && value !== '') return value
  throw new InvalidAnswerError(`The answer has no ${key}`)
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
