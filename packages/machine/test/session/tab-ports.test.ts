import { expect, onTestFinished, test, vi } from 'vitest'
import { tabChannel } from '../../src/adapters/browser/tab-channel.ts'
import { tabLock } from '../../src/adapters/browser/tab-lock.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { pause } from '../../src/concurrency/pause.ts'
import { createAuth } from '../../src/index.ts'
import type { StoreChange } from '../../src/ports/index.ts'
import { openDocument } from '../support/browser-document.ts'
import { control, createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'
import { webLocks } from '../support/web-locks.ts'

const change: StoreChange = { reason: { code: 'sessionRevoked', message: 'Over' }, clockDrift: 7 }

/** As in a page of plain http, or in a frame whose data is blocked. */
function stub(name: string, value: unknown) {
  vi.stubGlobal(name, value)
  onTestFinished(() => void vi.unstubAllGlobals())
}

/** The channels that are opened from now on, and those that were closed again. */
function watchChannels() {
  const opened = new Set<BroadcastChannel>()
  const closed = new Set<BroadcastChannel>()
  stub(
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name)
        opened.add(this)
      }
      override close() {
        closed.add(this)
        super.close()
      }
    },
  )
  onTestFinished(() => {
    for (const channel of opened) channel.close()
  })
  return { opened, closed }
}

test('the lock of a page of plain http, which has neither Web Locks nor random UUIDs', async () => {
  openDocument('http://shop.example.com/')
  stub('navigator', {})
  stub('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const { signal } = new AbortController()
  const log: string[] = []
  const hold = (name: string) =>
    tabLock('plain').hold(
      async () => {
        log.push(`${name} begins`)
        await pause(20)
        log.push(`${name} ends`)
      },
      { signal },
    )
  await Promise.all([hold('one'), hold('one')])
  expect(log).toEqual(['one begins', 'one ends', 'one begins', 'one ends'])
})

test('where Web Locks are denied the work is done without one', async () => {
  openDocument()
  const denied = () => Promise.reject(new DOMException('Denied', 'SecurityError'))
  stub('navigator', { locks: { request: denied } })
  const lock = tabLock('denied')
  const { signal } = new AbortController()
  expect(await lock.hold(async () => 'done', { signal })).toBe('done')
  const rejected = lock.hold(() => Promise.reject(new Error('No')), { signal })
  await expect(rejected).rejects.toThrow('No')
  await expect(
    lock.hold(async () => 'done', { signal: AbortSignal.abort(new Error('Given up')) }),
  ).rejects.toThrow('Denied')
})

test('work that fails under a Web Lock is not done twice', async () => {
  openDocument()
  const request = (_: string, __: object, work: () => Promise<unknown>) => work()
  stub('navigator', { locks: { request } })
  const { signal } = new AbortController()
  const work = vi.fn(() => Promise.reject(new Error('No')))
  await expect(tabLock('fails').hold(work, { signal })).rejects.toThrow('No')
  expect(work).toHaveBeenCalledOnce()
})

/** The same lock in several tabs, over one `navigator.locks`. */
function lockOfTabs() {
  openDocument()
  const locks = webLocks()
  stub('navigator', { locks })
  return { locks, open: () => tabLock('shared') }
}

test('a Web Lock of a tab that never releases it is taken from it', async () => {
  const { locks, open } = lockOfTabs()
  const { signal } = new AbortController()
  let hang = () => {}
  const hung = open().hold(() => new Promise<string>((resolve) => (hang = () => resolve('late'))), {
    signal,
  })
  const lost = hung.catch((error: Error) => error.name)
  const steal = vi.fn(async () => 'mine')
  expect(await open().hold(steal, { signal, steal: true })).toBe('mine')
  expect(steal).toHaveBeenCalledOnce()
  // It hears of it when it goes on, and its work is not done a second time.
  expect(await lost).toBe('AbortError')
  hang()
  expect(await open().hold(async () => 'next', { signal })).toBe('next')
  expect(locks.granted.size).toBe(0)
})

test('those who have waited as long take a Web Lock one after the other', async () => {
  const { open } = lockOfTabs()
  const { signal } = new AbortController()
  void open()
    .hold(() => new Promise(() => undefined), { signal })
    .catch(() => undefined)
  const seen: string[] = []
  const take = (name: string) =>
    open().hold(
      async () => {
        seen.push(`${name} begins`)
        await pause(20)
        seen.push(`${name} ends`)
        return name
      },
      { signal, steal: true },
    )
  expect(await Promise.all([take('one'), take('two'), take('three')])).toEqual([
    'one',
    'two',
    'three',
  ])
  expect(seen).toEqual(
    ['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  )
})

test('who gives up waiting to take a Web Lock takes none, and work that fails is done once', async () => {
  const { locks, open } = lockOfTabs()
  const { signal } = new AbortController()
  void open()
    .hold(() => new Promise(() => undefined), { signal, steal: true })
    .catch(() => undefined)
  const leaving = new AbortController()
  const work = vi.fn(async () => 'done')
  const waiting = open().hold(work, { signal: leaving.signal, steal: true })
  leaving.abort(new Error('Given up'))
  await expect(waiting).rejects.toThrow('Given up')
  expect(work).not.toHaveBeenCalled()

  locks.granted.get('shared.steal')?.release()
  const fail = vi.fn(() => Promise.reject(new Error('No')))
  await expect(open().hold(fail, { signal, steal: true })).rejects.toThrow('No')
  expect(fail).toHaveBeenCalledOnce()
})

test('a session goes on in a tab that waits for one that hangs with the Web Lock', async () => {
  const { locks } = lockOfTabs()
  const page = openPage()
  await createUser(page)
  const { config, clock } = page.sandbox
  const auth = createAuth({
    timeoutMs: 2_000,
    ports: {
      ...cognitoPorts({
        config: { ...config, authenticationFlowType: 'USER_PASSWORD_AUTH' },
        clock,
        fetch: async (input, init) => page.sandbox.fetch(new URL(String(input)), init),
      }),
      screenStore: { read: () => undefined, write: () => undefined, clear: () => undefined },
    },
  })
  onTestFinished(() => auth.stop())
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const { accessToken } = await auth.getSession()
  void locks
    .request(`authchart.${config.userPoolClientId}`, {}, () => new Promise(() => undefined))
    .catch(() => undefined)
  await control(page, '/clock', { advanceMs: 3_600_000 })
  expect((await auth.getSession()).accessToken).not.toBe(accessToken)
})

test('a channel is open as long as it has listeners', async () => {
  openDocument()
  const { opened, closed } = watchChannels()
  const [one, other] = [tabChannel('tabs', () => false), tabChannel('tabs', () => false)]
  expect(opened.size).toBe(0)
  const heard: (StoreChange | undefined)[] = []
  const stops = [
    one.listen((change) => heard.push(change)),
    one.listen((change) => heard.push(change)),
  ]
  // A tab without listeners can still post.
  other.post(change)
  await expect.poll(() => heard).toEqual([change, change])
  stops[0]?.()
  other.post(change)
  await expect.poll(() => heard).toHaveLength(3)
  stops[1]?.()
  expect(closed).toEqual(opened)

  heard.length = 0
  const stop = one.listen((change) => heard.push(change))
  other.post(change)
  await expect.poll(() => heard).toEqual([change])
  stop()
  expect(closed).toEqual(opened)
})

test('an auth that was stopped lets go of its channel', async () => {
  openDocument()
  const { opened, closed } = watchChannels()
  const { sandbox } = openPage()
  const { config, clock } = sandbox
  const auth = createAuth({ ports: cognitoPorts({ config, clock }) })
  await settled(auth, 'signIn')
  expect(opened.size).toBe(1)
  auth.stop()
  expect(closed).toEqual(opened)
})

test('where a page may have no channel, no tab hears a post and nothing is thrown', () => {
  openDocument()
  stub(
    'BroadcastChannel',
    class {
      constructor() {
        throw new DOMException('Denied', 'SecurityError')
      }
    },
  )
  const channel = tabChannel('tabs', () => false)
  const stop = channel.listen(() => undefined)
  channel.post(change)
  stop()
})

test('a pause leaves nothing behind on the signal it was given, and ends with it', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const add = vi.spyOn(signal, 'addEventListener')
  const remove = vi.spyOn(signal, 'removeEventListener')
  await pause(1, signal)
  expect(remove.mock.calls.map(([, end]) => end)).toEqual(add.mock.calls.map(([, end]) => end))
  const start = Date.now()
  const paused = pause(5_000, signal)
  controller.abort()
  await paused
  await pause(5_000, signal)
  expect(Date.now() - start).toBeLessThan(1_000)
})
