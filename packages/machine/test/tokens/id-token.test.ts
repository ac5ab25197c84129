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
