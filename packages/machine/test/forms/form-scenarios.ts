import type { FormSettings, LoginMechanism } from '../../src/index.ts'

/** One of the standard attributes, in Amplify UI's sign-up form and with a value for ours. */
export interface AttributeField {
  readonly name: string
  /** The type of Amplify UI's input. `undefined`: it has none, and cannot sign up where the pool requires it. */
  readonly amplifyType: 'text' | 'email' | 'tel' | 'date' | 'url' | undefined
  /** One that Cognito accepts. */
  readonly value: string
}

/** In the order of the scenarios of Amplify UI's `sign-up-with-attributes.feature`. */
export const attributeFields: readonly AttributeField[] = [
  { name: 'address', amplifyType: undefined, value: '12 St James Square, London' },
  { name: 'birthdate', amplifyType: 'date', value: '1815-12-10' },
  { name: 'email', amplifyType: 'email', value: 'ada@example.com' },
  { name: 'family_name', amplifyType: 'text', value: 'Lovelace' },
  { name: 'middle_name', amplifyType: 'text', value: 'King' },
  { name: 'gender', amplifyType: undefined, value: 'female' },
  { name: 'locale', amplifyType: undefined, value: 'en-GB' },
  { name: 'given_name', amplifyType: 'text', value: 'Ada' },
  { name: 'name', amplifyType: 'text', value: 'Ada Lovelace' },
  { name: 'nickname', amplifyType: 'text', value: 'ada' },
  { name: 'phone_number', amplifyType: 'tel', value: '+442079460000' },
  { name: 'preferred_username', amplifyType: 'text', value: 'ada1815' },
  { name: 'picture', amplifyType: undefined, value: 'https://example.com/ada.png' },
  { name: 'profile', amplifyType: 'url', value: 'https://example.com/ada' },
  { name: 'updated_at', amplifyType: undefined, value: '1764000000' },
  { name: 'website', amplifyType: 'url', value: 'https://ada.example.com' },
  { name: 'zoneinfo', amplifyType: undefined, value: 'Europe/London' },
]

/** A configuration, in our words, and the fields that the forms have by it. */
export interface FormScenario {
  readonly title: string
  readonly loginWith: readonly LoginMechanism[]
  readonly signUpAttributes: readonly (
    | string
    | { readonly name: string; readonly required: boolean }
  )[]
  /** In order: the sign-up form has the user name, the password, and these. */
  readonly signUp: FormSettings
}

const required = (names: readonly string[]) => names.map((name) => ({ name, isRequired: true }))

/** The attribute between its neighbours of the list, in reverse: not the order of the alphabet. */
function around(name: string): readonly string[] {
  const names = attributeFields.map((field) => field.name)
  const at = names.indexOf(name)
  return [names.at((at + 1) % names.length), name, names.at(at - 1)].filter(
    (one) => one !== undefined,
  )
}

/** The 18 scenarios of the sign-up form; the last one of the feature is about a forced new password. */
export const signUpScenarios: readonly FormScenario[] = [
  {
    title: 'login mechanism "username", with e-mail and phone number',
    loginWith: ['username'],
    signUpAttributes: ['email', 'phone_number'],
    signUp: { loginWith: ['username'], attributes: required(['email', 'phone_number']) },
  },
  ...attributeFields.map(
    ({ name }): FormScenario => ({
      title: `the sign-up has ${name}`,
      loginWith: ['username'],
      signUpAttributes: around(name),
      signUp: { loginWith: ['username'], attributes: required(around(name)) },
    }),
  ),
]

const contacts = ['phone_number', 'name', 'email']

/** Each login mechanism, and several of them in one field. */
export const loginScenarios: readonly FormScenario[] = [
  {
    title: 'a user name',
    loginWith: ['username'],
    signUpAttributes: contacts,
    signUp: { loginWith: ['username'], attributes: required(contacts) },
  },
  {
    title: 'an e-mail address',
    loginWith: ['email'],
    signUpAttributes: contacts,
    signUp: { loginWith: ['email'], attributes: required(['phone_number', 'name']) },
  },
  {
    title: 'a phone number',
    loginWith: ['phone'],
    signUpAttributes: contacts,
    signUp: { loginWith: ['phone'], attributes: required(['name', 'email']) },
  },
  {
    title: 'an e-mail address or a phone number',
    loginWith: ['email', 'phone'],
    signUpAttributes: ['name', { name: 'custom:team', required: false }],
    signUp: {
      loginWith: ['email', 'phone'],
      attributes: [...required(['name']), { name: 'custom:team', isRequired: false }],
    },
  },
  {
    title: 'an e-mail address or a phone number, and the pool requires both',
    loginWith: ['email', 'phone'],
    signUpAttributes: contacts,
    signUp: { loginWith: ['email', 'phone'], attributes: required(contacts) },
  },
  {
    title: 'a user name, or an e-mail address as its alias',
    loginWith: ['username', 'email'],
    signUpAttributes: ['email', 'name'],
    signUp: { loginWith: ['username'], attributes: required(['email', 'name']) },
  },
  {
    title: 'a user name, or a phone number as its alias, which a user need not have',
    loginWith: ['username', 'phone'],
    signUpAttributes: [{ name: 'phone_number', required: false }],
    signUp: {
      loginWith: ['username'],
      attributes: [{ name: 'phone_number', isRequired: false }],
    },
  },
]
