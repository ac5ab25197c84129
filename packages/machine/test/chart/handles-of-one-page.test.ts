import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Auth, type AuthEmitted, StoppedError } from '../../src/index.ts'
import { type HostedUiPage, home, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import { control, settled, signUpAndIn } from '../support/sandbox-auth.ts'

let page: HostedUiPage

beforeEach(() => {
  // What is created without a window is no page of a browser, and starts at once.
  vi.stubGlobal('window', {})
  page = openHostedUiPage()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const tick = () => new Promise((resolve) => setTimeout(resolve))

/** The handle that stays, and the other one: React 18 keeps the last, React 19 the first. */
const cases: readonly [string, (handles: readonly [Auth, Auth]) => readonly [Auth, Auth]][] = [
  ['first', ([first, last]) => [first, last]],
  ['last', ([first, last]) => [last, first]],
]

function eventsOf(auth: Auth): string[] {
  const types: string[] = []
  auth.on('*', ({ type }: AuthEmitted) => types.push(type))
  return types
}

describe.each(cases)('two handles are created at once and the %s stays:', (_, keep) => {
  function createTwo(address: string) {
    page.address = address
    const { navigator } = page
    return keep([page.openTab({ navigator }), page.openTab({ navigator })])
  }

  test('it is signed in by the answer of the hosted UI, and the other does nothing', async () => {
    const back = await page.visitHostedUi()
    page.sent.length = 0
    const [stays, goes] = createTwo(back)
    expect(page.address).toBe(home)
    expect([stays.getView().route, goes.getView().route]).toEqual(['restoring', 'restoring'])
    await tick()
    expect(page.sent).toEqual([])

    const events = eventsOf(stays)
    await settled(stays, 'signedIn')
    await tick()
    expect(events).toEqual(['redirect.completed', 'signedIn'])
    expect(page.sent).toEqual(['oauth2/token'])
    // Reading it starts it now, long after: the answer is used up, and the session is found.
    expect((await settled(goes, 'signedIn')).failure).toBeUndefined()
    expect(page.sent).toEqual(['oauth2/token'])
  })

  test('both are signed in where both are used: the code is redeemed once', async () => {
    const back = await page.visitHostedUi()
    page.sent.length = 0
    const both = createTwo(back)
    const events = both.map(eventsOf)
    for (const auth of both) await settled(auth, 'signedIn')
    expect(page.sent).toEqual(['oauth2/token'])
    expect(events).toEqual([
      ['redirect.completed', 'signedIn'],
      ['redirect.completed', 'signedIn'],
    ])
  })

  test('the other has no timer, and listens to nothing', async () => {
    await signUpAndIn(page, page.load())
    const [stays, goes] = createTwo(home)
    await settled(stays, 'signedIn')
    await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
    page.sent.length = 0
    page.wake(goes)
    await tick()
    expect(page.sent).toEqual([])
    page.wake(stays)
    await vi.waitFor(() => expect(page.sent).toEqual(['GetTokensFromRefreshToken']))
    goes.stop()
    expect(stays.getView().route).toBe('signedIn')
    await expect(goes.getSession()).rejects.toBeInstanceOf(StoppedError)
    await expect(goes.ready()).rejects.toBeInstanceOf(StoppedError)
  })
})

test('an unused handle takes the answer all the same', async () => {
  const auth = page.land(await page.visitHostedUi())
  page.sent.length = 0
  await vi.waitFor(() => expect([...page.stored.keys()].join()).toContain('accessToken'))
  expect(page.sent).toEqual(['oauth2/token'])
  expect(auth.getView().route).toBe('signedIn')
})

test('a handle that is created while the first redeems the code shares its outcome', async () => {
  const first = page.land(await page.visitHostedUi())
  const { navigator } = page
  const events = eventsOf(first)
  const second = page.openTab({ navigator })
  await Promise.all([settled(first, 'signedIn'), settled(second, 'signedIn')])
  expect(events).toContain('redirect.completed')
})

test('a rejected code fails for both, and for no handle after them', async () => {
  const back = new URL(await page.visitHostedUi())
  back.searchParams.set('code', 'spent')
  page.address = back.href
  const { navigator } = page
  const both = [page.openTab({ navigator }), page.openTab({ navigator })]
  for (const { failure } of await Promise.all(both.map((auth) => settled(auth, 'signIn')))) {
    expect(failure?.code).toBe('redirectExpired')
  }
  const later = page.openTab({ navigator })
  expect((await settled(later, 'signIn')).failure).toBeUndefined()
})

test('what is read before the first use can be pressed', async () => {
  await signUpAndIn(page, page.load())
  const initial = await page.load().ready()
  const [auth] = [page.openTab({ initial }), page.openTab({ initial })]
  const view = auth.getView()
  if (view.route !== 'signedIn') throw new Error(view.route)
  view.signOut()
  await settled(auth, 'signIn')
})
