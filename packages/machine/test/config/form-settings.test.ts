import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { ConfigError } from '../../src/index.ts'

const userPoolId = 'eu-west-1_AbCdEf123'
const userPoolClientId = 'a1b2c3d4e5f6g7h8i9j0k1l2m3'
const ids = { userPoolId, userPoolClientId }
const classic = { userPoolId, userPoolWebClientId: userPoolClientId }
const exported = { aws_user_pools_id: userPoolId, aws_user_pools_web_client_id: userPoolClientId }
const outputs = { user_pool_id: userPoolId, user_pool_client_id: userPoolClientId }

const own = (settings: object) => ({ ...ids, ...settings })
const v6 = (settings: object) => ({ Auth: { Cognito: { ...ids, ...settings } } })

const settingsOf = (config: object) => parseConfig(config).formSettings
const required = (...names: string[]) => names.map((name) => ({ name, isRequired: true }))

test.each<[string, object]>([
  ['our own shape', ids],
  ['Amplify v1 to v5', { Auth: classic }],
  ['Amplify v6', v6({})],
  ['Amplify v6 with a hosted UI only', v6({ loginWith: { oauth: { domain: 'a.example' } } })],
  ['Amplify v6 that says no', v6({ loginWith: { email: false }, userAttributes: {} })],
  ['aws-exports', exported],
  ['aws-exports without names', { ...exported, aws_cognito_username_attributes: [] }],
  ['amplify_outputs.json', { auth: outputs }],
  ['amplify_outputs.json without names', { auth: { ...outputs, username_attributes: [] } }],
])('a user name signs in where %s says nothing', (_, config) => {
  expect(settingsOf(config)).toEqual({ loginWith: ['username'], attributes: [] })
})

const mechanisms: [string, string[], object][] = [
  ['our own shape', ['email'], own({ loginWith: ['email'] })],
  ['our own shape', ['phone', 'email'], own({ loginWith: ['phone', 'email'] })],
  ['Amplify v1 to v5', ['phone'], { Auth: { ...classic, loginWith: ['phone'] } }],
  ['Amplify v6', ['email'], v6({ loginWith: { email: true, username: false } })],
  ['Amplify v6', ['email', 'phone'], v6({ loginWith: { phone: true, email: true } })],
  ['aws-exports', ['email'], { ...exported, aws_cognito_username_attributes: ['EMAIL'] }],
  [
    'aws-exports',
    ['email', 'phone'],
    { ...exported, aws_cognito_username_attributes: ['EMAIL', 'PHONE_NUMBER'] },
  ],
  [
    'aws-exports with Auth, which comes first',
    ['phone'],
    {
      ...exported,
      aws_cognito_username_attributes: ['EMAIL'],
      Auth: { loginWith: ['phone'] },
    },
  ],
  ['amplify_outputs.json', ['email'], { auth: { ...outputs, username_attributes: ['email'] } }],
  [
    'amplify_outputs.json',
    ['email', 'phone'],
    { auth: { ...outputs, username_attributes: ['email', 'phone_number'] } },
  ],
]

test.each(mechanisms)('%s has %j as what signs in', (_, loginWith, config) => {
  expect(settingsOf(config)).toEqual({ loginWith, attributes: [] })
})

const attributes: [string, object][] = [
  ['our own shape', own({ signUpAttributes: ['birthdate', 'given_name'] })],
  [
    'our own shape, in full',
    own({ signUpAttributes: ['birthdate', { name: 'given_name', required: true }] }),
  ],
  ['Amplify v1 to v5', { Auth: { ...classic, signUpAttributes: ['birthdate', 'given_name'] } }],
  [
    'Amplify v6',
    v6({ userAttributes: { birthdate: { required: true }, given_name: { required: true } } }),
  ],
  ['aws-exports', { ...exported, aws_cognito_signup_attributes: ['BIRTHDATE', 'GIVEN_NAME'] }],
  [
    'aws-exports with Auth, which comes first',
    {
      ...exported,
      aws_cognito_signup_attributes: ['EMAIL'],
      Auth: { signUpAttributes: ['birthdate', 'given_name'] },
    },
  ],
  [
    'amplify_outputs.json',
    { auth: { ...outputs, standard_required_attributes: ['birthdate', 'given_name'] } },
  ],
  [
    'amplify_outputs.json, with what only Cognito sets',
    { auth: { ...outputs, standard_required_attributes: ['sub', 'birthdate', 'given_name'] } },
  ],
]

test.each(attributes)('reads the attributes of a sign-up in %s', (_, config) => {
  expect(settingsOf(config).attributes).toEqual(required('birthdate', 'given_name'))
})

test.each<[string, object]>([
  [
    'our own shape',
    own({ signUpAttributes: ['name', { name: 'custom:Team', required: false }, 'custom:a b'] }),
  ],
  [
    'Amplify v6',
    v6({
      userAttributes: {
        name: { required: true },
        'custom:Team': { required: false },
        'custom:a b': { required: true },
      },
    }),
  ],
])('an attribute may be custom, and need not be required: %s', (_, config) => {
  expect(settingsOf(config).attributes).toEqual([
    { name: 'name', isRequired: true },
    { name: 'custom:Team', isRequired: false },
    { name: 'custom:a b', isRequired: true },
  ])
})

test('the attribute that the user name is does not come twice', () => {
  const signUpAttributes = ['phone_number', 'name', 'email']
  const attributesOf = (...loginWith: string[]) =>
    settingsOf(own({ loginWith, signUpAttributes })).attributes
  expect(attributesOf('email')).toEqual(required('phone_number', 'name'))
  expect(attributesOf('phone')).toEqual(required('name', 'email'))
  expect(attributesOf('username')).toEqual(required(...signUpAttributes))
  // Which of the two it is, only the new user knows.
  expect(attributesOf('email', 'phone')).toEqual(required(...signUpAttributes))
})

test('an alias is a field of the sign-up where it is listed', () => {
  const loginWith = ['username', 'email', 'phone']
  expect(settingsOf(own({ loginWith }))).toEqual({ loginWith, attributes: [] })
  const signUpAttributes = ['email', { name: 'phone_number', required: false }]
  expect(settingsOf(own({ loginWith, signUpAttributes }))).toEqual({
    loginWith,
    attributes: [
      { name: 'email', isRequired: true },
      { name: 'phone_number', isRequired: false },
    ],
  })
})

const wrong: [string, object, RegExp][] = [
  [
    'a mistyped mechanism',
    own({ loginWith: ['emial'] }),
    /"loginWith" is a list with "emial", which is not "username", "email" or "phone": did you mean "email"\?$/,
  ],
  ['one like no other', own({ loginWith: ['fax'] }), /which is not .* or "phone"$/],
  ['something else', own({ loginWith: [1] }), /"loginWith" is a list with 1, which is not/],
  [
    'a text',
    own({ loginWith: 'email' }),
    /"loginWith" is of type string, not a list of "username"/,
  ],
  [
    'a mistyped flag of v6',
    v6({ loginWith: { emial: true } }),
    /"loginWith.emial" is not known: did you mean "email"\?$/,
  ],
  [
    'a flag of v6 that is none',
    v6({ loginWith: { email: 'yes' } }),
    /"loginWith.email" is of type string, not true or false$/,
  ],
  [
    'a mistyped name in aws-exports',
    { ...exported, aws_cognito_username_attributes: ['PHONENUMBER'] },
    /"aws_cognito_username_attributes" .* did you mean "phone"\?$/,
  ],
  [
    'a mistyped name in amplify_outputs.json',
    { auth: { ...outputs, username_attributes: 'email' } },
    /"username_attributes" is of type string, not a list/,
  ],
  [
    'a mistyped attribute',
    own({ signUpAttributes: ['given_name', 'famly_name'] }),
    /"signUpAttributes" is a list with "famly_name", which is not attributes .*: did you mean "family_name"\?$/,
  ],
  [
    'a mistyped attribute, in full',
    own({ signUpAttributes: [{ name: 'famly_name', required: true }] }),
    /with {"name":"famly_name","required":true}, .*: did you mean "family_name"\?$/,
  ],
  [
    'a custom attribute without its prefix',
    own({ signUpAttributes: ['team'] }),
    /with "team", which is not attributes like "custom:team" or { name, required: false }/,
  ],
  [
    'a mistyped member of an attribute',
    own({ signUpAttributes: [{ name: 'email', requierd: false }] }),
    /with {"name":"email","requierd":false}, which is not attributes like .*false }$/,
  ],
  [
    'an attribute that does not say whether it is required',
    own({ signUpAttributes: [{ name: 'email' }] }),
    /with {"name":"email"}, which is not attributes like .* required: false }$/,
  ],
  [
    'a mistyped attribute of v6',
    v6({ userAttributes: { emial: { required: true } } }),
    /"userAttributes" is a list with {.*"emial"}, which is .*: did you mean "email"\?$/,
  ],
  [
    'a mistyped member of an attribute of v6',
    v6({ userAttributes: { email: { requierd: true } } }),
    /"userAttributes" is a list with {"requierd":true,"name":"email"}, which is not/,
  ],
  [
    'an attribute of v6 that is only true',
    v6({ userAttributes: { email: true } }),
    /"userAttributes" is a list with {"name":"email"}, which is not/,
  ],
  ['a text in v6', v6({ userAttributes: 'email' }), /is of type string, not a list of attributes/],
  [
    'a mistyped setting',
    own({ signupAttributes: [] }),
    /"signupAttributes" is not known: did you mean "signUpAttributes"\?$/,
  ],
]

test.each(wrong)('%s is rejected', (_, config, message) => {
  expect(() => parseConfig(config)).toThrow(ConfigError)
  expect(() => parseConfig(config)).toThrow(message)
})
