import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'

let client: Client

beforeEach(() => {
  client = createClient(createSandbox({ pool: { Passwordless: true } }))
})

const otherThan = (code: string) => (code === '00000000' ? '11111111' : '00000000')

const mismatch = [400, 'CodeMismatchException', 'Invalid code or auth state for the user.']

test('a wrong code leaves the session, a right one ends it', async () => {
  await client.confirmed()
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  const code = await client.lastCode(email)
  expect(code).toMatch(/^\d{8}$/)
  const answer = (EMAIL_OTP_CODE: string) =>
    client.respond('EMAIL_OTP', body.Session, { EMAIL_OTP_CODE })
  expect(errorOf(await answer(otherThan(code)))).toEqual(mismatch)
  const { body: tokens } = await answer(code)
  expect(tokens).toMatchObject({
    ChallengeParameters: {},
    AuthenticationResult: { TokenType: 'Bearer', RefreshToken: expect.any(String) },
  })
  expect(errorOf(await answer(code))).toEqual([
    400,
    'NotAuthorizedException',
    'Invalid session for the user, session can only be used once.',
  ])
})
