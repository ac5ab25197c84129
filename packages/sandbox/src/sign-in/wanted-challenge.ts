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

/** What the next step of a sign-in shall be, whatever pool and user would make of it. */
export interface WantedChallenge {
  /** Null: none any more, but the tokens. */
  readonly challenge: (typeof names)[number] | null
  /** Laid over ChallengeParameters; `MFAS_CAN_CHOOSE` is what may be chosen as well. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Of a CUSTOM_CHALLENGE: what is right. */
  readonly answer?: string
  /** How many steps in a row; default 1. */
  readonly times?: number
}

/** The one that is wanted next, which is used up by that. */
export function takeWanted(wantedChallenges: WantedChallenge[]): WantedChallenge | undefined {
  const [wanted] = wantedChallenges
  if (!wanted) return undefined
  const times = (wanted.times ?? 1) - 1
  if (times > 0) wantedChallenges[0] = { ...wanted, times }
  else wantedChallenges.shift()
  return wanted
}

const isText = (value: unknown) => typeof value === 'string'

const rules: Readonly<
  Record<keyof WantedChallenge, readonly [(value: unknown) => boolean, string]>
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

const isWanted = (
  value: Record<string, unknown>,
): value is Record<string, unknown> & WantedChallenge => value.challenge !== undefined

/** @throws CognitoError that says what is wrong. */
export function readWanted(value: Record<string, unknown>): WantedChallenge {
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
  if (!isWanted(value)) throw invalidParameter("'challenge' is missing.")
  if (value.challenge === 'CUSTOM_CHALLENGE' && value.answer === undefined) {
    throw invalidParameter("A CUSTOM_CHALLENGE needs the 'answer' that is right.")
  }
  return value
}
