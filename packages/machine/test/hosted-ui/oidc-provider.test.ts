import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HostedUiPage, home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import {
  consent,
  deny,
  type OpenIdProvider,
  openIdProvider,
} from '../support/hosted-ui/openid-provider.ts'
import { settled } from '../support/sandbox-auth.ts'

let provider: OpenIdProvider
let page: HostedUiPage
/** The paths that the app has requested from the provider. */
let requested: string[]

beforeAll(async () => {
  // It warns that its pages and its memory are for development only.
  vi.spyOn(console, 'warn').mockReturnValue()
  provider = await openIdProvider(openHostedUiPage().sandbox.config, home)
})

afterAll(() => provider.close())

beforeEach(() => {
  page = openHostedUiPage()
  requested = []
})

/** The app as it is loaded at an address: the provider is its hosted UI. */
function land(address: string) {
  const { origin } = provider
  return page.land(address, {
    config: { hostedUiOrigin: origin },
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (url.origin !== origin) return page.sandbox.fetch(url, init)
      requested.push(url.pathname)
      return fetch(url, init)
    },
  })
}

async function visitHostedUi(lead = consent): Promise<string> {
  return lead(provider.visitor(), await page.leave(land(home)), 'ada')
}

/** Puts something else into what is remembered of the redirect. */
function remember(changed: Readonly<Record<string, string>>) {
  const [key = '', value = ''] = [...page.stored].find(([key]) => key.endsWith('redirects')) ?? []
  const [redirect] = JSON.parse(value)
  page.stored.set(key, JSON.stringify([{ ...redirect, ...changed }]))
}

const failureAt = async (address: string) => (await settled(land(address), 'signIn')).failure

describe('our client at oidc-provider', () => {
  test('completes code and PKCE', async () => {
    const back = new URL(await visitHostedUi())
    expect([...back.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state'])
    const auth = land(back.href)
    expect(page.address).toBe(home)
    const { user } = await settled(auth, 'signedIn')
    expect(user).toMatchObject({ kind: 'hostedUi', username: 'ada', email: 'ada@example.com' })
    expect(requested).toEqual(['/oauth2/token'])
    const { idToken } = await auth.getSession()
    expect(decodeJwt(idToken)).toMatchObject({
      iss: back.searchParams.get('iss'),
      aud: page.sandbox.config.userPoolClientId,
    })
  })

  test('gets the error when the user has denied it', async () => {
    const back = await visitHostedUi(deny)
    expect(await failureAt(back)).toMatchObject({ code: 'redirectDenied', retryable: false })
    expect(page.address).toBe(home)
    expect(requested).toEqual([])
  })

  test.each([
    ['a state that is not ours', 'state', 'x'.repeat(43), 'redirectMismatch'],
    ['another issuer', 'iss', 'https://elsewhere.example.com', 'invalidAnswer'],
  ])('rejects %s, and sends no code', async (_, name, value, code) => {
    const back = new URL(await visitHostedUi())
    back.searchParams.set(name, value)
    expect((await failureAt(back.href))?.code).toBe(code)
    expect(requested).toEqual([])
  })

  test('rejects an ID token for another sign-in', async () => {
    const back = await visitHostedUi()
    remember({ nonce: 'n'.repeat(43) })
    expect((await failureAt(back))?.code).toBe('invalidAnswer')
  })

  test('is rejected with another code verifier', async () => {
    const back = await visitHostedUi()
    remember({ codeVerifier: 'v'.repeat(43) })
    expect((await failureAt(back))?.code).toBe('redirectExpired')
    expect(requested).toEqual(['/oauth2/token'])
  })

  test('sends a code once, and is rejected if it is sent again', async () => {
    const back = await visitHostedUi()
    const remembered = [...page.stored]
    await settled(land(back), 'signedIn')
    page.stored.clear()
    expect((await failureAt(back))?.code).toBe('redirectMismatch')
    expect(requested).toEqual(['/oauth2/token'])
    for (const [key, value] of remembered) page.stored.set(key, value)
    expect((await failureAt(back))?.code).toBe('redirectExpired')
    expect(requested).toEqual(['/oauth2/token', '/oauth2/token'])
  })
})
