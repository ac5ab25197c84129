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

/** A failure, ready to show on a screen. */
export interface AuthFailure {
  /** Closed union; `'unknown'` for a name that is not in the table. */
  readonly code: FailureCode
  /** In English: Cognito's own text for an error of Cognito. */
  readonly message: string
  /** The field that the user has to change, if the screen has it. */
  readonly field?: FailureField
  /** The broken rule of the password policy, if Cognito names it. */
  readonly rule?: PasswordRule
  /** The name of the attribute that Cognito rejects or requires, if Cognito names it. */
  readonly attribute?: string
  /** Only for `refusedByTrigger`: the text of the pool's Lambda function, if Cognito passes it on. */
  readonly said?: string
  /** What an action of the app's own step has rejected with: see {@link StepError}. */
  readonly reason?: string
  /** The same request may succeed later, unchanged. */
  readonly retryable: boolean
  /** Epoch ms before which a retry is useless, if the service says so (`Retry-After`). */
  readonly retryAt?: number
  /** The thrown error; for an error that is not ours, a copy with its name, message and code. */
  readonly cause: unknown
}

/** e.g. `Invalid attributes given, gender is missing`, `user.email: Attribute cannot be updated.` */
const namedAttribute =
  /(?:conform to the schema: (?:Type for attribute \{)?|attributes given, |already provided (?:userAttributes\.)?|^user\.)((?:custom:)?\w+)/

/**
 * Turns any thrown value into an {@link AuthFailure}. Never throws.
 *
 * @example
 * try {
 *   await auth.getSession()
 * } catch (error) {
 *   if (toFailure(error).code === 'signedOut') showSignIn()
 * }
 */
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
    ...(row?.reason && { reason: row.reason }),
    retryable: row?.retryable ?? false,
    ...(retryAt !== undefined && { retryAt }),
    cause,
  }
}

/** Cognito adds a full stop to the text. */
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
 * The failure for a session that another tab has ended, from the reason that it has posted; `undefined`
 * for a code that ends no session here: from another version of this code, or forged.
 */
export function failureOfReason({
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

/** The exception that a response without a known name stands for. */
const nameOf = (status: unknown): string | undefined =>
  Number(status) >= 500 ? 'ServiceError' : statusNames.get(status)

const statusNames: ReadonlyMap<unknown, string> = new Map([
  [401, 'UnauthorizedException'],
  [403, 'ForbiddenException'],
  [408, 'TimeoutError'],
  [413, 'InvalidParameterException'],
  [429, 'TooManyRequestsException'],
])

/** Whether a failed refresh means that the session is over. */
export function isSessionOver({ cause }: AuthFailure): boolean {
  return rowOf(cause)?.endsSession ?? false
}

/** Whether Cognito rejected the access token of a request: a refresh shows whether the session is over. */
export function isTokenRejected(failure: AuthFailure): boolean {
  const { code } = failure
  if (code === 'notAuthorized' || code === 'deviceNotFound') return false
  return code === 'accessTokenExpired' || isSessionOver(failure)
}

/** Whether a challenge is lost after this failure. If not, it can be answered again. */
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

/** Reads by shape, not by class: an error of another realm (a frame, a worker) counts, too. */
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
