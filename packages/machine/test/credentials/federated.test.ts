import { beforeEach, describe, expect, test } from 'vitest'
import type { RefreshHandler } from '../../src/index.ts'
import { fromGoogle } from '../support/hosted-ui/google-token.ts'
import {
  callCognito,
  control,
  openPage,
  type Page,
  settled,
  signUpAndIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const profile = { name: 'Grace', email: 'grace@example.com' }
const key = 'aws-amplify-federatedInfo'

let page: Page

beforeEach(() => {
  page = openPage()
})

async function signInByGoogle(...options: Parameters<Page['load']>) {
  const auth = page.load(...options)
  const credentials = await auth.federatedSignIn('google', await fromGoogle(page), profile)
  return { auth, credentials, view: await settled(auth, 'signedIn') }
}

describe('with the token of another provider', () => {
  test('signed in for AWS alone, also after a reload, until sign-out', async () => {
    const { auth, credentials, view } = await signInByGoogle()
    expect(credentials.identityId).toMatch(/^us-east-1:/)
    expect(view.user).toEqual({
      kind: 'federated',
      username: 'Grace',
      userId: 'google:1001',
      email: 'grace@example.com',
      name: 'Grace',
      groups: [],
      provider: 'google',
      claims: {},
    })
    expect(view.greeting).toEqual({ name: 'Grace', provider: 'google' })
    await expect(auth.getSession()).rejects.toMatchObject({ name: 'FederatedUserError' })
    view.loadProfile()
    const profileOf = () => (auth.getView() as typeof view).profile
    await expect.poll(() => profileOf().failure?.code).toBe('federatedUser')

    const again = page.load()
    const back = await settled(again, 'signedIn')
    expect(back.user).toEqual(view.user)
    expect((await again.credentials()).identityId).toBe(credentials.identityId)

    page.sent.length = 0
    back.signOut()
    await settled(again, 'signIn')
    expect(page.sent).toEqual([])
    expect(page.stored.has(key)).toBe(false)
    expect((await again.credentials()).identityId).not.toBe(credentials.identityId)
  })

  test('a guest who signs in stays the same identity', async () => {
    const auth = page.load()
    await settled(auth, 'signIn')
    const { identityId } = await auth.credentials()
    const response = await fromGoogle(page)
    expect((await auth.federatedSignIn('google', response)).identityId).toBe(identityId)
  })

  test.each(['facebook', 'amazon'])('%s: an opaque token', async (provider) => {
    const auth = page.load()
    const expires_at = page.sandbox.clock.now() + hour
    await auth.federatedSignIn(provider, { token: 'EAAB0opaque', expires_at }, profile)
    expect((await settled(auth, 'signedIn')).user.provider).toBe(provider)
  })

  test.each(['accounts.example.com', 'https://accounts.example.com'])(
    'an OpenID issuer: %s',
    async (issuer) => {
      const auth = page.load()
      await auth.federatedSignIn(issuer, await fromGoogle(page), profile)
      expect((await settled(auth, 'signedIn')).user.provider).toBe(issuer)
    },
  )

  test('a developer’s own users: by the identity that their server has requested', async () => {
    const { identityPoolId, endpoint } = page.sandbox.config
    const answer = await page.sandbox.fetch(endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': 'AWSCognitoIdentityService.GetOpenIdTokenForDeveloperIdentity',
        authorization: 'AWS4-HMAC-SHA256 Credential=x',
      },
      body: JSON.stringify({
        IdentityPoolId: identityPoolId,
        Logins: { 'login.sandbox.developer': 'user-7' },
      }),
    })
    const { IdentityId, Token } = (await answer.json()) as Record<string, string>
    const auth = page.load()
    const expires_at = page.sandbox.clock.now() + hour
    const credentials = await auth.federatedSignIn('developer', {
      token: String(Token),
      identity_id: IdentityId,
      expires_at,
    })
    expect(credentials.identityId).toBe(IdentityId)
  })

  test('another tab follows, into the session and out of it', async () => {
    const tab = page.openTab()
    await settled(tab, 'signIn')
    const { view } = await signInByGoogle()
    expect((await settled(tab, 'signedIn')).user).toEqual(view.user)
    view.signOut()
    expect((await settled(tab, 'signIn')).notice).toBe('signedOutElsewhere')
  })

  test('a session that Amplify v5 has left is found', async () => {
    const { token, expires_at } = await fromGoogle(page)
    const info = { provider: 'google', token, user: profile, expires_at }
    page.stored.set(key, JSON.stringify(info))
    expect((await settled(page.load(), 'signedIn')).user.userId).toBe('google:1001')
  })

  test.each(['null', '7', '{', '{"provider":"google"}', '{"provider":"google","token":"x"}'])(
    'what is no session is none: %s',
    async (stored) => {
      page.stored.set(key, stored)
      expect((await settled(page.load(), 'signIn')).failure).toBeUndefined()
    },
  )

  test('a user of the pool who signs in afterwards takes over', async () => {
    const { view } = await signInByGoogle()
    view.signOut()
    const auth = page.load()
    const { user } = await signUpAndIn(page, auth)
    expect([user.kind, page.stored.has(key)]).toEqual(['userPool', false])
  })
})

describe('when the provider’s token expires', () => {
  test('its handler gets the next one, for every tab', async () => {
    let calls = 0
    const google: RefreshHandler = () => {
      calls += 1
      return fromGoogle(page, 3 * hour)
    }
    const refreshHandlers = { google }
    const { auth, credentials } = await signInByGoogle({ refreshHandlers })
    const tab = page.openTab({ refreshHandlers })
    await settled(tab, 'signedIn')
    await control(page, '/clock', { advanceMs: hour + 1_000 })
    const [one, other] = await Promise.all([auth.credentials(), tab.credentials()])
    expect(calls).toBe(1)
    for (const { identityId } of [one, other]) expect(identityId).toBe(credentials.identityId)
    expect(one.expiration.getTime()).toBeGreaterThan(page.sandbox.clock.now())
  })

  test('without a handler the session ends, with words', async () => {
    const { auth } = await signInByGoogle()
    await control(page, '/clock', { advanceMs: hour + 1_000 })
    await expect(auth.credentials()).rejects.toMatchObject({ name: 'SessionExpiredError' })
    expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionExpired')
    expect(page.stored.has(key)).toBe(false)
  })

  test('a handler that fails keeps the session', async () => {
    const google = () => Promise.reject(new TypeError('gapi is not loaded'))
    const { auth } = await signInByGoogle({ refreshHandlers: { google } })
    await control(page, '/clock', { advanceMs: hour + 1_000 })
    await expect(auth.credentials()).rejects.toThrow('gapi')
    expect(auth.getView().route).toBe('signedIn')
  })

  test('a handler that returns another user’s token signs no other user in', async () => {
    const google = () => fromGoogle(page, 3 * hour, 'another user')
    const { auth, view } = await signInByGoogle({ refreshHandlers: { google } })
    await control(page, '/clock', { advanceMs: hour + 1_000 })
    await expect(auth.credentials()).rejects.toThrow('another user')
    expect((await settled(auth, 'signedIn')).user).toEqual(view.user)
  })
})

describe('rejected', () => {
  test('a token that the identity pool does not take: nothing is stored', async () => {
    const auth = page.load()
    await expect(
      auth.federatedSignIn('google', await fromGoogle(page, -hour), profile),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    const view = await settled(auth, 'signIn')
    expect(view.failure?.code).toBe('loginRefused')
    expect(page.stored.has(key)).toBe(false)
  })

  test.each([
    ['no token', { token: '', expires_at: 1 }],
    ['no time', { token: 'x', expires_at: Number.NaN }],
  ])('%s', async (_, response) => {
    await expect(page.load().federatedSignIn('google', response)).rejects.toThrow(TypeError)
  })

  test('a user is signed in already', async () => {
    const auth = page.load()
    await signUpAndIn(page, auth)
    await expect(auth.federatedSignIn('google', await fromGoogle(page))).rejects.toMatchObject({
      name: 'SignedInError',
    })
  })

  test('there is no identity pool', async () => {
    const auth = page.load({ config: { identityPoolId: undefined } })
    await expect(auth.federatedSignIn('google', await fromGoogle(page))).rejects.toMatchObject({
      name: 'ConfigError',
    })
    expect((await settled(auth, 'signIn')).failure?.code).toBe('notConfigured')
    await expect(auth.credentials()).rejects.toMatchObject({ name: 'ConfigError' })
  })

  test('createAuth was not given the identity pool', async () => {
    const auth = page.load({ identityPool: undefined })
    await expect(auth.federatedSignIn('google', await fromGoogle(page))).rejects.toMatchObject({
      name: 'ConfigError',
    })
    await expect(auth.credentials()).rejects.toThrow('@authchart/machine/identity-pool')
    await signUpAndIn(page, auth)
    await expect(auth.credentials()).rejects.toThrow('createAuth({ identityPool })')
    expect(page.sent).not.toContain('GetId')
  })

  test('a guest, where sign-in is mandatory', async () => {
    const auth = page.load({ config: { mandatorySignIn: true } })
    await settled(auth, 'signIn')
    await expect(auth.credentials()).rejects.toMatchObject({ name: 'GuestAccessError' })
    await signUpAndIn(page, auth)
    expect((await auth.credentials()).accessKeyId).toMatch(/^ASIA/)
  })
})

test('a revoked sign-in gets no more credentials', async () => {
  const auth = page.load()
  const { user } = await signUpAndIn(page, auth)
  await auth.credentials()
  await callCognito(page, 'AdminUserGlobalSignOut', { Username: user.username })
  await control(page, '/clock', { advanceMs: 2 * hour })
  await expect(auth.credentials()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
})
