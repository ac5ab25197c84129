import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { type HostedUiPage, home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import { settled } from '../support/sandbox-auth.ts'

const minute = 60_000

let page: HostedUiPage

beforeEach(() => {
  page = openHostedUiPage()
})

function fail() {
  throw new DOMException('Not here', 'SecurityError')
}

test('a clock that is set back while the page is left still knows the redirect', async () => {
  const back = await page.visitHostedUi()
  const clock = { now: () => page.sandbox.clock.now() - minute }
  await settled(page.land(back, { clock }), 'signedIn')
})

test('a history that cannot be written leaves the answer in the address, and signs in', async () => {
  const back = await page.visitHostedUi()
  page.address = back
  const auth = page.load({ navigator: { ...page.navigator, replace: fail } })
  await settled(auth, 'signedIn')
  expect(page.address).toBe(back)
})

describe('a storage that fails', () => {
  test('to store a redirect: the page stays, and shows why', async () => {
    const storage = { ...memoryStorage(page.stored), setItem: fail }
    const auth = page.land(home, { storage })
    ;(await settled(auth, 'signIn')).redirect()
    await expect.poll(() => auth.getView().failure?.code).toBe('storageRefused')
    expect(page.left).toEqual([])
  })

  test('to forget a redirect: its code is not redeemed', async () => {
    const back = await page.visitHostedUi()
    page.sent.length = 0
    const storage = { ...memoryStorage(page.stored), removeItem: fail }
    const { failure } = await settled(page.land(back, { storage }), 'signIn')
    expect(failure?.code).toBe('storageRefused')
    expect(page.sent).toEqual([])
  })
})

test('a client that the token endpoint does not know is rejected as such, also with a challenge', async () => {
  const back = await page.visitHostedUi()
  page.between = async () =>
    Response.json(
      { error: 'invalid_client' },
      { status: 401, headers: { 'www-authenticate': 'Basic realm="token"' } },
    )
  expect((await settled(page.land(back), 'signIn')).failure?.code).toBe('redirectRefused')
})

test('a code that is redeemed for an opaque access token does not sign in', async () => {
  const back = await page.visitHostedUi()
  page.between = async (operation, send) => {
    const response = await send()
    if (operation !== 'oauth2/token') return response
    return Response.json({ ...(await response.json()), access_token: 'opaque' })
  }
  expect((await settled(page.land(back), 'signIn')).failure?.code).toBe('invalidAnswer')
  expect([...page.stored.keys()].filter((key) => key.endsWith('Token'))).toEqual([])
})

describe('where a redirect leads back to', () => {
  test.each([
    ['with a slash that the host has added', 'in', '/in/?'],
    ['without the slash that the host has taken away', 'in/', '/in?'],
  ])('%s', async (_, path, landed) => {
    const config = { hostedUi: { redirectSignIn: `${home}${path}` } }
    const back = await page.visitHostedUi({ config })
    const auth = page.land(back.replace(`/${path}?`, landed), { config })
    await settled(auth, 'signedIn')
    expect(page.address).toBe(`${home}${landed.slice(1, -1)}`)
  })

  test('the redirect URI of this page is chosen among URIs that differ by their query', async () => {
    const redirectSignIn = [`${home}?tenant=a`, `${home}?tenant=b`]
    const auth = page.land(`${home}?tenant=b`, { config: { hostedUi: { redirectSignIn } } })
    const url = new URL(await page.leave(auth))
    expect(url.searchParams.get('redirect_uri')).toBe(redirectSignIn[1])
  })
})

test('a session that nothing can refresh lasts as long as its tokens, and ends without a request', async () => {
  const config = { hostedUi: { responseType: 'token' } }
  const back = await page.visitHostedUi({ config })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  const auth = page.land(back, { config })
  await vi.waitFor(() => expect(auth.getView().route).toBe('signedIn'))
  await vi.advanceTimersByTimeAsync(59 * minute + 30_000)
  expect(auth.getView().route).toBe('signedIn')
  await vi.advanceTimersByTimeAsync(minute)
  await vi.waitFor(() => expect(auth.getView().route).toBe('signIn'))
  expect(auth.getView().failure?.code).toBe('sessionExpired')
})

// Last: it loads modules anew.
test('a chunk that does not load is a network failure, and the redirect is not lost', async () => {
  const back = await page.visitHostedUi()
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.resetModules()
  vi.doMock('../../src/cognito/hosted-ui/hosted-ui-calls.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => {
    vi.doUnmock('../../src/cognito/hosted-ui/hosted-ui-calls.ts')
    vi.resetModules()
  })
  const { failure } = await settled(page.land(back), 'signIn')
  expect(failure).toMatchObject({ code: 'network', retryable: true })
  vi.doUnmock('../../src/cognito/hosted-ui/hosted-ui-calls.ts')
  await settled(page.land(back), 'signedIn')
})
