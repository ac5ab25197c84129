import { beforeEach, describe, expect, test } from 'vitest'
import { hasAnswer, withoutAnswer } from '../../src/cognito/hosted-ui/redirect-address.ts'
import { type HostedUiPage, home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import { createUser, email, settled, submitSignIn } from '../support/sandbox-auth.ts'

const code = '8a1b2c3d-0000-4000-8000-abcdefabcdef'

let page: HostedUiPage

beforeEach(() => {
  page = openHostedUiPage()
})

/** Where a SAML provider that begins a sign-in leads to: no state, no nonce, no PKCE. */
async function idpInitiated(extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const { hostedUiOrigin, userPoolClientId } = page.sandbox.config
  const url = new URL(`${hostedUiOrigin}/oauth2/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: userPoolClientId,
    redirect_uri: home,
    scope: 'openid email profile aws.cognito.signin.user.admin',
    identity_provider: 'Google',
    ...extra,
  }).toString()
  return page.visitor.pick(url.href)
}

const hostedUi = (settings: object) => ({
  hostedUi: { domain: page.sandbox.config.hostedUiOrigin, redirectSignIn: [home], ...settings },
})

describe('an answer without a state', () => {
  test.each([
    ['a code', `?code=${code}&tab=2`],
    ['a code of another form', '?code=abc&tab=2'],
    ['a code with an empty state', `?code=${code}&state=&tab=2`],
    ['an error', '?error=server_error&error_description=No.&tab=2'],
    [
      'tokens in the query',
      '?id_token=a.b.c&access_token=d.e.f&refresh_token=g&token_type=Bearer&tab=2',
    ],
    ['tokens after the #', '?tab=2#id_token=a.b.c&access_token=d.e.f&expires_in=3600'],
  ])('%s: a failure that says so, and a clean address', async (_, search) => {
    const config = hostedUi({})
    const auth = page.land(`${home}${search}`, { config })
    expect(page.address).toBe(`${home}?tab=2`)
    page.sent.length = 0
    const { failure } = await settled(auth, 'signIn')
    expect(failure).toMatchObject({ code: 'redirectMismatch' })
    expect(failure?.message).toContain('has no "state"')
    expect(failure?.message).not.toContain('No.')
    expect(page.sent).toEqual([])
  })

  test('who is signed in stays so', async () => {
    await createUser(page)
    const before = page.land(home)
    await submitSignIn(before)
    await settled(before, 'signedIn')
    const auth = page.land(`${home}?code=${code}`, { config: hostedUi({}) })
    expect((await settled(auth, 'signedIn')).user.email).toBe(email)
    expect(page.address).toBe(home)
  })

  test('the code of a sign-in that a provider has begun is rejected, and not sent', async () => {
    const address = await idpInitiated()
    page.sent.length = 0
    const auth = page.land(address, { config: hostedUi({}) })
    expect((await settled(auth, 'signIn')).failure?.code).toBe('redirectMismatch')
    expect(page.sent).toEqual([])
  })

  test('where that is allowed it signs in, once', async () => {
    const address = await idpInitiated()
    const config = hostedUi({ allowIdpInitiated: true })
    const auth = page.land(address, { config })
    expect(page.address).toBe(home)
    expect((await settled(auth, 'signedIn')).user.provider).toBe('Google')
    ;(await settled(auth, 'signedIn')).signOut()
    page.stored.clear()
    const again = page.land(address, { config })
    expect((await settled(again, 'signIn')).failure?.code).toBe('redirectExpired')
  })

  test('where that is allowed, other answers without a state are rejected', async () => {
    const config = hostedUi({ allowIdpInitiated: true })
    const rejectionOf = async (search: string, more: object = {}) => {
      const auth = page.land(`${home}${search}`, {
        config: hostedUi({ ...config.hostedUi, ...more }),
      })
      const { failure } = await settled(auth, 'signIn')
      expect(page.address).toBe(home)
      return failure?.code
    }
    expect(await rejectionOf('?id_token=a.b.c&access_token=d.e.f')).not.toBeUndefined()
    expect(await rejectionOf('#id_token=a.b.c&access_token=d.e.f')).not.toBeUndefined()
    expect(await rejectionOf('?error=access_denied')).toBe('redirectDenied')
    expect(await rejectionOf(`?code=${code}&state=forged`)).toBe('redirectMismatch')
    const implicit = { responseType: 'token' }
    expect(await rejectionOf('#id_token=a.b.c&access_token=d.e.f', implicit)).toBe(
      'redirectMismatch',
    )
    expect(await rejectionOf(`?code=${code}`, implicit)).toBe('redirectMismatch')
  })
})

describe('what is taken for an answer', () => {
  const [uris, none] = [[home], []]

  test.each([
    [`${home}?code=PROMO`, none, false],
    [`${home}?code=PROMO`, uris, true],
    [`${home}?code=${code}`, none, true],
    [`${home}?code=PROMO&state=CA`, none, true],
    [`${home}orders?code=${code}`, uris, false],
    [`${home}?error=lost`, none, false],
    [`${home}?state=CA`, uris, false],
    [`${home}#access_token=other&type=recovery`, none, false],
    [home, uris, false],
    ['no address', uris, false],
  ])('%s with %j: %s', (address, redirectUris, isOne) => {
    expect(hasAnswer(address, redirectUris)).toBe(isOne)
  })

  test.each([
    ['?code=a&state=b&tab=2#part', '?tab=2#part'],
    ['?a=1%20b&code=a&state=b', '?a=1+b'],
    ['?code=a&state=b#id_token=c&access_token=d&scope=openid&token_type=Bearer', ''],
    ['?id_token=c&access_token=d&expires_in=1&scope=x&state=s&page=7', '?page=7'],
    ['?state=CA#id_token=c&state=s', '?state=CA'],
    ['?scope=mine&code=a&code=b&state=s', '?scope=mine'],
    ['?error=x&error_description=y&iss=z&q=1', '?q=1'],
    ['?q=a%20b#/route?code=1', '?q=a%20b#/route?code=1'],
    ['?tab=2#part', '?tab=2#part'],
  ])('%s becomes "%s"', (address, left) => {
    expect(withoutAnswer(`${home}${address}`)).toBe(`${home}${left}`)
  })
})

test('tokens in the query of a code app, with the state of a redirect are rejected and removed', async () => {
  const url = new URL(await page.leave(page.land(home), { provider: 'Google' }))
  const state = String(url.searchParams.get('state'))
  const auth = page.land(`${home}?state=${state}&id_token=a.b.c&access_token=d.e.f&tab=2`)
  expect(page.address).toBe(`${home}?tab=2`)
  expect((await settled(auth, 'signIn')).failure).toBeDefined()
  expect([...page.stored.values()].join()).not.toContain('a.b.c')
})
