import { expect, test } from 'vitest'
import { essentialCredentials, Secret, toFailure } from '../../src/index.ts'
import { callIdentityPool, google, issued, openCredentials } from '../support/identity-pool.ts'
import {
  control,
  createUser,
  email,
  mustCallCognito,
  openPage,
  password,
} from '../support/sandbox-auth.ts'

const minute = 60_000

test('a guest gets credentials, and stays the same guest', async () => {
  const app = openCredentials()
  const guest = await app.credentials.get()
  expect(app.sent).toEqual(['GetId', 'GetCredentialsForIdentity'])
  expect(guest).toEqual({
    accessKeyId: expect.stringMatching(/^ASIA/),
    secretAccessKey: expect.any(String),
    sessionToken: expect.any(String),
    expiration: expect.any(Date),
    identityId: expect.stringMatching(/^us-east-1:/),
  })
  expect(await issued(app, guest)).toMatchObject({
    identityId: guest.identityId,
    isAuthenticated: false,
    secretKey: guest.secretAccessKey,
    sessionToken: guest.sessionToken,
    expiresAt: guest.expiration.getTime(),
  })
  const { identityPoolId } = app.sandbox.config
  expect([...app.stored]).toEqual([
    [`com.amplify.Cognito.${identityPoolId}.identityId`, guest.identityId],
  ])

  const again = await app.credentials.get({ forceRefresh: true })
  expect(again.identityId).toBe(guest.identityId)
  expect(again.accessKeyId).not.toBe(guest.accessKeyId)
  expect(app.sent.slice(2)).toEqual(['GetCredentialsForIdentity'])
})

test('credentials are cached until five minutes before they expire', async () => {
  const app = openCredentials()
  const first = await app.credentials.get()
  app.sandbox.clock.advance(54 * minute)
  expect(await app.credentials.get()).toEqual(first)
  app.sandbox.clock.advance(2 * minute)
  const next = await app.credentials.get()
  expect(next.accessKeyId).not.toBe(first.accessKeyId)
  expect(next.expiration.getTime()).toBeGreaterThan(first.expiration.getTime())
})

test('short-lived credentials are cached for three quarters of their lifetime', async () => {
  const identityPool = { CredentialsDurationSeconds: 120 }
  const app = openCredentials({ options: { identityPool } })
  app.sandbox.clock.stop()
  const first = await app.credentials.get()
  app.sandbox.clock.advance(88_000)
  expect(await app.credentials.get()).toEqual(first)
  app.sandbox.clock.advance(4_000)
  expect(await app.credentials.get()).not.toEqual(first)
})

test('callers at the same time share one request; one that is forced comes after', async () => {
  const app = openCredentials()
  const shared = await Promise.all([app.credentials.get(), app.credentials.get()])
  expect(shared[0]).toEqual(shared[1])
  expect(app.sent).toEqual(['GetId', 'GetCredentialsForIdentity'])

  const [forced, also, shownNext] = await Promise.all([
    app.credentials.get({ forceRefresh: true }),
    app.credentials.get({ forceRefresh: true }),
    app.credentials.get(),
  ])
  expect(forced).toEqual(also)
  expect(forced).not.toEqual(shared[0])
  expect(shownNext).toEqual(shared[0])
  expect(app.sent).toHaveLength(3)
})

test('a forced call requests new ones, after the request in flight', async () => {
  const app = openCredentials()
  const [first, forced] = await Promise.all([
    app.credentials.get(),
    app.credentials.get({ forceRefresh: true }),
  ])
  expect(forced.accessKeyId).not.toBe(first.accessKeyId)
  expect(forced.identityId).toBe(first.identityId)
  expect(app.sent).toEqual(['GetId', 'GetCredentialsForIdentity', 'GetCredentialsForIdentity'])
})

test('due credentials that cannot be renewed are given as long as they are good', async () => {
  const app = openCredentials()
  const first = await app.credentials.get()
  app.between = async () => {
    throw new TypeError('offline')
  }
  app.sandbox.clock.advance(57 * minute)
  expect(await app.credentials.get()).toEqual(first)
  const forced = app.credentials.get({ forceRefresh: true })
  await expect(forced).rejects.toMatchObject({ name: 'NetworkError' })
  app.sandbox.clock.advance(4 * minute)
  await expect(app.credentials.get()).rejects.toMatchObject({ name: 'NetworkError' })
})

test('a guest who signs in keeps the identity, and signed out there is another guest', async () => {
  const page = openPage()
  await createUser(page)
  const answer = (await mustCallCognito(page, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  })) as { AuthenticationResult: { IdToken: string } }
  const app = openCredentials({ sandbox: page.sandbox })

  const guest = await app.credentials.get()
  app.login = {
    userId: email,
    logins: new Secret({ [app.identityPool.userPoolLogin]: answer.AuthenticationResult.IdToken }),
  }
  const user = await app.credentials.get()
  expect(user.identityId).toBe(guest.identityId)
  expect(await issued(app, user)).toMatchObject({ isAuthenticated: true })

  app.login = undefined
  await app.credentials.clear()
  expect(app.stored.size).toBe(0)
  const other = await app.credentials.get()
  expect(other.identityId).not.toBe(guest.identityId)
  expect(await issued(app, other)).toMatchObject({ isAuthenticated: false })
})

test('a user who has an identity already leaves that of the guest', async () => {
  const app = openCredentials()
  app.login = google('ada')
  const { identityId } = await app.credentials.get()
  app.login = undefined
  await app.credentials.clear()
  const guest = await app.credentials.get()
  expect(guest.identityId).not.toBe(identityId)
  app.login = google('ada')
  expect(await app.credentials.get()).toMatchObject({ identityId })
  expect([...app.stored.values()]).toEqual([identityId])
})

test('no user gets the credentials of another, also if no event says that the other has left', async () => {
  const app = openCredentials()
  app.login = google('ada')
  const ada = await app.credentials.get()
  app.login = google('grace')
  const grace = await app.credentials.get()
  expect(grace.identityId).not.toBe(ada.identityId)
  app.login = undefined
  const guest = await app.credentials.get()
  expect([ada.identityId, grace.identityId]).not.toContain(guest.identityId)
  expect(await issued(app, guest)).toMatchObject({ isAuthenticated: false })
})

test.each(['GetId', 'GetCredentialsForIdentity'])(
  'an answer of %s that comes when another has signed in is for neither of the two',
  async (slow) => {
    const app = openCredentials()
    app.login = google('ada')
    app.between = async (operation, send) => {
      const response = await send()
      if (operation === slow) app.login = google('grace')
      return response
    }
    const result = app.credentials.get()
    await expect(result).rejects.toMatchObject({ name: 'SignedOutError' })
    app.between = undefined
    const { identityId } = await app.credentials.get()
    app.login = google('ada')
    expect((await app.credentials.get()).identityId).not.toBe(identityId)
  },
)

test('an error that arrives after the user has left does not affect the guest', async () => {
  const app = openCredentials()
  app.login = { userId: 'ada', logins: new Secret({ 'accounts.google.com': 'none' }) }
  app.between = async (_, send) => {
    const response = await send()
    app.login = undefined
    return response
  }
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'signedOut' })
  expect(await issued(app, await app.credentials.get())).toMatchObject({ isAuthenticated: false })
})

test('what is due is not given to who has come meanwhile', async () => {
  const app = openCredentials()
  app.login = google('ada')
  await app.credentials.get()
  app.sandbox.clock.advance(57 * minute)
  app.between = async () => {
    app.login = google('grace')
    throw new TypeError('offline')
  }
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'signedOut' })
})

test('signing out aborts what is in flight', async () => {
  const app = openCredentials({ timeoutMs: 60_000 })
  app.login = google('ada')
  app.between = () => {
    app.between = undefined
    return new Promise(() => undefined)
  }
  const result = app.credentials.get()
  await expect.poll(() => app.sent.length).toBe(1)
  app.login = undefined
  await app.credentials.clear()
  expect(await failureOf(result)).toMatchObject({ code: 'signedOut' })
  expect(await issued(app, await app.credentials.get())).toMatchObject({ isAuthenticated: false })
})

test('a user who signs out and in again gets the result of an earlier call', async () => {
  const app = openCredentials()
  app.login = google('ada')
  app.between = async (_, send) => {
    app.between = undefined
    await app.credentials.clear()
    return send()
  }
  expect(await issued(app, await app.credentials.get())).toMatchObject({ isAuthenticated: true })
})

test('an error for a former user takes nothing from the next guest', async () => {
  const app = openCredentials()
  const { identityId } = await app.credentials.get()
  await callIdentityPool(app, 'DeleteIdentities', { IdentityIdsToDelete: [identityId] })
  let release: (() => void) | undefined
  app.between = async (_, send) => {
    app.between = undefined
    const response = await send()
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return response
  }
  const result = app.credentials.get({ forceRefresh: true })
  await expect.poll(() => release).toBeDefined()
  await app.credentials.clear()
  const guest = await result
  release?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([...app.stored.values()]).toEqual([guest.identityId])
})

test('an identity that vanished is replaced, once', async () => {
  const app = openCredentials()
  const { identityId } = await app.credentials.get()
  await callIdentityPool(app, 'DeleteIdentities', { IdentityIdsToDelete: [identityId] })
  app.sent.length = 0
  const next = await app.credentials.get({ forceRefresh: true })
  expect(next.identityId).not.toBe(identityId)
  expect(app.sent).toEqual(['GetCredentialsForIdentity', 'GetId', 'GetCredentialsForIdentity'])

  await control(app, '/faults', {
    operation: 'GetCredentialsForIdentity',
    times: 2,
    status: 400,
    type: 'ResourceNotFoundException',
    message: `Identity '${next.identityId}' not found.`,
  })
  const failure = await failureOf(app.credentials.get({ forceRefresh: true }))
  expect(failure).toMatchObject({ code: 'identityNotFound', retryable: false })
  expect(app.stored.size).toBe(0)
})

test('the identity that the app’s server has requested is used', async () => {
  const app = openCredentials()
  const { identityId: guestId } = await app.credentials.get()
  const { IdentityId, Token } = await callIdentityPool(app, 'GetOpenIdTokenForDeveloperIdentity', {
    IdentityPoolId: app.sandbox.config.identityPoolId,
    Logins: { 'login.sandbox.developer': 'ada' },
  })
  app.login = {
    userId: 'developer:ada',
    identityId: String(IdentityId),
    logins: new Secret({ 'cognito-identity.amazonaws.com': String(Token) }),
  }
  const user = await app.credentials.get()
  expect(user.identityId).toBe(IdentityId)
  expect(user.identityId).not.toBe(guestId)
})

test('with mandatorySignIn a guest has to sign in', async () => {
  const app = openCredentials({ config: { mandatorySignIn: true } })
  const failure = await failureOf(app.credentials.get())
  expect(failure).toMatchObject({
    code: 'guestAccessRefused',
    message: expect.stringMatching(/^Sign in first/),
    cause: { name: 'GuestAccessError' },
  })
  expect(app.sent).toEqual([])
  app.login = google('ada')
  expect(await issued(app, await app.credentials.get())).toMatchObject({ isAuthenticated: true })
  app.login = undefined
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'guestAccessRefused' })
})

test('a pool without guests says so', async () => {
  const identityPool = { AllowUnauthenticatedIdentities: false }
  const app = openCredentials({ options: { identityPool } })
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'guestAccessRefused' })
})

test('a rejected login is reported, and leaves the guest unchanged', async () => {
  const app = openCredentials()
  const guest = await app.credentials.get()
  app.login = { userId: 'ada', logins: new Secret({ 'accounts.google.com': 'none' }) }
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'loginRefused' })
  expect([...app.stored.values()]).toEqual([guest.identityId])
})

test.each<[string, object, string]>([
  ['an error of the service', { status: 500, type: 'InternalErrorException' }, 'serviceError'],
  ['a page instead of JSON', { status: 200, body: '<html>' }, 'nonJsonAnswer'],
  ['an error that is no JSON', { status: 502, body: '<html>' }, 'nonJsonAnswer'],
  ['nothing', { status: 200, body: '' }, 'emptyAnswer'],
  ['success without credentials', { status: 200, body: '{}' }, 'invalidAnswer'],
  ['too many requests', { status: 429, type: 'TooManyRequestsException' }, 'throttled'],
  ['a lost connection', { drop: true }, 'network'],
])('%s has its own failure, and is not requested twice', async (_, fault, code) => {
  const app = openCredentials()
  await control(app, '/faults', { operation: '*', ...fault })
  expect(await failureOf(app.credentials.get())).toMatchObject({ code })
  expect(app.sent).toEqual(['GetId'])
})

test.each<[string, unknown]>([
  ['none', undefined],
  ['no keys', { Expiration: 2_000_000_000 }],
  ['a key that is no text', { AccessKeyId: 7, SecretKey: 's', SessionToken: 't', Expiration: 2e9 }],
  ['no expiry', { AccessKeyId: 'a', SecretKey: 's', SessionToken: 't' }],
  [
    'an expiry that is none',
    { AccessKeyId: 'a', SecretKey: 's', SessionToken: 't', Expiration: '?' },
  ],
])('a response whose credentials are %s is rejected, and not shown', async (_, Credentials) => {
  const app = openCredentials()
  const body = JSON.stringify({ IdentityId: 'us-east-1:1', Credentials })
  await control(app, '/faults', { operation: 'GetCredentialsForIdentity', status: 200, body })
  const failure = await failureOf(app.credentials.get())
  expect(failure).toMatchObject({ code: 'invalidAnswer' })
  expect(failure.cause).not.toHaveProperty('cause')
})

test('essential credentials are the fields that sign, without any others', async () => {
  const app = openCredentials()
  const credentials = await app.credentials.get()
  expect(essentialCredentials({ ...credentials, ...{ $source: {} } })).toEqual(credentials)
})

const failureOf = async (work: Promise<unknown>) =>
  toFailure(
    await work.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
