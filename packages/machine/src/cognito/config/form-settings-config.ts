import { defaultFormSettings } from '../../form-settings.ts'
import type { FormSettings, LoginMechanism, SignUpAttribute } from '../../ports/index.ts'
import { type ConfigReader, isText, settings } from './config-reader.ts'
import { didYouMean } from './did-you-mean.ts'

/** The standard attributes that a sign-up can set. */
export const standardAttributes = [
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
] as const

/** The names of the login mechanisms in the shapes. */
const mechanisms: ReadonlyMap<string, LoginMechanism> = new Map([
  ['username', 'username'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['phone_number', 'phone'],
])

const attributeOf = { username: undefined, email: 'email', phone: 'phone_number' } as const

/** The attributes that only Cognito sets. A tool may list them as required. */
const ownAttributes: readonly string[] = ['sub', 'email_verified', 'phone_number_verified']

/**
 * What the forms ask for, in any of the known shapes: our own `loginWith` and `signUpAttributes`, `loginWith`
 * and `userAttributes` (Amplify v6), `username_attributes` and `standard_required_attributes`
 * (amplify_outputs.json), `aws_cognito_username_attributes` and `aws_cognito_signup_attributes`
 * (aws-exports.js).
 */
export function parseFormSettings(read: ConfigReader): FormSettings {
  const loginWith = parseLoginWith(read)
  const listed = parseAttributes(read)
  const contacts = loginWith.map((mechanism) => attributeOf[mechanism])
  // The user name is the contact: it is not asked for twice.
  if (contacts.length === 1) {
    return { loginWith, attributes: listed.filter(({ name }) => name !== contacts[0]) }
  }
  // An alias that a sign-up does not give would sign nobody in.
  const aliases = loginWith.includes('username') ? contacts : []
  const missing = aliases.filter((alias) => !listed.some(({ name }) => name === alias))
  return {
    loginWith,
    attributes: [...missing.flatMap((name) => (name ? { name, isRequired: true } : [])), ...listed],
  }
}

function parseLoginWith(read: ConfigReader): readonly LoginMechanism[] {
  const list = (...names: readonly string[]) =>
    read.list(names, toMechanism, '"username", "email" or "phone"', { known: mechanisms.keys() })
  const given = settings(read.value('loginWith')) ? parseFlags(read) : list('loginWith')
  const found = given?.length
    ? given
    : list('username_attributes', 'aws_cognito_username_attributes')
  return found?.length ? [...new Set(found)] : defaultFormSettings.loginWith
}

function parseFlags(read: ConfigReader): readonly LoginMechanism[] {
  const section = read.section('loginWith')
  return (['username', 'email', 'phone'] as const).filter((mechanism) => section.flag(mechanism))
}

function toMechanism(item: unknown): LoginMechanism | undefined {
  return isText(item) ? mechanisms.get(item.toLowerCase()) : undefined
}

function parseAttributes(read: ConfigReader): readonly SignUpAttribute[] {
  const wanted = 'an attribute like "email", "custom:team" or { name: "email", required: false }'
  const list = (...names: readonly string[]) =>
    read.list(names, toAttribute, wanted, { known: standardAttributes })
  const exported = ['standard_required_attributes', 'aws_cognito_signup_attributes']
  const found =
    list('signUpAttributes') ??
    (read.has('userAttributes') ? parseUserAttributes(read) : list(...exported)) ??
    []
  const names = found.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice) read.fail(['signUpAttributes', ...exported], `a list with "${twice}" twice`)
  return found.filter(({ name }) => !ownAttributes.includes(name))
}

function toAttribute(item: unknown): SignUpAttribute | undefined {
  const { name, required, ...others } = settings(item) ?? { name: item, required: true }
  const known = toAttributeName(name)
  if (!known || typeof required !== 'boolean' || Object.keys(others).length > 0) return undefined
  return { name: known, isRequired: required }
}

/** `userAttributes` of Amplify v6, by name. */
function parseUserAttributes(read: ConfigReader): readonly SignUpAttribute[] {
  const section = read.section('userAttributes')
  return Object.keys(settings(read.value('userAttributes')) ?? {}).map((key) => ({
    name:
      toAttributeName(key) ??
      section.fail([key], `not known${didYouMean(key, standardAttributes)}`),
    isRequired: section.section(key).flag('required') ?? false,
  }))
}

/** aws-exports.js writes names in capitals. */
function toAttributeName(name: unknown): string | undefined {
  if (!isText(name)) return undefined
  if (/^custom:./.test(name)) return name
  const lower = name.toLowerCase()
  return [...standardAttributes, ...ownAttributes].find((known) => known === lower)
}
