// @vitest-environment happy-dom
import { authMachine } from '@authchart/machine/xstate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chartGraph } from '../../src/chart-graph/chart-graph.ts'
import type { ChartLayout } from '../../src/chart-rendering/layout.ts'
import { shippedLayout } from '../../src/chart-rendering/shipped-layout.ts'
import { chartView } from '../../src/panel/chart/chart-view.ts'
import type { View } from '../../src/panel/view.ts'
import type { PanelSource } from '../../src/source/panel-source.ts'
import { finder } from '../support/finder.ts'

const graph = chartGraph(authMachine)
const layout = shippedLayout(graph) as ChartLayout
/** At an end of the picture, in a flow that is larger than the window, and inside of a state in a flow. */
const places = [
  'restoring.reading',
  'resetPassword.signingIn',
  'signedIn.idle',
  'signedIn.confirmContact.editing.cooling',
]
/** What the panel leaves for the chart, docked at 320 and 480 px, and on a phone. */
const sizes = [
  [1280, 215],
  [1280, 375],
  [480, 245],
  [375, 221],
] as const

let leaf: string
let view: View
const one = finder(() => view.element)

beforeEach(async () => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
  leaf = 'signIn.editing'
  view = await chartView({ graph, leaf: () => leaf } as PanelSource)
  document.body.replaceChildren(view.element)
})

afterEach(() => {
  vi.restoreAllMocks()
})

function open(width: number, height: number) {
  const frame = view.element.querySelector('svg.chart') as SVGSVGElement
  vi.spyOn(frame, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, width, height))
  view.show?.()
  return frame
}

function step(to: string) {
  leaf = to
  view.update()
}

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

function drag(frame: Element, x: number, y: number) {
  frame.setPointerCapture = () => undefined
  const at = (type: string, clientX: number, clientY: number) =>
    frame.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX, clientY }))
  at('pointerdown', 0, 0)
  at('pointermove', x, y)
  at('pointerup', x, y)
}

/** Where a state is in the window, and how large the picture is. */
function seen(id: string) {
  const world = view.element.querySelector('svg.chart > g')?.getAttribute('transform') ?? ''
  const [x = 0, y = 0, scale = 0] = [...world.matchAll(/-?[\d.]+/g)].map(Number)
  const node = layout.nodes.find((node) => node.id === id)
  if (!node) throw new Error(id)
  const [left, top] = [x + node.x * scale, y + node.y * scale]
  return {
    scale,
    left,
    top,
    right: left + node.width * scale,
    bottom: top + node.height * scale,
  }
}

function expectInView(id: string, width: number, height: number) {
  const { left, top, right, bottom } = seen(id)
  expect(Math.min(left, top), id).toBeGreaterThanOrEqual(0)
  expect(right, id).toBeLessThanOrEqual(width)
  expect(bottom, id).toBeLessThanOrEqual(height)
}

const follows = () => one('[title="Follow the current state"]').getAttribute('aria-pressed')
const marker = () => one('.seek')

describe('docked', () => {
  test.each(sizes)(
    'in %i × %i px the current state is in view, large enough to read',
    (...size) => {
      open(...size)
      for (const id of places) {
        step(id)
        expectInView(id, ...size)
        expect(seen(id).scale, id).toBeGreaterThanOrEqual(0.85)
        expect(marker().hidden, id).toBe(true)
      }
    },
  )
})

describe('moved by the user', () => {
  test('it stays where it is, and a marker leads back', () => {
    const frame = open(1280, 215)
    drag(frame, -700, 0)
    expect(follows()).toBe('false')
    expect(marker().hidden).toBe(false)
    expect(marker().textContent).toBe('← signIn.editing')
    const before = seen('signIn.editing')
    step('signedIn.tasks.deletingUser')
    expect(seen('signIn.editing')).toEqual(before)
    const middle = seen(leaf).top + 16 * seen(leaf).scale
    const arrow = middle < 0 ? '↗' : middle > 215 ? '↘' : '→'
    expect(marker().textContent).toBe(`${arrow} signedIn.tasks.deletingUser`)
    one('.seek-button').click()
    expect(follows()).toBe('true')
    expectInView(leaf, 1280, 215)
    expect(marker().hidden).toBe(true)
  })

  test('by the arrow keys, and back by Home', () => {
    const frame = open(480, 245)
    const { left, top } = seen(leaf)
    press(frame, 'ArrowRight')
    press(frame, 'ArrowDown')
    expect(seen(leaf)).toMatchObject({ left: left - 64, top: top - 64 })
    press(frame, 'Home')
    expect(seen(leaf)).toMatchObject({ left, top })
  })

  test('it can stay without a move', () => {
    open(1280, 215)
    one('[title="Follow the current state"]').click()
    const before = seen(leaf)
    step('signUp.editing')
    expect(seen('signIn.editing')).toEqual(before)
    one('[title="Follow the current state"]').click()
    expectInView(leaf, 1280, 215)
  })
})

describe('zoom', () => {
  test('keeps following, at the scale that was chosen', () => {
    const frame = open(1280, 215)
    press(frame, '1')
    expect(one('.percent').textContent).toBe('100 %')
    press(frame, '+')
    expect(one('.percent').textContent).toBe('125 %')
    step('signedIn.confirmContact.resending')
    expect(seen(leaf).scale).toBeCloseTo(1.25)
    expectInView(leaf, 1280, 215)
    one('.percent').click()
    expect(seen(leaf).scale).toBeCloseTo(1)
    one('[title="Zoom out"]').click()
    expect(seen(leaf).scale).toBeCloseTo(0.8)
  })

  test('0 shows all states', () => {
    const frame = open(1280, 375)
    press(frame, '0')
    for (const { id } of layout.nodes) expectInView(id, 1280, 375)
    expect(follows()).toBe('false')
    press(frame, '1')
    expect(one('.percent').textContent).toBe('100 %')
  })
})
