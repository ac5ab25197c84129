import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { pause } from '../../src/concurrency/pause.ts'
import { openDocument } from '../support/browser-document.ts'
import { webLocks } from '../support/web-locks.ts'

const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const refresh = 'GetTokensFromRefreshToken'
const chunks = { refresher: 'What refreshes the session', lock: 'The lock of the tabs' }

/** Settles when a tab has got a chunk; each tab gets its own. */
let arrival: (chunk: string) => Promise<unknown>
let support: typeof import('../support/sandbox-auth.ts')
let cognito: typeof import('../../src/cognito/index.ts')

beforeAll(async () => {
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.resetModules()
  vi.doMock('../../src/platform/load-chunk.ts', async (original) => {
    const real = await original<typeof import('../../src/platform/load-chunk.ts')>()
    const loadChunk = <Module>(module: Promise<Module>, what: string) =>
      real.loadChunk(
        arrival(what).then(() => module),
        what,
      )
    return { ...real, loadChunk }
  })
  support = await import('../support/sandbox-auth.ts')
  cognito = await import('../../src/cognito/index.ts')
})

afterAll(() => {
  vi.doUnmock('../../src/platform/load-chunk.ts')
  vi.resetModules()
})

beforeEach(() => {
  arrival = () => Promise.resolve()
})

/** A browser with a signed-in tab, whose token has expired. The tabs have the lock of `navigator`. */
async function openBrowser(navigator: object = { locks: webLocks() }) {
  const { openPage, createUser, submitSignIn, settled, control } = support
  openDocument()
  vi.stubGlobal('navigator', navigator)
  const page = openPage()
  await createUser(page)
  const openTab = () =>
    page.openTab({ config, lock: cognito.cognitoPorts({ config: page.sandbox.config }).lock })
  const first = openTab()
  await submitSignIn(first)
  const { signOut } = await settled(first, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  page.sent.length = 0
  return { page, first, signOut, openTab }
}

const inTurn = (tab: number) => tab
const backwards = (tab: number) => 9 - tab
const mixed = (tab: number, nth: number) => (tab * 3 + nth * 7) % 10

test.each([
  ['with Web Locks, one after the other', 10, 60, inTurn],
  ['with Web Locks, backwards', 10, 60, backwards],
  ['with Web Locks, each chunk in another order', 10, 60, mixed],
  ['with a lease', 3, 900, inTurn],
])('tabs that open with an expired token refresh once: %s', async (name, count, ms, place) => {
  const { page, openTab } = await openBrowser(name.includes('lease') ? {} : undefined)
  const tabs = new Map<string, number>()
  arrival = (chunk) => {
    const tab = tabs.get(chunk) ?? 0
    tabs.set(chunk, tab + 1)
    return pause(place(tab, [...tabs.keys()].indexOf(chunk)) * ms)
  }
  const opened = Array.from({ length: count }, openTab)
  const tokens = opened.map(async (tab) => {
    await support.settled(tab, 'signedIn')
    return (await tab.getSession()).accessToken
  })
  expect(new Set(await Promise.all(tokens)).size).toBe(1)
  expect(page.sent).toEqual([refresh])
})

test.each(Object.values(chunks))(
  'a tab that another one signs out before “%s” is there requests nothing and stores nothing',
  async (missing) => {
    const { page, signOut, openTab } = await openBrowser()
    let arrive = () => {}
    const late = new Promise<void>((resolve) => {
      arrive = resolve
    })
    let hasSent = false
    arrival = async (chunk) => {
      if (chunk !== missing) return
      hasSent = true
      await late
    }
    const tab = openTab()
    await expect.poll(() => hasSent).toBe(true)
    signOut()
    await expect.poll(() => page.stored.size).toBe(0)
    await pause(50)
    arrive()
    const { failure } = await support.settled(tab, 'signIn')
    expect(failure).toMatchObject({ code: 'signedOut' })
    expect(page.sent).toEqual(['RevokeToken'])
    expect(page.stored.size).toBe(0)
  },
)

test('a tab whose chunk does not load uses the tokens that another one has got meanwhile', async () => {
  const { page, first, openTab } = await openBrowser()
  let fail: (() => void) | undefined
  arrival = (chunk) =>
    new Promise((resolve, reject) => {
      if (chunk !== chunks.refresher) return resolve(undefined)
      fail = () => reject(new TypeError('Failed to fetch dynamically imported module'))
    })
  const tab = openTab()
  const failures: unknown[] = []
  tab.on('token.refreshFailed', (event) => failures.push(event))
  await expect.poll(() => fail).toBeDefined()
  arrival = () => Promise.resolve()
  const { accessToken } = await first.getSession()
  await pause(300)
  fail?.()
  expect((await tab.getSession()).accessToken).toBe(accessToken)
  expect(failures).toEqual([])
  expect(page.sent).toEqual([refresh])
})

test.each(Object.values(chunks))(
  'where “%s” does not load, the session stays, and the next call refreshes',
  async (missing) => {
    const { page, openTab } = await openBrowser()
    arrival = async (chunk) => {
      if (chunk === missing) throw new TypeError('Failed to fetch dynamically imported module')
    }
    const tab = openTab()
    await support.settled(tab, 'signedIn')
    await expect(tab.getSession()).rejects.toMatchObject({ name: 'NetworkError' })
    expect(page.sent).toEqual([])
    arrival = () => Promise.resolve()
    await tab.getSession()
    expect(page.sent).toEqual([refresh])
  },
)
