import type { FieldProblem } from '../forms/checks/field-problem.ts'
import type { PhoneCountry } from '../forms/phone/phone-country.ts'
import { toE164 } from '../forms/phone/to-e164.ts'
import type { AuthView } from '../view/views/auth-views.ts'
import type { Words } from '../words/words.ts'
import { english, messageIn } from './message-in.ts'
import { payloadMembers } from './payload-members.ts'
import type { InputAction, PayloadOf } from './payload-types.ts'
import { readPayload } from './read-payload.ts'
import type { SchemaIssue, StandardSchema } from './standard-schema.ts'

export interface ValidatorOptions {
  /** The language of the messages; English by default. */
  readonly words?: Words | undefined
  /** Your own message for a problem; `undefined` keeps the one of `words`. */
  readonly messageOf?: ((problem: FieldProblem) => string | undefined) | undefined
  /** For phone numbers without a calling code: ISO 3166-1 alpha-2, e.g. `'DE'`. */
  readonly defaultCountry?: PhoneCountry | undefined
  /** Instead of our own reading of phone numbers, e.g. by libphonenumber-js: E.164, or `undefined`. */
  readonly normalizePhone?: ((text: string) => string | undefined) | undefined
  /** A new password has to be typed twice, the second time as `passwordRepeat`. `false` by default. */
  readonly repeatPassword?: boolean | undefined
}

/** What is wrong with one value: in words, and as the problem itself. It never contains what was typed. */
export interface ValidatorIssue extends SchemaIssue, FieldProblem {
  readonly path: readonly string[]
}

/** What a form has to fill in: the payload, and the repeated password if `repeatPassword` is set. */
export type ValidatorInput<
  View extends AuthView,
  Action extends InputAction<View>,
  Options extends ValidatorOptions,
> = PayloadOf<View, Action> &
  (Options extends { readonly repeatPassword: true }
    ? View extends { readonly passwordPolicy: unknown }
      ? 'password' extends keyof PayloadOf<View, Action>
        ? { passwordRepeat: string }
        : unknown
      : unknown
    : unknown)

/**
 * The payload of an action as a Standard Schema, for form libraries: React Hook Form, TanStack Form, VeeValidate
 * and others. Its output is what the action takes, tidied: user names and e-mail addresses without blanks, codes
 * in ASCII digits, phone numbers as E.164, no empty attributes. What is demanded comes from the view: how users
 * sign in, the required attributes, the password policy. Cognito has the last word.
 *
 * A password has one issue for each rule that it breaks.
 *
 * @example
 * const schema = validatorOf(view, 'submit')      // view.route === 'signUp'
 * const form = useForm({ resolver: standardSchemaResolver(schema) })
 * <form onSubmit={form.handleSubmit(view.submit)}>
 */
export function validatorOf<
  const View extends AuthView,
  const Action extends InputAction<View>,
  const Options extends ValidatorOptions = ValidatorOptions,
>(
  view: View,
  action: Action,
  options?: Options,
): StandardSchema<ValidatorInput<View, Action, Options>, PayloadOf<View, Action>, ValidatorIssue> {
  const {
    words = english,
    messageOf,
    defaultCountry,
    normalizePhone,
    repeatPassword = false,
  } = options ?? {}
  const actions: Readonly<Record<string, Readonly<Record<string, boolean>>>> =
    payloadMembers[view.route]
  const validate = (input: unknown) => {
    const issues: ValidatorIssue[] = []
    const reader = {
      view,
      normalizePhone: normalizePhone ?? ((text: string) => toE164(text, defaultCountry)),
      repeatPassword,
      report: (problem: FieldProblem, ...path: readonly string[]) => {
        for (const one of eachRule(problem)) {
          issues.push({ ...one, path, message: messageOf?.(one) ?? messageIn(words, one, path) })
        }
      },
    }
    const value = readPayload(reader, actions[action] ?? {}, input) as PayloadOf<View, Action>
    return issues.length > 0 ? { issues } : { value }
  }
  return { '~standard': { version: 1, vendor: 'authchart', validate } }
}

/** One problem for each broken rule of a password: a form shows each, or the first one. */
function eachRule(problem: FieldProblem): readonly FieldProblem[] {
  const { key, values } = problem
  if (key !== 'passwordRules') return [problem]
  return `${values?.rules}`.split(' ').map((rules) => ({ key, values: { ...values, rules } }))
}
