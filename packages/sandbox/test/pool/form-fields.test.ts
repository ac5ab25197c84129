import { expect, test } from 'vitest'
import { createSandbox, type FormFields, type PoolOptionsPatch } from '../../src/index.ts'
import { createClient, email, errorOf, password } from '../support/client.ts'

const phone = '+12065550100'
const values: Readonly<Record<string, string>> = {
  email,
  phone_number: phone,
  given_name: 'Jane',
  'custom:team': 'Blue',
}
const schema = {
  SchemaAttributes: [
    { Name: 'given_name', Required: true },
    { Name: 'team', Required: true },
    { Name: 'nickname', Required: false },
  ],
}
const usernames = { UsernameAttributes: [] } as const

const pools: [string, PoolOptionsPatch, FormFields][] = [
  ['e-mail addresses', {}, { loginWith: ['email'], signUpAttributes: [] }],
  [
    'e-mail addresses, also without a password',
    { Passwordless: true },
    {
      loginWith: ['email'],
      signUpAttributes: [],
      passwordless: { factors: ['PASSWORD', 'EMAIL', 'SMS', 'PASSKEY'] },
    },
  ],
  [
    'e-mail addresses, and a schema',
    schema,
    { loginWith: ['email'], signUpAttributes: ['given_name', 'custom:team'] },
  ],
  [
    'phone numbers',
    { UsernameAttributes: ['phone_number'], AutoVerifiedAttributes: ['phone_number'] },
    { loginWith: ['phone'], signUpAttributes: [] },
  ],
  [
    'both',
    {
      UsernameAttributes: ['email', 'phone_number'],
      AutoVerifiedAttributes: ['email', 'phone_number'],
    },
    { loginWith: ['email', 'phone'], signUpAttributes: [] },
  ],
  [
    'user names without contacts',
    { ...usernames, AutoVerifiedAttributes: [] },
    { loginWith: ['username'], signUpAttributes: [] },
  ],
  [
    'user names and a contact to verify',
    { ...usernames, ...schema },
    { loginWith: ['username'], signUpAttributes: ['email', 'given_name', 'custom:team'] },
  ],
  [
    'user names and aliases',
    {
      ...usernames,
      ...schema,
      AliasAttributes: ['preferred_username', 'email', 'phone_number'],
    },
    {
      loginWith: ['username', 'email', 'phone'],
      signUpAttributes: [
        'email',
        'given_name',
        'custom:team',
        { name: 'phone_number', required: false },
      ],
    },
  ],
]

test.each(pools)(
  'the fields of a pool with %s are enough for its sign-up',
  async (_, pool, fields) => {
    const sandbox = createSandbox({ pool })
    const { loginWith, signUpAttributes, passwordless } = sandbox.config
    expect({ loginWith, signUpAttributes, passwordless }).toEqual(fields)
    const client = createClient(sandbox)
    const required = signUpAttributes.filter((attribute) => typeof attribute === 'string')
    const signUp = (Username: string, names: readonly string[]) =>
      client.send('SignUp', {
        Username,
        Password: password,
        UserAttributes: names.map((Name) => ({ Name, Value: values[Name] })),
      })
    const isUsername = loginWith.includes('username')
    for (const name of required.filter((name) => name !== 'email')) {
      const others = required.filter((other) => other !== name)
      const answer = await signUp(isUsername ? 'jane' : email, others)
      expect(errorOf(answer)[2]).toContain(`${name}: The attribute is required`)
    }
    for (const mechanism of isUsername ? (['username'] as const) : loginWith) {
      const name = { username: 'jane', email, phone }[mechanism]
      expect((await signUp(name, required)).status).toBe(200)
    }
    const to = (await client.outbox()).map((message) => message.to).sort()
    expect(to).toEqual(
      isUsername
        ? required.filter((name) => name === 'email').map(() => email)
        : loginWith.map((mechanism) => (mechanism === 'email' ? email : phone)).sort(),
    )
  },
)

test('they follow a change of the running pool', async () => {
  const sandbox = createSandbox()
  const patch = { UsernameAttributes: [], AliasAttributes: ['email'] }
  await createClient(sandbox).control('PATCH', '/pool', patch)
  expect(sandbox.config).toMatchObject({
    loginWith: ['username', 'email'],
    signUpAttributes: ['email'],
  })
})
