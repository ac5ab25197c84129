import { presentable } from '../disclosure/presentable.ts'
import type { PasswordRule } from '../password-policy.ts'
import {
  type FailureField,
  type FailureRow,
  failureTable,
  type Rejection,
  triggerWords,
} from './failure-table.ts'

export type { FailureField } from './failure-table.ts'

type Rows = (typeof failureTable)[keyof typeof failureTable]

export type FailureCode = Rows[number]['code'] | 'unknown'

/** What went wrong, ready for a screen. */
export interface AuthFailure {
  /** Closed union; `'unknown'` for a name that is not in the table. */
  readonly code: FailureCode
  /** In English: Cognito's own words where it is Cognito that refused. */
  readonly message: string
  /** The field the user has to change, where the screen has one. */
  readonly field?: FailureField
  /** The rule of the password policy that was broken, where Cognito named it. */
  readonly rule?: PasswordRule
  /** The attribute that Cognito refused or missed, by its name, where Cognito named it. */
  readonly attribute?: string
  /** Of `refusedByTrigger`: the words of the pool's Lambda function, where Cognito passed them on. */
  readonly said?: string
  /** The same request may succeed later, unchanged. */
  readonly retryable: boolean
  /** Epoch ms before which a retry is useless, where the service said so (`Retry-After`). */
  readonly retryAt?: number
  /** What was thrown; of an error that is not ours the name, the message and the code. */
  readonly cause: unknown
}

/** e.g. `Invalid attributes given, gender is missing`, `user.email: Attribute cannot be updated.` */
const namedAttribute =
  /(?:conform to the schema: (?:Type for attribute \{)?|attributes given, |already provided (?:userAttributes\.)?|^user\.)((?:custom:)?\w+)/

/** Turns whatever an actor threw into an {@link AuthFailure}. Total: never throws. */
export function toFailure(thrown: unknown): AuthFailure {
  const cause = presentable(thrown)
  const { message, retryAt, rejection } = readError(cause)
  const row = rowOf(cause)
  const code = (row?.code as FailureCode | undefined) ?? 'unknown'
  const attribute = rejection?.attribute ?? namedAttribute.exec(message)?.[1]
  const said = code === 'refusedByTrigger' ? saidIn(message) : undefined
  return {
    code,
    message: rejection?.message ?? message,
    ...(row?.field && { field: row.field }),
    ...(row?.rule && { rule: row.rule }),
    ...(attribute && { attribute }),
    ...(said && { said }),
    retryable: row?.retryable ?? false,
    ...(retryAt !== undefined && { retryAt }),
    cause,
  }
}

/** Cognito ends the sentence with a full stop of its own. */
function saidIn(message: string): string | undefined {
  const at = message.indexOf(triggerWords)
  if (at < 0) return undefined
  return message
    .slice(at + triggerWords.length)
    .trim()
    .replace(/\.$/, '')
}

const allRows: readonly FailureRow[] = Object.values(failureTable).flat()
const codes: ReadonlySet<string> = new Set(allRows.map(({ code }) => code))
const endings: ReadonlySet<string> = new Set(
  allRows.filter(({ endsSession }) => endsSession).map(({ code }) => code),
)

/**
 * Why a session has ended, as another tab says it; `undefined` for a code that ends none here: of another
 * version of this code, or forged.
 */
export function retold({
  code,
  message,
}: {
  code: string
  message: string
}): AuthFailure | undefined {
  if (!endings.has(code)) return undefined
  return { code: code as FailureCode, message, retryable: false, cause: undefined }
}

function rowOf(cause: unknown): Rejection | undefined {
  const { name, message, status, rejection } = readError(cause)
  const named = name === 'UnnamedError' ? undefined : rowsOf(name)
  const rows = named ?? rowsOf(nameOf(status)) ?? rowsOf(name)
  const row = rows?.find(({ says = '' }) => message.includes(says))
  return rejection ? { ...row, ...rejection } : row
}

function rowsOf(name: unknown): readonly FailureRow[] | undefined {
  const isKnown = typeof name === 'string' && Object.hasOwn(failureTable, name)
  return isKnown ? failureTable[name as keyof typeof failureTable] : undefined
}

/** What an answer means whose name says nothing. */
const nameOf = (status: unknown): string | undefined =>
  Number(status) >= 500 ? 'ServiceError' : statusNames.get(status)

const statusNames: ReadonlyMap<unknown, string> = new Map([
  [401, 'UnauthorizedException'],
  [403, 'ForbiddenException'],
  [408, 'TimeoutError'],
  [413, 'InvalidParameterException'],
  [429, 'TooManyRequestsException'],
])

/** Whether a refresh that failed so means that the session is over, and not just that it must wait. */
export function isSessionOver({ cause }: AuthFailure): boolean {
  return rowOf(cause)?.endsSession ?? false
}

/** Whether a request was refused for the sake of its access token: a refresh tells more. */
export function isTokenRefused(failure: AuthFailure): boolean {
  const { code } = failure
  if (code === 'notAuthorized' || code === 'deviceNotFound') return false
  return code === 'accessTokenExpired' || isSessionOver(failure)
}

/** Whether a challenge whose answer failed so is lost, and not just to be answered again. */
export function endsChallenge({ cause }: AuthFailure): boolean {
  return rowOf(cause)?.endsChallenge ?? false
}

interface ErrorParts {
  readonly name?: unknown
  readonly message: string
  readonly status?: unknown
  readonly retryAt?: number
  readonly rejection?: Rejection
}

/** Reads by shape, not by class: an error of another realm (a frame, a worker) is one too. */
function readError(cause: unknown): ErrorParts {
  if (typeof cause !== 'object' || cause === null) return { message: String(cause) }
  const { name, message, retryAt, rejection, status }: { [Key in keyof ErrorParts]?: unknown } =
    cause
  return {
    name,
    message: typeof message === 'string' ? message : 'Something that is not an error was thrown',
    status,
    ...(typeof retryAt === 'number' && { retryAt }),
    ...(isRejection(rejection) && { rejection }),
  }
}

function isRejection(value: unknown): value is Rejection {
  if (typeof value !== 'object' || value === null) return false
  const { code }: Rejection = value
  return code === undefined || codes.has(code)
}
