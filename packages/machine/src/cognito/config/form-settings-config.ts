import { defaultFormSettings } from '../../form-settings.ts'
import type { FormSettings, LoginMechanism, SignUpAttribute } from '../../ports/index.ts'
import { standardAttributes } from '../../standard-attributes.ts'
import { type ConfigReader, settings } from './config-reader.ts'

const mechanisms = ['username', 'email', 'phone'] as const

/**
 * The settings of the forms in any of the known shapes: our own `loginWith` and `signUpAttributes`, `loginWith`
 * and `userAttributes` (Amplify v6), `username_attributes` and `standard_required_attributes`
 * (amplify_outputs.json), `aws_cognito_username_attributes` and `aws_cognito_signup_attributes`
 * (aws-exports.js). Our own come first.
 */
export function parseFormSettings(read: ConfigReader): FormSettings {
  const loginWith = parseLoginWith(read)
  const [first, second] = loginWith
  // The form already has what the user name always is. The id, which a tool may list, is set by Cognito.
  const attributes = parseAttributes(read).filter(
    ({ name }) => name !== 'sub' && (second || mechanismOf(name) !== first),
  )
  return { loginWith, attributes }
}

function parseLoginWith(read: ConfigReader): readonly LoginMechanism[] {
  const list = (...names: readonly string[]) =>
    read.list(names, mechanismOf, '"username", "email" or "phone"', {
      known: mechanisms,
      // Amplify v6 has a flag for each.
      itemsOf: (value) =>
        settings(value) ? mechanisms.filter((name) => read.section('loginWith').flag(name)) : value,
    })
  const found = list('loginWith') ?? list('username_attributes', 'aws_cognito_username_attributes')
  return found?.length ? found : defaultFormSettings.loginWith
}

/** Also for an attribute that is one. aws-exports.js writes names in capitals. */
function mechanismOf(item: unknown): LoginMechanism | undefined {
  const name = String(item).toLowerCase().replace('phone_number', 'phone')
  return mechanisms.find((mechanism) => mechanism === name)
}

function parseAttributes(read: ConfigReader): readonly SignUpAttribute[] {
  const list = (...names: readonly string[]) =>
    read.list(names, toAttribute, 'attributes like "custom:team" or { name, required: false }', {
      known: standardAttributes,
      // Amplify v6 has them by name.
      itemsOf: (value) =>
        settings(value)
          ? Object.entries(value as object).map(([name, said]) => ({ ...said, name }))
          : value,
    })
  return (
    list('signUpAttributes') ??
    list('userAttributes', 'standard_required_attributes', 'aws_cognito_signup_attributes') ??
    []
  )
}

function toAttribute(item: unknown): SignUpAttribute | undefined {
  const { name, required } = settings(item) ?? { name: item, required: true }
  const text = String(name)
  const known = /^(custom:.|sub$)/.test(text)
    ? text
    : standardAttributes.find((attribute) => attribute === text.toLowerCase())
  return known && typeof required === 'boolean' ? { name: known, isRequired: required } : undefined
}
