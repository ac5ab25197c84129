import { invalidParameter, notAuthorized } from '../../errors.ts'
import type { AttributeList } from '../../input/members.ts'
import type { PoolOptions, SchemaAttribute } from '../options/pool-options.ts'
import type { Attributes } from './user.ts'

const standard = new Set([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
])

const verifiedFlags = new Set(['email_verified', 'phone_number_verified'])

/** The prefix of custom attributes is optional. */
export function schemaName(name: string) {
  return standard.has(name) || name.startsWith('custom:') ? name : `custom:${name}`
}

export function fromAttributeList(list: AttributeList): Attributes {
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value ?? '']))
}

/** `sub` first, as in GetUser. */
export function toAttributeList(attributes: Attributes) {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

const isProtected = (name: string) =>
  name === 'sub' || name === 'identities' || verifiedFlags.has(name)

/**
 * Rejects attributes that users may not write: ids, verification flags, and those that the client
 * excludes.
 */
export function rejectUnwritable({ WriteAttributes }: PoolOptions, names: readonly string[]): void {
  const isWritable = (name: string) =>
    !isProtected(name) && (WriteAttributes.length === 0 || WriteAttributes.includes(name))
  if (!names.every(isWritable)) {
    throw notAuthorized('A client attempted to write unauthorized attribute')
  }
}

/** The attributes that users may read and the ID token may contain. */
export function readableAttributes(
  { ReadAttributes }: PoolOptions,
  attributes: Attributes,
): Attributes {
  return ReadAttributes.length === 0
    ? attributes
    : Object.fromEntries(
        Object.entries(attributes).filter(
          ([name]) => name === 'sub' || ReadAttributes.includes(name),
        ),
      )
}

/** Rejects a change of immutable attributes, also by administrators. */
export function rejectImmutable({ SchemaAttributes }: PoolOptions, names: readonly string[]): void {
  const immutable = SchemaAttributes.filter(({ Mutable }) => Mutable === false)
  const fixed = ['sub', ...immutable.map(({ Name }) => schemaName(Name))]
  const name = names.find((candidate) => fixed.includes(candidate))
  if (name !== undefined) throw changeRejected([`${name}: Attribute cannot be updated.`])
}

/**
 * Rejects attributes that the pool's schema does not have, with the message for an existing user.
 */
export function requireDeclared(options: PoolOptions, names: readonly string[]): void {
  const problems = undeclared(options, names)
  if (problems.length > 0) throw changeRejected(problems)
}

/** The error for changes of an existing user's attributes, one line for each. */
export function changeRejected(problems: readonly string[]) {
  return invalidParameter(problems.map((problem) => `user.${problem}\n`).join(''))
}

function undeclared({ SchemaAttributes }: PoolOptions, names: readonly string[]) {
  const declared = new Set(SchemaAttributes.map(({ Name }) => schemaName(Name)))
  return names
    .filter(
      (name) =>
        name !== 'sub' && !standard.has(name) && !verifiedFlags.has(name) && !declared.has(name),
    )
    .map((name) => `${name}: Attribute does not exist in the schema.`)
}

export function isRequired({ SchemaAttributes }: PoolOptions, name: string): boolean {
  return SchemaAttributes.some(({ Name, Required }) => Required && schemaName(Name) === name)
}

/** The required attributes without a value. */
export function missingRequired(
  { SchemaAttributes }: PoolOptions,
  attributes: Attributes,
): string[] {
  return SchemaAttributes.filter(({ Required }) => Required)
    .map(({ Name }) => schemaName(Name))
    .filter((name) => !attributes[name])
}

export function checkAttributes(
  options: PoolOptions,
  attributes: Attributes,
  { required }: { readonly required: boolean },
): void {
  const { SchemaAttributes } = options
  const problems = undeclared(options, Object.keys(attributes))
  if (required) {
    const missing = missingRequired(options, attributes)
    problems.push(...missing.map((name) => `${name}: The attribute is required`))
  }
  for (const definition of SchemaAttributes) {
    const name = schemaName(definition.Name)
    const value = attributes[name]
    const problem = value === undefined ? undefined : brokenConstraint(definition, value)
    if (problem) problems.push(`${name}: ${problem}`)
  }
  if (problems.length > 0) throw schemaMismatch(problems)
  checkFormats(attributes)
}

export function schemaMismatch(problems: readonly string[]) {
  const lines = problems.map((problem) => `${problem}\n`).join('')
  return invalidParameter(`Attributes did not conform to the schema: ${lines}`)
}

function brokenConstraint(
  {
    AttributeDataType: type,
    StringAttributeConstraints: { MinLength = '0', MaxLength = '2048' } = {},
    NumberAttributeConstraints: { MinValue = '-Infinity', MaxValue = 'Infinity' } = {},
  }: SchemaAttribute,
  value: string,
): string | undefined {
  if (type === 'Number') {
    if (!/^-?\d+$/.test(value)) return 'Value must be a number'
    if (Number(value) < Number(MinValue)) return `Number must be at least ${MinValue}`
    if (Number(value) > Number(MaxValue)) return `Number must be no greater than ${MaxValue}`
    return undefined
  }
  if (value.length < Number(MinLength)) return `String must be at least ${MinLength} characters`
  if (value.length > Number(MaxLength))
    return `String must be no longer than ${MaxLength} characters`
  return undefined
}

export function isEmail(value: string) {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
}

export function isPhoneNumber(value: string) {
  return /^\+[0-9]{2,15}$/.test(value)
}

function checkFormats({ email, phone_number }: Attributes): void {
  if (email !== undefined && !isEmail(email)) {
    throw invalidParameter('Invalid email address format.')
  }
  if (phone_number !== undefined && !isPhoneNumber(phone_number)) {
    throw invalidParameter('Invalid phone number format.')
  }
}
