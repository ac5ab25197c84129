import { checkRepeatedPassword } from '../forms/checks/check-new-password.ts'
import { checkLength, checkRequired } from '../forms/checks/check-value.ts'
import type { FieldProblem } from '../forms/checks/field-problem.ts'
import { Secret } from '../secret.ts'
import type { AuthView } from '../view/views/auth-views.ts'
import { type NormalizePhone, readText } from './read-text.ts'

/** What the reading of one payload needs. */
export interface PayloadReader {
  readonly view: AuthView
  readonly normalizePhone: NormalizePhone
  readonly repeatPassword: boolean
  /** Takes a problem, and the way to the value that has it. */
  readonly report: (problem: FieldProblem, ...path: readonly string[]) => void
}

type Values = Readonly<Record<string, unknown>>

const missing: FieldProblem = { key: 'required' }

/** Blanks are a value of these. */
const exactTexts = ['password', 'previousPassword', 'answer']

/**
 * Reads a payload as it will be sent: tidied, with its own members only, without those that are empty. A value
 * of another type counts as missing.
 */
export function readPayload(
  reader: PayloadReader,
  members: Readonly<Record<string, boolean>>,
  input: unknown,
): Values {
  const given = isValues(input) ? input : {}
  const output = Object.entries(members).map(([name, isRequired]) => {
    const isNeeded =
      name === 'previousPassword'
        ? hasPassword(reader.view)
        : isRequired || (name === 'password' && needsPassword(reader.view, given))
    return [name, readMember(reader, name, given[name], isNeeded)] as const
  })
  const { password, passwordRepeat } = given
  if (reader.repeatPassword && 'password' in members && 'passwordPolicy' in reader.view) {
    const problem = checkRepeatedPassword(`${password ?? ''}`, `${passwordRepeat ?? ''}`)
    if (problem) reader.report(problem, 'passwordRepeat')
  }
  return Object.fromEntries(output.filter(([, value]) => value !== undefined))
}

/** As long as it is not known that there is none. */
function hasPassword(view: AuthView): boolean {
  const factors = view.route === 'signedIn' ? view.factors.data : undefined
  return factors === undefined || factors.includes('PASSWORD')
}

/** Whether an action cannot go without a password: other factors are up to the configuration. */
function needsPassword(view: AuthView, { authFlowType, factor }: Values): boolean {
  switch (view.route) {
    case 'signIn':
      return authFlowType !== 'CUSTOM_AUTH' && view.factors.every((known) => known === 'PASSWORD')
    case 'selectFactor':
      return factor === 'PASSWORD'
    case 'signUp':
      return !view.factors.includes('EMAIL') && !view.factors.includes('SMS')
    default:
      return true
  }
}

function readMember(
  reader: PayloadReader,
  name: string,
  value: unknown,
  isRequired: boolean,
): unknown {
  switch (name) {
    case 'rememberDevice':
    case 'prefer':
    case 'forceAliasCreation':
      if (value !== undefined && typeof value !== 'boolean') reader.report(missing, name)
      return value
    case 'names':
      if (!isFilledList(value)) reader.report(missing, name)
      return value
    case 'attributes':
      return readAttributes(reader, value, isRequired)
    case 'validationData':
    case 'clientMetadata':
      if (value !== undefined && !isTexts(value)) reader.report(missing, name)
      return value
    default:
      // The code of a link.
      return value instanceof Secret ? value : readOne(reader, [name], value, isRequired)
  }
}

function readAttributes(reader: PayloadReader, value: unknown, isRequired: boolean): unknown {
  const { view, report } = reader
  const given = isValues(value) ? value : {}
  const needed = requiredAttributes(view)
  const names = [...new Set([...Object.keys(given), ...needed])]
  if (isRequired && names.length === 0) report(missing, 'attributes')
  const read = names.map((name) => {
    // An empty value deletes the attribute of a user who has it.
    const isDeleted = view.route === 'signedIn' && given[name] === ''
    const text = readOne(reader, ['attributes', name], given[name], needed.includes(name))
    return [name, isDeleted ? '' : text] as const
  })
  const filled = read.filter(([, text]) => text !== undefined)
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

function requiredAttributes(view: AuthView): readonly string[] {
  if (view.route === 'newPassword') return view.missingAttributes
  if (view.route !== 'signUp') return []
  return view.attributes.filter(({ isRequired }) => isRequired).map(({ name }) => name)
}

function readOne(
  { view, normalizePhone, report }: PayloadReader,
  path: readonly string[],
  value: unknown,
  isRequired: boolean,
): string | undefined {
  const name = path.at(-1) ?? ''
  const typed = typeof value === 'string' ? value : ''
  const isMissing = isRequired || (value !== undefined && value !== null && typed !== value)
  const absent = isMissing ? checkRequired(typed, exactTexts.includes(name)) : undefined
  if (absent) report(absent, ...path)
  if (absent || typed === '') return undefined
  const { text, problem } = readText(name, typed, view, normalizePhone)
  const found = problem ?? (path.length > 1 ? checkLength(text) : undefined)
  if (found) report(found, ...path)
  return text || undefined
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null
}

function isTexts(value: unknown): boolean {
  return isValues(value) && Object.values(value).every((text) => typeof text === 'string')
}

function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && isTexts(value)
}
