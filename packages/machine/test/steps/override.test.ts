import { expect, onTestFinished, test, vi } from 'vitest'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { ConfigError, createAuth, memoryStorage, type Override, Secret } from '../../src/index.ts'
import { migration } from '../guides/migration.ts'
import { oldBackend } from '../guides/old-backend.ts'
import { home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import {
  createUser,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  signUpAndIn,
  submitSignIn,
} from '../support/sandbox-auth.ts'

test('a call that is wrapped gets the input and may change it', async () => {
  const seen: string[] = []
  const page = openPage({
    triggers: {
      preSignUp: ({ request }) => void seen.push(JSON.stringify(request.validationData)),
    },
  })
  const override: Override = {
    signUp: (original) => (input, options) =>
      original({ ...input, validationData: { invitation: 'friend' } }, options),
  }
  const auth = page.load({ override })
  const view = await signUp(auth)
  expect(seen).toEqual(['{"invitation":"friend"}'])
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test('a call that is replaced: users of another backend are signed in and come over', async () => {
  const page = openPage()
  const others = new Map([[email, password]])
  vi.spyOn(oldBackend, 'migrateUser').mockImplementation(async (username, secret) => {
    if (others.get(username) !== secret.reveal()) return
    others.delete(username)
    await createUser(page)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const override: Override = {
    ...migration,
    globalSignOut: () => async () => {
      throw Object.assign(new Error('Not here'), { name: 'ForbiddenException' })
    },
  }
  const auth = page.load({ override })
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  expect(others.size).toBe(0)
  home.globalSignOut()
  await expect.poll(() => auth.getView().failure?.code).toBe('forbidden')
})

test('a sign-up at a backend of its own, which creates the user, signs the user in', async () => {
  const page = openPage()
  const auth = page.load({
    override: {
      signUp:
        () =>
        async ({ attributes }) => {
          await createUser(page, { ...attributes, name: 'Ada' })
          return { kind: 'confirmed', delivery: undefined }
        },
    },
  })
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
  expect((await settled(auth, 'signedIn')).user.name).toBe('Ada')
  expect(page.sent).not.toContain('SignUp')
})

test('calls of the account and of the session', async () => {
  const page = openPage()
  const calls: string[] = []
  const auth = page.load({
    override: {
      getUser: (original) => async (tokens, options) => {
        const profile = await original(tokens, options)
        return { ...profile, attributes: { ...profile.attributes, 'custom:plan': 'gold' } }
      },
      updateAttributes:
        () =>
        async (tokens, { attributes }) => {
          calls.push(`${Object.keys(attributes)} ${tokens.reveal().accessToken !== ''}`)
          return []
        },
      refreshTokens: (original) => (tokens, options) => {
        calls.push('refresh')
        return original(tokens, { ...options, clientMetadata: { from: 'override' } })
      },
      revokeToken: () => async () => void calls.push('revoke'),
    },
  })
  const view = await signUpAndIn(page, auth)
  view.loadProfile()
  await expect
    .poll(() => (auth.getView() as typeof view).profile.data?.attributes)
    .toMatchObject({ email, 'custom:plan': 'gold' })
  view.updateAttributes({ attributes: { name: 'Ada' } })
  // The claims have changed.
  await expect.poll(() => calls).toEqual(['name true', 'refresh'])
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  expect(calls.at(-1)).toBe('revoke')
  expect(page.sent).not.toContain('UpdateUserAttributes')
  expect(page.sent).not.toContain('RevokeToken')
})

test('calls to the identity pool: the id from elsewhere, credentials wrapped', async () => {
  const page = openPage()
  const before = page.load()
  const { identityId } = await before.credentials()
  page.stored.clear()
  page.sent.length = 0
  const given: string[] = []
  const auth = page.load({
    override: {
      getId: () => async () => identityId ?? '',
      getCredentials: (original) => async (id, logins, options) => {
        given.push(id)
        const credentials = (await original(id, logins, options)).reveal()
        return new Secret({ ...credentials, sessionToken: `scoped-${credentials.sessionToken}` })
      },
    },
  })
  expect((await auth.credentials()).sessionToken).toMatch(/^scoped-/)
  expect(given).toEqual([identityId])
  expect(page.sent).toEqual(['GetCredentialsForIdentity'])
})

test('the code of the hosted UI is redeemed by a server of its own, and the tokens are checked', async () => {
  const page = openHostedUiPage()
  const { hostedUiOrigin, userPoolClientId } = page.sandbox.config
  const tokensOf: string[] = []
  /** On the server, which might add the secret of the client. */
  async function redeem(fields: Record<string, string>) {
    const response = await page.sandbox.fetch(`${hostedUiOrigin}/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...fields,
        client_id: userPoolClientId,
        grant_type: 'authorization_code',
      }).toString(),
    })
    return (await response.json()) as Record<'id_token' | 'access_token' | 'refresh_token', string>
  }
  let first: Secret<{ idToken: string; accessToken: string; refreshToken: string }> | undefined
  const override: Override = {
    redeemCode:
      () =>
      async ({ code, codeVerifier, redirectUri }) => {
        tokensOf.push(redirectUri)
        const answer = await redeem({
          code: code.reveal(),
          code_verifier: codeVerifier?.reveal() ?? '',
          redirect_uri: redirectUri,
        })
        const { id_token: idToken, access_token: accessToken, refresh_token: refreshToken } = answer
        first ??= new Secret({ idToken, accessToken, refreshToken })
        return first
      },
  }
  const auth = page.land(await page.visitHostedUi(), { override })
  ;(await settled(auth, 'signedIn')).signOut()
  expect(tokensOf).toEqual([home])
  expect(page.sent).not.toContain('oauth2/token')
  await expect.poll(() => auth.getView().route).not.toBe('signedIn')

  // A server that mixes up two sign-ins.
  const other = page.land(await page.visitHostedUi(), { override })
  expect((await settled(other, 'signIn')).failure).toMatchObject({ code: 'invalidAnswer' })
})

test('what an override throws shows no secret', async () => {
  const page = openHostedUiPage()
  const seen: string[] = []
  const revealed: string[] = []
  const auth = page.land(await page.visitHostedUi(), {
    inspect: (event) => seen.push(JSON.stringify(event)),
    override: {
      redeemCode:
        () =>
        async ({ code, codeVerifier }) => {
          revealed.push(code.reveal(), codeVerifier?.reveal() ?? '')
          throw new Error(`No tokens for ${revealed.join(' and ')}`)
        },
    },
  })
  const { failure } = await settled(auth, 'signIn')
  expect(failure?.message).toMatch(/^No tokens for \[secret\] and \[secret\]/)
  for (const secret of revealed) {
    expect(secret.length).toBeGreaterThan(8)
    expect(seen.join().includes(secret)).toBe(false)
  }
})

test('what is no call of this auth is rejected, also where the configuration lacks its port', () => {
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  const create = (override: object) => () => createAuth({ config, override }).stop()
  expect(create({ signup: () => () => undefined })).toThrow(ConfigError)
  expect(create({ passwordPolicy: () => ({}) })).toThrow(/passwordPolicy/)
  expect(create({ getId: () => async () => 'id' })).toThrow(/getId/)
  // Not `(original) => …` but the call itself.
  expect(create({ signUp: async () => undefined })).toThrow(/signUp/)
  expect(create({ signUp: 'mine' })).toThrow(ConfigError)
  expect(create({ signUp: undefined })).not.toThrow()
  // @ts-expect-error a sign-up is not answered with a text
  const wrong: Override = { signUp: () => async () => 'done' }
  expect(create(wrong)).not.toThrow()
})

test('ports of the app, which may be frozen, stay as they are', async () => {
  const { sandbox } = openPage()
  const { userPool, ...ports } = cognitoPorts({
    config: sandbox.config,
    fetch: async (input, init) => sandbox.fetch(String(input), init),
    storage: memoryStorage(),
  })
  const frozen = { ...ports, userPool: Object.freeze(userPool) }
  const called: string[] = []
  const load = (name: string) =>
    createAuth({
      ports: frozen,
      override: {
        signIn: (original) => (input, options) => {
          called.push(name)
          return original(input, options)
        },
      },
    })
  load('first').stop()
  const auth = load('second')
  await submitSignIn(auth)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('incorrectCredentials')
  expect(called).toEqual(['second'])
  auth.stop()
})
