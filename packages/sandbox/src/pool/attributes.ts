import { invalidParameter, notAuthorized } from '../errors.ts'
import type { AttributeList } from '../input/members.ts'
import type { PoolOptions } from './pool-options.ts'

export type Attributes = Readonly<Record<string, string>>

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

const schemaName = (name: string) =>
  standard.has(name) || name.startsWith('custom:') ? name : `custom:${name}`

export const fromAttributeList = (list: AttributeList): Attributes =>
  Object.fromEntries(list.map(({ Name, Value }) => [Name, Value ?? '']))

/** `sub` first, as GetUser lists them. */
export const toAttributeList = (attributes: Attributes) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

/** What a client may not write about itself: who it is, and what was verified. */
export const refuseProtected = (attributes: Attributes): void => {
  for (const name of Object.keys(attributes)) {
    if (name === 'sub' || name === 'identities' || verifiedFlags.has(name)) {
      throw notAuthorized('A client attempted to write unauthorized attribute')
    }
  }
}

export const checkAttributes = (
  { SchemaAttributes }: PoolOptions,
  attributes: Attributes,
  { required }: { readonly required: boolean },
): void => {
  const declared = new Set(SchemaAttributes.map(({ Name }) => schemaName(Name)))
  const problems = Object.keys(attributes)
    .filter((name) => !standard.has(name) && !verifiedFlags.has(name) && !declared.has(name))
    .map((name) => `${name}: Attribute does not exist in the schema.`)
  if (required) {
    for (const { Name, Required } of SchemaAttributes) {
      const name = schemaName(Name)
      if (Required && !attributes[name]) problems.push(`${name}: The attribute is required`)
    }
  }
  if (problems.length > 0) {
    const lines = problems.map((problem) => `${problem}\n`).join('')
    throw invalidParameter(`Attributes did not conform to the schema: ${lines}`)
  }
  checkFormats(attributes)
}

export const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)

export const isPhoneNumber = (value: string) => /^\+[0-9]{2,15}$/.test(value)

const checkFormats = ({ email, phone_number }: Attributes): void => {
  if (email !== undefined && !isEmail(email)) {
    throw invalidParameter('Invalid email address format.')
  }
  if (phone_number !== undefined && !isPhoneNumber(phone_number)) {
    throw invalidParameter('Invalid phone number format.')
  }
}
