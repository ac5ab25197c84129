import { expect, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  signUp,
  submitSignIn,
  totpCode,
} from '../support/sandbox-auth.ts'

async function challenged(): Promise<{ page: Page; auth: Auth }> {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await mustCallCognito(page, 'AdminSetUserMFAPreference', { Username: email, EmailMfaSettings })
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
  return { page, auth }
}

test('a challenge that expired says so and leads back with the username', async () => {
  const { page, auth } = await challenged()
  await control(page, '/clock', { advanceMs: 3 * 60_000 })
  ;(await settled(auth, 'confirmSignIn')).submit({ code: await lastCode(page) })
  const view = await settled(auth, 'signIn')
  expect(view).toMatchObject({ username: email, failure: { code: 'challengeExpired' } })
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
})

test('a challenge that Cognito took before the network was lost says so and leads back', async () => {
  const { page } = await challenged()
  const code = await lastCode(page)
  let isLost = false
  const auth = page.load({
    fetch: async (input, init) => {
      const response = await page.sandbox.fetch(input as string, init)
      if (!isLost) return response
      isLost = false
      throw new TypeError('fetch failed')
    },
  })
  const view = await settled(auth, 'confirmSignIn')
  isLost = true
  view.submit({ code })
  const again = await settled(auth, 'confirmSignIn')
  expect(again.failure).toMatchObject({ code: 'network', retryable: true })
  again.submit({ code })
  const back = await settled(auth, 'signIn')
  expect(back).toMatchObject({ username: email, failure: { code: 'challengeUsed' } })
  expect([...page.stored.keys()].filter((key) => key.endsWith('Token'))).toEqual([])
})

test('challenges follow each other: temporary password, setup of an app, tokens', async () => {
  const page = openPage({
    pool: {
      ...mfaPool('ON'),
      EmailMfaConfiguration: null,
      SchemaAttributes: [{ Name: 'given_name', Required: true }],
    },
  })
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    TemporaryPassword: 'Temporary-7',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Temporary-7' })
  const view = await settled(auth, 'newPassword')
  expect(view).toMatchObject({ username: email, missingAttributes: ['given_name'] })

  view.submit({ password: 'short', attributes: { given_name: 'Ada' } })
  expect((await settled(auth, 'newPassword')).failure).toMatchObject({
    code: 'invalidPassword',
    field: 'password',
    rule: 'minLength',
  })
  view.submit({ password })
  expect((await settled(auth, 'newPassword')).failure).toMatchObject({
    code: 'attributeRequired',
    attribute: 'given_name',
  })
  // What is set already is not sent back: Cognito would reject it.
  view.submit({ password, attributes: { given_name: 'Ada', email } })
  const setup = await settled(auth, 'setupTotp')
  setup.submit({ code: await totpCode(page, setup.secret?.reveal() ?? '') })
  await settled(auth, 'signedIn')
})

test('a reload resumes the challenge with its data, and it can be answered', async () => {
  const { page, auth } = await challenged()
  const { destination } = await settled(auth, 'confirmSignIn')
  const reloaded = page.load()
  const view = await settled(reloaded, 'confirmSignIn')
  expect(view).toMatchObject({ username: email, mfaType: 'EMAIL', destination })
  view.submit({ code: await lastCode(page) })
  await settled(reloaded, 'signedIn')
  expect(page.pending()).toBeUndefined()
})

test('a challenge of long ago is not resumed', async () => {
  const { page } = await challenged()
  await control(page, '/clock', { advanceMs: 15 * 60_000 })
  expect((await settled(page.load(), 'signIn')).failure).toBeUndefined()
})

test('a screen that is left takes its request along, and its answer changes nothing', async () => {
  const { page, auth } = await challenged()
  const code = await lastCode(page)
  await control(page, '/faults', { operation: 'RespondToAuthChallenge', latencyMs: 100, times: 1 })
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code })
  view.goSignIn()
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: false, username: email })
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect(auth.getView()).toMatchObject({ route: 'signIn', failure: undefined })
  expect([...page.stored.keys()].filter((key) => key.endsWith('Token'))).toEqual([])
})

test('a double submit is one request', async () => {
  const { page, auth } = await challenged()
  const view = await settled(auth, 'confirmSignIn')
  page.sent.length = 0
  view.submit({ code: '000000' })
  view.submit({ code: '000000' })
  await settled(auth, 'confirmSignIn')
  expect(page.sent).toEqual(['RespondToAuthChallenge'])
})

test.each([
  ['UserNotConfirmedException', 'ResendConfirmationCode', 'confirmSignUp'],
  ['PasswordResetRequiredException', 'ForgotPassword', 'resetPassword'],
] as const)(
  '%s in answer to a challenge leads on, and a reload stays there',
  async (type, operation, route) => {
    const { page, auth } = await challenged()
    await control(page, '/faults', { operation: 'RespondToAuthChallenge', type })
    await control(page, '/faults', { operation, drop: true })
    ;(await settled(auth, 'confirmSignIn')).submit({ code: '000000' })
    expect((await settled(auth, route)).failure?.code).toBe('network')
    await settled(page.load(), route)
  },
)

test.each([
  ['SELECT_MFA_TYPE', {}],
  ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["PIGEON"]' }],
  ['MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }],
  ['HOLOGRAM', {}],
])(
  '%s that gives nothing to choose from is said: %j',
  async (ChallengeName, ChallengeParameters) => {
    const page = openPage()
    const auth = page.load({
      fetch: async () =>
        new Response(JSON.stringify({ ChallengeName, Session: 'x', ChallengeParameters })),
    })
    await submitSignIn(auth)
    const { failure } = await settled(auth, 'signIn')
    expect(failure?.code).toBe('unsupportedChallenge')
    expect(failure?.message).toContain(ChallengeName)
  },
)

test('lists may come as lists, as imperfect servers send them', async () => {
  const page = openPage()
  const ChallengeParameters = { MFAS_CAN_SETUP: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }
  const auth = page.load({
    fetch: async () =>
      new Response(
        JSON.stringify({ ChallengeName: 'MFA_SETUP', Session: 'x', ChallengeParameters }),
      ),
  })
  await submitSignIn(auth)
  expect((await settled(auth, 'selectMfaType')).options).toEqual(['TOTP', 'EMAIL'])
})

test('where the last code of another user went is not shown to the next one', async () => {
  const page = openPage()
  const bob = 'bob@example.org'
  const ids = { Username: bob, Password: password, UserAttributes: [{ Name: 'email', Value: bob }] }
  await mustCallCognito(page, 'SignUp', ids)
  const auth = page.load()
  ;(await signUp(auth)).goSignIn()
  await control(page, '/faults', { operation: 'ResendConfirmationCode', drop: true })
  ;(await settled(auth, 'signIn')).submit({ username: bob, password })
  const view = await settled(auth, 'confirmSignUp')
  expect(view).toMatchObject({ username: bob, destination: undefined, canResend: true })
})
