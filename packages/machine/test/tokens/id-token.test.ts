import { expect, test } from 'vitest'
import { readIdToken } from '../../src/tokens/id-token.ts'

const claims = { sub: 'sub', 'cognito:username': 'ada', iat: 1, exp: 2, email: 'ada@example.com' }
const unverified = (more: object) =>
  readIdToken({ ...claims, ...more }).unverifiedContacts.map(({ attribute }) => attribute)

test.each([[true], ['true']])('a contact is verified by %j', (verified) => {
  expect(unverified({ email_verified: verified })).toEqual([])
  expect(unverified({ email_verified: false, phone_number_verified: verified })).toEqual([])
})

test.each([[false], ['false'], ['TRUE?'], [1], [null], [undefined], [{}]])(
  'and not by %j',
  (verified) => {
    expect(unverified({ email_verified: verified })).toEqual(['email'])
  },
)

// RFC 7519, 2: a NumericDate is a number.
test.each([['iat'], ['exp']])('a time as text is none: %s', (name) => {
  expect(() => readIdToken({ ...claims, [name]: '2' })).toThrow(TypeError)
})

test('the claims of the user are the attributes and the groups', () => {
  const attributes = {
    email_verified: true,
    phone_number: '+15550100',
    family_name: 'Lovelace',
    'custom:plan': 'gold',
    'cognito:groups': ['admins'],
    identities: [{ providerName: 'Google' }],
  }
  const others = { 'cognito:roles': ['arn'], name2: 'x', customer: 'x', exp: 2, jti: 'x', aud: 'x' }
  const { user, said } = readIdToken({ ...claims, ...attributes, ...others })
  const { sub, 'cognito:username': username, email } = claims
  expect(user.claims).toEqual({ sub, 'cognito:username': username, email, ...attributes })
  expect(said).toMatchObject(others)
})
