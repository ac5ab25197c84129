// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shotOf } from '../../src/panel/catalogue/catalogue-frame.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A frame whose page the test writes, as happy-dom loads none. */
function frameOf(page: object | null) {
  const frame = document.createElement('iframe')
  document.body.replaceChildren(frame)
  const realm = () => ({ prototype: Object.create(null) })
  const view = { HTMLElement: realm(), SVGElement: realm(), Element: realm() }
  Object.defineProperty(frame, 'contentDocument', { get: () => page })
  Object.defineProperty(frame, 'contentWindow', { get: () => view })
  return { frame, view }
}

const pageWith = (marks: Readonly<Record<string, string>>) => ({
  documentElement: { dataset: marks },
  readyState: 'complete',
  body: document.body,
})

test('says for sure that the inspector was late, seconds after it is there', async () => {
  const { frame } = frameOf(pageWith({ authchartInspected: '' }))
  const shot = shotOf(frame)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await shot).toEqual({ kind: 'late', isSure: true })
})

test('waits longer for a page in which no inspector is', async () => {
  const { frame } = frameOf(pageWith({}))
  const settled = vi.fn()
  const shot = shotOf(frame).then((result) => {
    settled()
    return result
  })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(settled).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(6_000)
  expect(await shot).toEqual({ kind: 'late', isSure: false })
})

test('a page that cannot be shown in a frame is reported at once', async () => {
  const shot = shotOf(frameOf(null).frame)
  await vi.advanceTimersByTimeAsync(200)
  expect(await shot).toEqual({ kind: 'blocked' })
})

test('keeps the focus out of the page before the inspector is there, and of the next one', async () => {
  const { frame, view } = frameOf(pageWith({}))
  void shotOf(frame)
  await vi.advanceTimersByTimeAsync(20)
  expect(view.HTMLElement.prototype.focus).toBeTypeOf('function')
  expect(view.Element.prototype.scrollIntoView).toBeTypeOf('function')
  frame.remove()
  await vi.advanceTimersByTimeAsync(200)
  expect(vi.getTimerCount()).toBe(0)
})
