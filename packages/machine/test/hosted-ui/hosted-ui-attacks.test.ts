import { inspect } from 'node:util'
import { UnsecuredJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { type HostedUiPage, home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import {
  callCognito,
  createUser,
  email,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'
import { visitor } from '../support/visitor.ts'

const byPassword = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const byToken = { hostedUi: { responseType: 'token' } }

let page: HostedUiPage

beforeEach(() => {
  page = openHostedUiPage()
})

const parametersOf = (address: string) => new URLSearchParams(new URL(address).hash.slice(1))

/** Ada, signed in by her password in a tab of her own. */
async function openTabOfAda() {
  const tab = page.openTab({ config: byPassword, navigator: page.navigator })
  await submitSignIn(tab)
  return { tab, ...(await settled(tab, 'signedIn')) }
}

describe('an answer of another grant than was requested', () => {
  test('unsigned tokens do not replace a code', async () => {
    const url = new URL(await page.leave(page.land(home), { provider: 'Google' }))
    const { region, userPoolId, userPoolClientId } = page.sandbox.config
    const issuedAt = Math.floor(page.sandbox.clock.now() / 1000)
    const claims = { sub: 'victim', iat: issuedAt, exp: issuedAt + 3600 }
    const idToken = new UnsecuredJWT({
      ...claims,
      iss: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`,
      aud: userPoolClientId,
      nonce: url.searchParams.get('nonce'),
      'cognito:username': 'victim',
    })
    const answer = new URLSearchParams({
      id_token: idToken.encode(),
      access_token: new UnsecuredJWT({ ...claims, scope: 'openid' }).encode(),
      state: String(url.searchParams.get('state')),
    })
    const auth = page.land(`${home}#${answer}`)
    expect((await settled(auth, 'signIn')).failure?.code).toBe('invalidAnswer')
    expect(page.address).toBe(home)
    expect([...page.stored.keys()]).toEqual([])
  })

  test('a code does not replace tokens, and is not redeemed', async () => {
    const leaving = page.land(home, { config: byToken })
    const url = new URL(await page.leave(leaving, { provider: 'Google' }))
    url.searchParams.set('response_type', 'code')
    const back = await page.visitor.pick(url.href)
    page.sent.length = 0
    const auth = page.land(back, { config: byToken })
    expect((await settled(auth, 'signIn')).failure?.code).toBe('invalidAnswer')
    expect(page.sent).toEqual([])
  })
})

test('an ID token and an access token of two users do not sign in', async () => {
  await createUser(page)
  const back = new URL(await page.visitHostedUi({ config: byToken }))
  const url = await page.leave(page.land(home, { config: byToken }), { loginHint: email })
  const adas = parametersOf(await visitor(page.sandbox).signIn(url, email, password))
  const mixed = parametersOf(back.href)
  mixed.set('access_token', String(adas.get('access_token')))
  back.hash = mixed.toString()
  const auth = page.land(back.href, { config: byToken })
  expect((await settled(auth, 'signIn')).failure?.code).toBe('invalidAnswer')
})

test('an answer that is no address is rejected, and its code is in no failure', async () => {
  const code = 'c0de-of-a-user'
  const navigator = {
    address: () => undefined,
    replace: () => undefined,
    open: async () => `/callback?code=${code}&state=x`,
  }
  const auth = page.load({ navigator, config: { hostedUi: { redirectSignIn: 'myapp://in' } } })
  ;(await settled(auth, 'signIn')).redirect()
  await expect.poll(() => auth.getView().failure?.code).toBe('redirectMismatch')
  expect(inspect(auth.getView().failure, { depth: 5 })).not.toContain(code)
})

describe('an answer in a browser where a user is signed in', () => {
  test('the session before is revoked when another user takes over, in every tab', async () => {
    await createUser(page)
    const back = await page.visitHostedUi()
    const { tab } = await openTabOfAda()
    const [, token] = [...page.stored].find(([key]) => key.endsWith('.refreshToken')) ?? []
    expect((await settled(page.land(back), 'signedIn')).user.provider).toBe('Google')
    await expect.poll(() => tab.getView()).toMatchObject({ user: { provider: 'Google' } })
    const refresh = () => callCognito(page, 'GetTokensFromRefreshToken', { RefreshToken: token })
    await expect.poll(async () => (await refresh()).status).toBe(400)
  })

  test('a page that a server rendered for its user: a forged one changes nothing, a real one the user', async () => {
    await createUser(page)
    const back = await page.visitHostedUi()
    const { tab, user } = await openTabOfAda()
    tab.stop()
    const forged = new URL(back)
    forged.searchParams.set('state', 'forged')

    const rendered = page.land(forged.href, { initial: { user } })
    expect(rendered.getServerView().route).toBe('signedIn')
    expect((await settled(rendered, 'signedIn')).user).toEqual(user)
    expect((await rendered.getSession()).user).toEqual(user)

    const changed = page.land(back, { initial: { user } })
    expect(changed.getServerView()).toMatchObject({ user })
    expect((await changed.getSession()).user.provider).toBe('Google')
    expect((await settled(changed, 'signedIn')).user.provider).toBe('Google')
  })

  test('a tab whose sign-in form is open follows', async () => {
    await createUser(page)
    const back = await page.visitHostedUi()
    const tab = page.openTab({ config: byPassword })
    await settled(tab, 'signIn')
    await settled(page.land(back), 'signedIn')
    expect((await settled(tab, 'signedIn')).user.provider).toBe('Google')
  })
})
