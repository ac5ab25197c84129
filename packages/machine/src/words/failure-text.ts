import type { AuthFailure, FailureCode } from '../errors/failure.ts'
import { maxPasswordLength } from '../password-policy.ts'
import type { PasswordPolicy } from '../ports/index.ts'
import { attributeLabel } from './attribute-label.ts'
import { secondsText } from './format.ts'
import { type Phrase, say } from './phrase.ts'
import type { WordKey, Words } from './words.ts'

/** What a text can say beside the failure. */
export interface FailureTextOptions {
  /** Now, in ms since the epoch, for the time until `retryAt`. The default is the clock's. */
  readonly now?: number | undefined
  /** The policy of the user pool, for the number in “At least 8 characters”. */
  readonly passwordPolicy?: Pick<PasswordPolicy, 'minLength'> | undefined
}

type Values = Readonly<Record<string, string | number | Phrase>>

/**
 * The text of a failure. A Lambda trigger's own sentence (`failure.said`) is shown as it is, without Cognito's words
 * before it, in the language of the trigger.
 *
 * @example
 * const error = view.failure && failureText(english, view.failure)
 */
export function failureText(
  words: Words,
  failure: AuthFailure,
  options: FailureTextOptions = {},
): string {
  const { code, message, said } = failure
  const { key, values } = describe(words, failure, options)
  const all = { ...values, ...(said !== undefined && { said }), code, message }
  if (said === undefined) return say(words, { key, values: all })
  return words.map?.(key, { code, message, said }) ?? said
}

interface Description {
  readonly key: WordKey
  readonly values?: Values
}

/** These have another text when the attribute is not known. */
const unnamed = {
  attributeRequired: 'failure.unnamedRequired',
  invalidAttribute: 'failure.unnamedInvalid',
  attributeNotWritable: 'failure.unnamedNotWritable',
} as const satisfies Partial<Record<FailureCode, WordKey>>

/** These have another text when the time of the next attempt is known. */
const timed = {
  tooManyAttempts: 'failure.tooManyAttemptsUntil',
  limitExceeded: 'failure.tooManyAttemptsUntil',
  tooManyCodes: 'failure.tooManyAttemptsUntil',
  throttled: 'failure.throttledUntil',
  serviceError: 'failure.serviceErrorUntil',
} as const satisfies Partial<Record<FailureCode, WordKey>>

function describe(
  words: Words,
  { code, field, rule, attribute, retryAt, reason }: AuthFailure,
  { now = Date.now(), passwordPolicy }: FailureTextOptions,
): Description {
  if (isKeyOf(unnamed, code)) {
    const name = attribute ?? /^attributes\.(.+)$/.exec(field ?? '')?.[1]
    return name === undefined
      ? { key: unnamed[code] }
      : { key: `failure.${code}`, values: { label: attributeLabel(name) } }
  }
  if (isKeyOf(timed, code) && retryAt !== undefined && retryAt > now) {
    return { key: timed[code], values: { time: secondsText(words, (retryAt - now) / 1000) } }
  }
  if (code === 'invalidPassword' && rule) {
    return { key: 'failure.brokenRule', values: { rule: rulePhrase(rule, passwordPolicy) } }
  }
  return { key: reason === undefined ? `failure.${code}` : `step.failure.${reason}` }
}

function rulePhrase(
  rule: NonNullable<AuthFailure['rule']>,
  policy: FailureTextOptions['passwordPolicy'],
): Phrase {
  if (rule === 'minLength' && !policy) return { key: 'rule.longer' }
  const values = { ...(policy && { min: policy.minLength }), max: maxPasswordLength }
  return { key: `rule.${rule}`, values }
}

function isKeyOf<Table extends object>(table: Table, code: PropertyKey): code is keyof Table {
  return Object.hasOwn(table, code)
}
