import { invalidParameter } from '../errors.ts'
import { isRecord } from '../input/reader.ts'

const names = [
  'SMS_MFA',
  'SOFTWARE_TOKEN_MFA',
  'EMAIL_OTP',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'NEW_PASSWORD_REQUIRED',
  'CUSTOM_CHALLENGE',
] as const

/** The next step of a sign-in, in place of the one that the pool and the user require. */
export interface ForcedChallenge {
  /** Null: no further challenge, the sign-in ends with tokens. */
  readonly challenge: (typeof names)[number] | null
  /** Replace members of ChallengeParameters; `MFAS_CAN_CHOOSE` also sets the valid choices. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The right answer to a CUSTOM_CHALLENGE. */
  readonly answer?: string
  /** How many steps in a row; default 1. */
  readonly times?: number
}

/** The next forced challenge. Each call uses up one of its `times`. */
export function takeForced(forcedChallenges: ForcedChallenge[]): ForcedChallenge | undefined {
  const [forced] = forcedChallenges
  if (!forced) return undefined
  const times = (forced.times ?? 1) - 1
  if (times > 0) forcedChallenges[0] = { ...forced, times }
  else forcedChallenges.shift()
  return forced
}

const isText = (value: unknown) => typeof value === 'string'

const rules: Readonly<
  Record<keyof ForcedChallenge, readonly [(value: unknown) => boolean, string]>
> = {
  challenge: [
    (value) => value === null || names.some((name) => name === value),
    `one of ${names.join(', ')}, or null`,
  ],
  parameters: [
    (value) => isRecord(value) && Object.values(value).every(isText),
    'an object of texts',
  ],
  answer: [isText, 'a text'],
  times: [(value) => Number.isInteger(value) && Number(value) >= 1, 'a whole number, 1 or more'],
}

const isForced = (
  value: Record<string, unknown>,
): value is Record<string, unknown> & ForcedChallenge => value.challenge !== undefined

/** @throws CognitoError with the reason. */
export function readForced(value: Record<string, unknown>): ForcedChallenge {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(rules, key))
  if (unknown.length > 0) {
    throw invalidParameter(
      `Unknown member ${unknown.map((key) => `'${key}'`).join(', ')}. Known: ${Object.keys(rules).join(', ')}.`,
    )
  }
  for (const [key, [fits, shape]] of Object.entries(rules)) {
    if (value[key] !== undefined && !fits(value[key])) {
      throw invalidParameter(`'${key}' must be ${shape}.`)
    }
  }
  if (!isForced(value)) throw invalidParameter("'challenge' is missing.")
  if (value.challenge === 'CUSTOM_CHALLENGE' && value.answer === undefined) {
    throw invalidParameter("A CUSTOM_CHALLENGE needs the 'answer' that is right.")
  }
  return value
}
