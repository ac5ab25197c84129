import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { loadAhead } from '../../src/adapters/browser/load-ahead.ts'
import { lazy } from '../../src/platform/lazy.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A page, of which only what `loadAhead` uses is there. */
function openPage(isIdleKnown: boolean) {
  vi.useFakeTimers()
  const page = new EventTarget()
  const idle: (() => void)[] = []
  vi.stubGlobal('document', page)
  vi.stubGlobal(
    'requestIdleCallback',
    isIdleKnown ? (callback: () => void) => idle.push(callback) : undefined,
  )
  return { focus: () => page.dispatchEvent(new Event('focusin')), idle: () => idle[0]?.() }
}

function countLoads(fails = 0) {
  let count = 0
  const load = lazy(
    async () => {
      count += 1
      if (count <= fails) throw new TypeError('Failed to fetch dynamically imported module')
      return 'module'
    },
    (module) => module,
    'The test',
  )
  return { load, count: () => count }
}

test('outside of a page nothing is loaded ahead', async () => {
  vi.useFakeTimers()
  const { load, count } = countLoads()
  loadAhead(load)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(count()).toBe(0)
})

test.each([true, false])(
  'in a page it is loaded once, when idle (the browser says so: %s)',
  async (isIdleKnown) => {
    const page = openPage(isIdleKnown)
    const { load, count } = countLoads()
    loadAhead(load)
    expect(count()).toBe(0)
    page.idle()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(count()).toBe(1)
    page.focus()
    page.focus()
    await load()
    expect(count()).toBe(1)
  },
)

test('a field that is entered before does not wait for that', async () => {
  const page = openPage(true)
  const { load, count } = countLoads()
  loadAhead(load)
  page.focus()
  expect(count()).toBe(1)
  page.idle()
  await load()
  expect(count()).toBe(1)
})

test('a load ahead that fails is tried again by the caller who needs it', async () => {
  const page = openPage(true)
  const { load, count } = countLoads(1)
  const rejected = vi.fn()
  process.on('unhandledRejection', rejected)
  onTestFinished(() => void process.off('unhandledRejection', rejected))
  loadAhead(load)
  page.idle()
  await vi.advanceTimersByTimeAsync(0)
  await expect(load()).resolves.toBe('module')
  expect(count()).toBe(2)
  expect(rejected).not.toHaveBeenCalled()
})

test('callers at the same time share a load, and its failure', async () => {
  const { load, count } = countLoads(1)
  const failures = await Promise.allSettled([load(), load()])
  for (const { status } of failures) expect(status).toBe('rejected')
  expect(count()).toBe(1)
})
