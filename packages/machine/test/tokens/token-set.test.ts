import { UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { parseTokens } from '../../src/tokens/token-facts.ts'
import { createPerson } from '../support/rendered-site.ts'
import {
  callCognito,
  createUser,
  email,
  lastCode,
  mfaPool,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const grace = 'grace@example.com'
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const origin = { userPoolId: 'eu-west-1_Abc', clientId: 'client' }
const iss = `https://cognito-idp.eu-west-1.amazonaws.com/${origin.userPoolId}`

const encode = (claims: object) => new UnsecuredJWT({ ...claims }).encode()

const idOf = (claims: object = {}) =>
  encode({
    sub: 'ada',
    'cognito:username': 'ada',
    iss,
    aud: 'client',
    token_use: 'id',
    iat: 1,
    exp: 2,
    ...claims,
  })
const accessOf = (claims: object = {}) =>
  encode({ sub: 'ada', iss, client_id: 'client', token_use: 'access', ...claims })

const tokensOf = (idToken: string, accessToken: string) => ({
  idToken,
  accessToken,
  refreshToken: 'refresh',
})

test.each([
  ['as Cognito makes them', {}, {}],
  ['from another host, as of a local Cognito', { iss: 'http://localhost:9229/eu-west-1_Abc' }, {}],
  ['for several clients, of which this is one', { aud: ['other', 'client'] }, {}],
  [
    'with claims that a local Cognito leaves out',
    { token_use: undefined },
    { client_id: undefined },
  ],
  ['changed by a trigger', { groups: ['a'], email: 7 }, { scope: 'orders/read', aud: 'api' }],
])('tokens are a session: %s', (_, id, access) => {
  parseTokens(tokensOf(idOf(id), accessOf(access)), origin)
})

test.each([
  ['an access token of another user', {}, { sub: 'grace' }, 'sub'],
  ['an access token without a user', {}, { sub: undefined }, 'sub'],
  ['an ID token as access token', {}, { token_use: 'id' }, 'token_use'],
  ['an access token as ID token', { token_use: 'access' }, {}, 'token_use'],
  ['an ID token for another client', { aud: 'other' }, {}, 'aud'],
  ['an access token for another client', {}, { client_id: 'other' }, 'client_id'],
  ['an ID token of another pool', { iss: `${iss}d` }, {}, 'iss'],
  ['an access token of another pool', {}, { iss: 'https://evil.example/' }, 'iss'],
  ['claims of other types', { iss: { toString: 1 } }, {}, 'iss'],
  ['an access token that was over before it was made', {}, { exp: 0 }, 'exp'],
  ['an access token with a time as text', {}, { exp: '5' }, 'exp'],
  ['an access token that never was', {}, { exp: -1e308 }, 'exp'],
  ['an access token that ends after all time', {}, { exp: 1e308 }, 'exp'],
  ['an ID token that ends after all time', { exp: 1e308 }, {}, 'exp'],
  ['an ID token from before all time', { iat: -1e308 }, {}, 'iat'],
])('tokens are no session: %s', (_, id, access, claim) => {
  const tokens = tokensOf(idOf(id), accessOf(access))
  expect(() => parseTokens(tokens, origin)).toThrow(claim)
})

test.each(['', 'opaque', 'a.b.c', `${accessOf()}.more`])(
  'a token that does not decode: "%s"',
  (none) => {
    expect(() => parseTokens(tokensOf(idOf(), none), origin)).toThrow(TypeError)
    expect(() => parseTokens(tokensOf(none, accessOf()), origin)).toThrow(TypeError)
  },
)

/** Tokens of Grace, as Cognito has made them. */
async function tokensOfGrace(page: Page) {
  await createPerson(page, grace)
  const answer = await callCognito(page, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: grace, PASSWORD: password },
  })
  return (await answer.json()).AuthenticationResult
}

/** Lays the changes over the tokens of every answer. */
function spoil(page: Page, changes: object) {
  page.between = async (_, send) => {
    const response = await send()
    const body = await response.clone().json()
    if (!body.AuthenticationResult) return response
    const AuthenticationResult = { ...body.AuthenticationResult, ...changes }
    return Response.json({ ...body, AuthenticationResult })
  }
}

const spoilings: [string, (page: Page) => Promise<object>][] = [
  ['an opaque access token', async () => ({ AccessToken: 'opaque' })],
  [
    'the access token of another user',
    async (page) => ({ AccessToken: (await tokensOfGrace(page)).AccessToken }),
  ],
  [
    'the ID token of another user',
    async (page) => ({ IdToken: (await tokensOfGrace(page)).IdToken }),
  ],
]

test.each(spoilings)(
  'a sign-in that is answered with %s fails, and nothing is stored',
  async (_, changes) => {
    const page = openPage()
    await createUser(page)
    spoil(page, await changes(page))
    const auth = page.load({ config })
    await submitSignIn(auth)
    await expect.poll(() => auth.getView().failure).toMatchObject({ code: 'invalidAnswer' })
    expect(auth.getView().route).toBe('signIn')
    expect(page.stored.size).toBe(0)
  },
)

test.each(spoilings)(
  'a challenge that is answered with %s fails, and nothing is stored',
  async (_, changes) => {
    const page = openPage({ pool: mfaPool('OPTIONAL') } as Parameters<typeof openPage>[0])
    await createUser(page)
    await callCognito(page, 'AdminSetUserMFAPreference', {
      Username: email,
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    const auth = page.load({ config })
    await submitSignIn(auth)
    const view = await settled(auth, 'confirmSignIn')
    spoil(page, await changes(page))
    view.submit({ code: await lastCode(page) })
    await expect.poll(() => auth.getView().failure).toMatchObject({ code: 'invalidAnswer' })
    expect(page.stored.size).toBe(0)
  },
)

test.each(spoilings)(
  'a refresh that is answered with %s fails, and the session goes on',
  async (_, changes) => {
    const page = openPage()
    await createUser(page)
    const auth = page.load({ config })
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    spoil(page, await changes(page))
    const stored = new Map(page.stored)
    await expect(auth.getSession({ forceRefresh: true })).rejects.toMatchObject({
      name: 'InvalidAnswerError',
    })
    expect(page.stored).toEqual(stored)
    expect(auth.getView().route).toBe('signedIn')
  },
)

/** Changes one stored token, by the last part of its key. */
const keyOf = (page: Page, name: string) =>
  [...page.stored.keys()].find((key) => key.endsWith(`.${name}`)) ?? ''

test.each<[string, (page: Page) => unknown]>([
  ['an opaque access token', (page) => page.stored.set(keyOf(page, 'accessToken'), 'opaque')],
  ['no ID token', (page) => page.stored.delete(keyOf(page, 'idToken'))],
  ['no refresh token', (page) => page.stored.delete(keyOf(page, 'refreshToken'))],
  [
    'the ID token twice',
    (page) =>
      page.stored.set(keyOf(page, 'accessToken'), page.stored.get(keyOf(page, 'idToken')) ?? ''),
  ],
  [
    'the access token of another user',
    async (page) =>
      page.stored.set(keyOf(page, 'accessToken'), (await tokensOfGrace(page)).AccessToken),
  ],
])('a stored set with %s is cleared, but for the device', async (_, spoil) => {
  const page = openPage()
  await createUser(page)
  const auth = page.load({ config })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  auth.stop()
  const device = keyOf(page, 'accessToken').replace(/accessToken$/, 'deviceKey')
  page.stored.set(device, 'device')
  await spoil(page)
  await settled(page.load({ config }), 'signIn')
  expect([...page.stored.keys()]).toEqual([device])
})

test('a set that another tab is still writing is not cleared', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load({ config })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  auth.stop()
  const key = keyOf(page, 'accessToken')
  const whole = page.stored.get(key) ?? ''
  page.stored.set(key, whole.slice(0, 40))
  const other = page.load({ config })
  setTimeout(() => page.stored.set(key, whole), 40)
  await settled(other, 'signedIn')
  expect(page.stored.get(key)).toBe(whole)
})
