// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type InspectOptions, type Inspector, inspectAuth } from '../../src/index.ts'
import { panelTag } from '../../src/panel/index.ts'
import { finder } from '../support/finder.ts'

const original = globalThis.fetch
const inspectors: Inspector[] = []

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  globalThis.fetch = scriptedCognito().fetch
})

afterEach(() => {
  for (const inspector of inspectors.splice(0)) {
    inspector.stop()
    inspector.auth.stop()
  }
  globalThis.fetch = original
  vi.restoreAllMocks()
})

/** A panel in the page, and what finds something in it. */
async function mount(options?: InspectOptions) {
  const inspector = inspectAuth(createAuth({ config: scriptedConfig }), options)
  inspectors.push(inspector)
  await inspector.auth.ready()
  inspector.mount(document.body)
  return at(document.querySelectorAll<HTMLElement>(panelTag).length - 1)
}

function at(index: number) {
  const host = document.querySelectorAll<HTMLElement>(panelTag)[index] as HTMLElement
  const one = finder(() => host.shadowRoot as ShadowRoot)
  return { host, one }
}

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

const point = (element: Element, type: string, clientX: number, clientY: number) =>
  element.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX, clientY }))

const placeOf = ({ style }: HTMLElement) =>
  ['x', 'y', 'width', 'height'].map((name) =>
    Number.parseInt(style.getPropertyValue(`--float-${name}`), 10),
  )

describe('a panel that floats', () => {
  async function float() {
    const panel = await mount()
    panel.one('.launcher').click()
    panel.one('[title="Let it float"]').focus()
    panel.one('[title="Let it float"]').click()
    await vi.waitFor(() => expect(panel.host.hasAttribute('floating')).toBe(true))
    return { ...panel, bar: panel.one('.float-bar'), corner: panel.one('.float-corner') }
  }

  test('is docked again by the same place of the strip, which keeps the focus', async () => {
    const { host, one } = await float()
    const back = one('[title="Dock it at the bottom"]')
    expect(host.shadowRoot?.activeElement).toBe(back)
    expect(one('[title="Let it float"]').hidden).toBe(true)
    back.click()
    await vi.waitFor(() => expect(host.hasAttribute('floating')).toBe(false))
    expect(host.shadowRoot?.activeElement).toBe(one('[title="Let it float"]'))
  })

  test('is dragged by its title, and stays in the page', async () => {
    const { host, bar } = await float()
    const [x = 0, y = 0, width = 0, height = 0] = placeOf(host)
    point(bar, 'pointerdown', 500, 300)
    point(bar, 'pointermove', 490, 280)
    expect(placeOf(host)).toEqual([x - 10, y - 20, width, height])
    point(bar, 'pointermove', -9000, -9000)
    expect(placeOf(host)).toEqual([0, 0, width, height])
    point(bar, 'pointermove', 9000, 9000)
    expect(placeOf(host)).toEqual([innerWidth - width, innerHeight - height, width, height])
    bar.dispatchEvent(new Event('lostpointercapture'))
    point(bar, 'pointermove', 500, 300)
    expect(placeOf(host)[0]).toBe(innerWidth - width)
  })

  test('is moved and sized by arrow keys', async () => {
    const { host, bar, corner } = await float()
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowUp']) press(bar, key)
    const [x = 0, y = 0, width = 0, height = 0] = placeOf(host)
    press(corner, 'ArrowLeft')
    press(corner, 'ArrowDown')
    expect(placeOf(host)).toEqual([x, y, width - 24, height + 24])
    for (let left = 99; left > 0; left -= 1) press(corner, 'ArrowRight')
    expect(placeOf(host)).toEqual([x, y, innerWidth - x, height + 24])
    for (let left = 99; left > 0; left -= 1) press(corner, 'ArrowLeft')
    expect(placeOf(host)[2]).toBe(360)
  })

  test('is where it was when the page is loaded again', async () => {
    const { host, bar } = await float()
    press(bar, 'ArrowLeft')
    const before = placeOf(host)
    inspectors[0]?.unmount()
    inspectors[0]?.mount(document.body)
    const again = at(0)
    await vi.waitFor(() => expect(again.host.hasAttribute('floating')).toBe(true))
    await vi.waitFor(() => expect(again.one('.panel').hidden).toBe(false))
    expect(placeOf(again.host)).toEqual(before)
    again.one('[title="Dock it at the bottom"]').click()
    await vi.waitFor(() => expect(again.host.hasAttribute('floating')).toBe(false))
    inspectors[0]?.unmount()
    inspectors[0]?.mount(document.body)
    expect(at(0).one('.panel').hidden).toBe(false)
    expect(at(0).host.hasAttribute('floating')).toBe(false)
  })
})

describe('a window of its own', () => {
  test('shows a message if the browser blocks it, until a window opens', async () => {
    const { one } = await mount()
    one('.launcher').click()
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    one('[title="Open in its own window"]').click()
    expect(one('[role=alert]').textContent).toContain('The browser has blocked the window.')
    expect(one('[role=alert]').hidden).toBe(false)
    expect(one('.panel').hidden).toBe(false)
    const other = { document: document.implementation.createHTMLDocument(), close: () => {} }
    open.mockReturnValue(Object.assign(new EventTarget(), other) as unknown as Window)
    one('[title="Open in its own window"]').click()
    expect(one('[role=alert]').hidden).toBe(true)
  })
})

describe('two auths in a page', () => {
  test('have buttons at two places, each with its name', async () => {
    const first = await mount({ clientId: 'shop' })
    expect(first.one('.launcher').textContent).not.toContain('shop')
    const second = await mount()
    expect(first.host.style.getPropertyValue('--place')).toBe('0')
    expect(second.host.style.getPropertyValue('--place')).toBe('1')
    await vi.waitFor(() => expect(first.one('.launcher').textContent).toContain('shop'))
    expect(second.one('.launcher').textContent).toContain('Inspector 2')
    expect(second.one('.panel').getAttribute('aria-label')).toBe('Auth inspector Inspector 2')
    inspectors[1]?.unmount()
    await vi.waitFor(() => expect(first.one('.launcher').textContent).not.toContain('shop'))
  })

  test('keep their heights and their windows apart', async () => {
    const first = await mount({ clientId: 'shop' })
    const second = await mount({ clientId: 'staff' })
    first.one('.launcher').click()
    second.one('.launcher').click()
    press(second.one('[role=separator]'), 'ArrowUp')
    expect(sessionStorage.getItem(`${panelTag}:shop`)).toBe('380')
    expect(sessionStorage.getItem(`${panelTag}:staff`)).toBe('404')
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    for (const { one } of [first, second]) one('[title="Open in its own window"]').click()
    expect(new Set(open.mock.calls.map(([, name]) => name)).size).toBe(2)
  })

  test('are above each other as they are used', async () => {
    const first = await mount()
    const second = await mount()
    const over = ({ host }: typeof first) => Number(host.style.getPropertyValue('--over'))
    first.one('.launcher').click()
    second.one('.launcher').click()
    expect(over(second)).toBeGreaterThan(over(first))
    first.one('.panel').dispatchEvent(new PointerEvent('pointerdown'))
    expect(over(first)).toBeGreaterThan(over(second))
  })
})
