import { expect, test } from 'vitest'
import {
  callCognito,
  control,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  signUpAndIn,
} from '../support/sandbox-auth.ts'

async function signedOutUser(pool?: Parameters<typeof openPage>[0]) {
  const page = openPage(pool)
  const auth = page.load()
  ;(await signUpAndIn(page, auth)).signOut()
  await settled(auth, 'signIn')
  page.sent.length = 0
  return { page, auth }
}

test('signs in by SRP: the password is in no request', async () => {
  const { page } = await signedOutUser()
  const bodies: string[] = []
  const auth = page.load({
    fetch: (input, init) => {
      bodies.push(String(init?.body))
      return page.sandbox.fetch(input as string, init)
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
  expect(bodies).toHaveLength(2)
  expect(bodies.join()).not.toContain(password)
})

test('signs in by USER_PASSWORD_AUTH when the configuration says so', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  page.stored.clear()
  page.sent.length = 0
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(page.sent).toEqual(['InitiateAuth'])
})

test('a wrong password: Cognito’s own words, the username stays, and the right one then passes', async () => {
  const { auth } = await signedOutUser()
  ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Wrong-horse-7' })
  const view = await settled(auth, 'signIn')
  expect(view.failure).toMatchObject({
    code: 'incorrectCredentials',
    message: 'Incorrect username or password.',
    field: 'password',
    retryable: false,
  })
  expect(view.username).toBe(email)
  view.submit({ username: email, password })
  expect(auth.getView()).toMatchObject({ isPending: true, failure: undefined })
  await settled(auth, 'signedIn')
})

test.each(['ENABLED', 'LEGACY'] as const)(
  'an unknown user with PreventUserExistenceErrors %s',
  async (setting) => {
    const page = openPage()
    await control(page, '/pool', { PreventUserExistenceErrors: setting })
    const auth = page.load()
    ;(await settled(auth, 'signIn')).submit({ username: 'unknown@example.com', password })
    const { failure } = await settled(auth, 'signIn')
    expect(failure?.code).toBe(setting === 'ENABLED' ? 'incorrectCredentials' : 'userNotFound')
  },
)

test('too many wrong passwords lock for a while', async () => {
  const { page, auth } = await signedOutUser()
  // The first lock lasts a second: less than an attempt takes on a busy machine.
  page.sandbox.clock.stop()
  for (let attempt = 0; attempt < 7; attempt += 1) {
    ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Wrong-horse-7' })
    await settled(auth, 'signIn')
  }
  expect(auth.getView().failure).toMatchObject({ code: 'tooManyAttempts', retryable: true })
  await control(page, '/clock', { advanceMs: 15 * 60_000 })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'signedIn')
})

test('an unconfirmed user is taken to the code with a fresh one, and back without typing again', async () => {
  const page = openPage()
  const first = page.load()
  await signUp(first)
  const old = await lastCode(page)
  ;(await settled(first, 'confirmSignUp')).goSignIn()
  page.sent.length = 0

  ;(await settled(first, 'signIn')).submit({ username: email, password })
  const view = await settled(first, 'confirmSignUp')
  expect(view).toMatchObject({ username: email, notice: 'codeSent', failure: undefined })
  const fresh = await lastCode(page)
  expect(fresh).not.toBe(old)
  view.submit({ code: fresh })
  await settled(first, 'signedIn')
  expect(page.sent).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'ResendConfirmationCode',
    'ConfirmSignUp',
    'InitiateAuth',
    'RespondToAuthChallenge',
  ])
})

test('a disabled user gets a failure that says so', async () => {
  const { page, auth } = await signedOutUser()
  await callCognito(page, 'AdminDisableUser', { Username: email })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  expect((await settled(auth, 'signIn')).failure?.code).toBe('userDisabled')
})

test('cancel gives the form back, and the late answer changes nothing', async () => {
  const { page, auth } = await signedOutUser()
  await control(page, '/faults', { operation: 'RespondToAuthChallenge', latencyMs: 150 })
  const view = await settled(auth, 'signIn')
  view.submit({ username: email, password })
  await expect.poll(() => page.sent).toContain('RespondToAuthChallenge')
  view.cancel()
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: false, failure: undefined })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: false, failure: undefined })
  expect([...page.stored.keys()].filter((key) => key.endsWith('Token'))).toEqual([])
})

test('leaving the screen cancels too, and aborts the request', async () => {
  const { page } = await signedOutUser()
  const signals: (AbortSignal | null | undefined)[] = []
  const auth = page.load({
    fetch: (_, init) => {
      signals.push(init?.signal)
      return new Promise(() => undefined)
    },
  })
  const view = await settled(auth, 'signIn')
  view.submit({ username: email, password })
  await expect.poll(() => signals).toHaveLength(1)
  view.goSignUp()
  await settled(auth, 'signUp')
  expect(signals[0]?.aborted).toBe(true)
})

test('a challenge that this version cannot answer is said, not shown as a blank screen', async () => {
  const { page } = await signedOutUser()
  const auth = page.load({
    fetch: async () =>
      new Response(
        JSON.stringify({ ChallengeName: 'HOLOGRAM', Session: 'x', ChallengeParameters: {} }),
      ),
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const { failure } = await settled(auth, 'signIn')
  expect(failure).toMatchObject({ code: 'unsupportedChallenge' })
  expect(failure?.message).toContain('HOLOGRAM')
})

test.each([
  ['a name', [], 'ada', { email }],
  ['a phone number', ['phone_number'], '+4915112345678', { phone_number: '+4915112345678' }],
] as const)(
  'a pool whose users sign in with %s',
  async (_, UsernameAttributes, username, attributes) => {
    const AutoVerifiedAttributes = UsernameAttributes.length > 0 ? UsernameAttributes : ['email']
    const page = openPage({
      pool: { UsernameAttributes, AutoVerifiedAttributes } as const,
    } as object)
    const auth = page.load()
    ;(await settled(auth, 'signIn')).goSignUp()
    ;(await settled(auth, 'signUp')).submit({ username, password, attributes })
    const view = await settled(auth, 'confirmSignUp')
    expect(view.medium).toBe(UsernameAttributes.length > 0 ? 'SMS' : 'EMAIL')
    view.submit({ code: await lastCode(page, Object.values(attributes)[0]) })
    ;(await settled(auth, 'signedIn')).signOut()
    ;(await settled(auth, 'signIn')).submit({ username, password })
    await settled(auth, 'signedIn')
  },
)

test.each(['REFRESH_TOKEN_AUTH', 'ADMIN_NO_SRP_AUTH', 'constructor', '', 7])(
  'no request is sent for the flow %j, which we do not have',
  async (authFlowType) => {
    const page = openPage()
    const auth = page.load()
    for (const secret of [{ password }, {}]) {
      const view = await settled(auth, 'signIn')
      view.submit({ username: email, authFlowType, ...secret } as never)
      const { failure } = await settled(auth, 'signIn')
      expect(failure?.code).toBe('notConfigured')
      expect(failure?.message).toContain(`"${authFlowType}"`)
    }
    expect(page.sent).toEqual([])
  },
)

test('a flow with a password is not another one without', async () => {
  const page = openPage()
  const auth = page.load()
  const form = { username: email, authFlowType: 'USER_PASSWORD_AUTH' }
  ;(await settled(auth, 'signIn')).submit(form as never)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('notConfigured')
  expect(page.sent).toEqual([])
})
