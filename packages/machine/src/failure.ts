import { type FailureRow, failureTable } from './failure-table.ts'
import type { PasswordRule } from './password-policy.ts'

type Rows = (typeof failureTable)[keyof typeof failureTable]

export type FailureCode = Rows[number]['code'] | 'unknown'
export type FailureField = NonNullable<FailureRow['field']>

/** What went wrong, ready for a screen. */
export interface AuthFailure {
  /** Closed union; `'unknown'` for a name that is not in the table. */
  readonly code: FailureCode
  /** In English: Cognito's own words where it is Cognito that refused. */
  readonly message: string
  /** The field the user has to change, where there is one. */
  readonly field?: FailureField
  /** The rule of the password policy that was broken, where Cognito named it. */
  readonly rule?: PasswordRule
  /** The attribute that Cognito refused or missed, by its name, where Cognito named it. */
  readonly attribute?: string
  /** The same request may succeed later, unchanged. */
  readonly retryable: boolean
  /** Epoch ms before which a retry is useless, where the service said so (`Retry-After`). */
  readonly retryAt?: number
  /** What was thrown. */
  readonly cause: unknown
}

/** e.g. `Invalid attributes given, gender is missing`, `user.email: Attribute cannot be updated.` */
const namedAttribute =
  /(?:conform to the schema: |attributes given, |already provided (?:userAttributes\.)?|^user\.)((?:custom:)?\w+)/

/** Turns whatever an actor threw into an {@link AuthFailure}. Total: never throws. */
export function toFailure(cause: unknown): AuthFailure {
  const { message, retryAt } = readError(cause)
  const row = rowOf(cause)
  const attribute = namedAttribute.exec(message)?.[1]
  return {
    code: (row?.code as FailureCode | undefined) ?? 'unknown',
    message,
    ...(row?.field && { field: row.field }),
    ...(row?.rule && { rule: row.rule }),
    ...(attribute && { attribute }),
    retryable: row?.retryable ?? false,
    ...(retryAt !== undefined && { retryAt }),
    cause,
  }
}

const codes: ReadonlySet<string> = new Set(
  Object.values(failureTable).flatMap((rows) => rows.map(({ code }) => code)),
)

/** A failure that another tab has told of, perhaps one with another version of this code. */
export function retold({ code, message }: { code: string; message: string }): AuthFailure {
  const known = codes.has(code) ? (code as FailureCode) : 'unknown'
  return { code: known, message, retryable: false, cause: undefined }
}

function rowOf(cause: unknown): FailureRow | undefined {
  const { name, message } = readError(cause)
  if (typeof name !== 'string' || !Object.hasOwn(failureTable, name)) return undefined
  const rows: readonly FailureRow[] = failureTable[name as keyof typeof failureTable]
  return rows.find(({ says = '' }) => message.includes(says))
}

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

/** Reads by shape, not by class: an error of another realm (a frame, a worker) is one too. */
function readError(cause: unknown): { name?: unknown; message: string; retryAt?: number } {
  if (typeof cause !== 'object' || cause === null) return { message: String(cause) }
  const { name, message, retryAt }: { name?: unknown; message?: unknown; retryAt?: unknown } = cause
  return {
    name,
    message: typeof message === 'string' ? message : 'Something that is not an error was thrown',
    ...(typeof retryAt === 'number' && { retryAt }),
  }
}
