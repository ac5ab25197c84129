// @vitest-environment happy-dom
import { actorOf, authMachine, pathOf } from '@authchart/machine/xstate'
import { scriptedCognito } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chartGraph } from '../../src/chart-graph/chart-graph.ts'
import { drawnGraph } from '../../src/chart-rendering/drawn-graph.ts'
import { layOutHere } from '../../src/chart-rendering/lay-out-here.ts'
import {
  type ChartLayout,
  labelSize,
  type PlacedNode,
  padding,
} from '../../src/chart-rendering/layout.ts'
import { packLayout, unpackLayout } from '../../src/chart-rendering/packed-layout.ts'
import { shippedLayout } from '../../src/chart-rendering/shipped-layout.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { layoutOf } from '../../src/panel/chart/layout-of.ts'
import { panelTag } from '../../src/panel/index.ts'
import { extendedAuth, extendedMachine } from '../support/extended-auth.ts'
import { finder } from '../support/finder.ts'

const graph = chartGraph(extendedMachine)

type Box = Pick<PlacedNode, 'x' | 'y' | 'width' | 'height'>

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

describe('a layout that is made at run time', () => {
  const { width, height, nodes, edges } = layOutHere(graph)
  const boxes = new Map(nodes.map((node) => [node.id, node]))
  const box = (id: string) => boxes.get(id) as PlacedNode

  test('has every state, each in its flow and apart from the others', () => {
    const states = graph.nodes.filter(({ id }) => id !== '')
    expect([...boxes.keys()].sort()).toEqual(states.map(({ id }) => id).sort())
    for (const { id, parent } of states) {
      const outer = parent ? box(parent) : { x: 0, y: 0, width, height }
      expect(isWithin(box(id), outer), id).toBe(true)
      // Its name is above.
      if (parent) expect(box(id).y - outer.y, id).toBeGreaterThanOrEqual(padding.top)
      const siblings = states.filter((other) => other.parent === parent && other.id !== id)
      for (const other of siblings) expect(overlap(box(id), box(other.id)), other.id).toBe(false)
    }
  })

  test('has every arrow, and no words on a state or on other words', () => {
    const drawn = drawnGraph(graph).edges.filter(({ isBackbone }) => isBackbone)
    expect(edges.map(({ id }) => id).sort()).toEqual(drawn.map(({ id }) => id).sort())
    const leaves = nodes.filter(({ id }) => !nodes.some((other) => other.id.startsWith(`${id}.`)))
    const labels = edges.flatMap(({ label }) =>
      label ? [{ x: label.x, y: label.y, ...labelSize(label.lines) }] : [],
    )
    expect(labels.length).toBeGreaterThan(50)
    labels.forEach((label, index) => {
      for (const leaf of leaves) expect(overlap(label, leaf), leaf.id).toBe(false)
      for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(false)
    })
  })

  test('is the same each time', () => {
    expect(layOutHere(graph)).toEqual({ width, height, nodes, edges })
  })

  test('is not needed for the shipped chart', async () => {
    const own = chartGraph(authMachine)
    expect(shippedLayout(own)).toBeDefined()
    expect(await layoutOf(own)).toEqual(shippedLayout(own))
    expect(shippedLayout(graph)).toBeUndefined()
    expect(await layoutOf(graph)).toEqual({ width, height, nodes, edges })
  })
})

describe('the layout that is shipped', () => {
  const own = chartGraph(authMachine)
  const shipped = shippedLayout(own) as ChartLayout

  test('is the same after it was packed again', () => {
    expect(unpackLayout(packLayout(shipped), own)).toEqual(shipped)
  })

  test('has every arrow of the picture, with its words', () => {
    const drawn = drawnGraph(own).edges.filter(({ isBackbone }) => isBackbone)
    const wordsOf = new Map(drawn.map(({ id, labels }) => [id, labels]))
    expect(shipped.edges.map(({ id }) => id).sort()).toEqual([...wordsOf.keys()].sort())
    for (const { id, label } of shipped.edges) expect(label?.lines ?? []).toEqual(wordsOf.get(id))
  })

  test('has no lines that are oblique', () => {
    const points = [
      [0, 0],
      [3, 4],
    ] as const
    const oblique = { ...shipped, edges: [{ id: 'signIn → signUp', points }] }
    expect(() => packLayout(oblique)).toThrow('A line of the layout is oblique.')
  })
})

describe('the panel beside an extended chart', () => {
  const original = globalThis.fetch
  let inspector: Inspector
  let root: ShadowRoot

  beforeEach(async () => {
    localStorage.clear()
    sessionStorage.clear()
    globalThis.fetch = scriptedCognito().fetch
    inspector = inspectAuth(extendedAuth())
    inspector.mount(document.body)
    root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
    await vi.waitFor(() => expect(leaf()).toBe('signIn.editing'))
    one('.launcher').click()
  })

  afterEach(() => {
    inspector.stop()
    actorOf(inspector.auth).stop()
    inspector.auth.stop()
    globalThis.fetch = original
  })

  const leaf = (): string => pathOf(actorOf(inspector.auth).getSnapshot())

  const one = finder(() => root)

  const go = () => actorOf(inspector.auth).send({ type: 'signIn.showTerms' } as never)

  test('draws its own states, once they are laid out', async () => {
    one('[role=tab]', 'Chart').click()
    expect(one('.lazy').textContent).toBe('Loading…')
    const state = (id: string) => root.querySelector(`[aria-label="${id}"]`)
    await vi.waitFor(() => expect(state('terms.reading')).not.toBeNull(), 5000)
    go()
    await vi.waitFor(() => expect(state('terms.reading')?.classList.contains('here')).toBe(true))
    one('[role=tab]', 'Tests').click()
    await vi.waitFor(() =>
      expect(root.querySelector('.heat [aria-label="terms.reading: 1×"]')).not.toBeNull(),
    )
  })

  test('knows its own events and states in every view', async () => {
    go()
    await vi.waitFor(() => expect(one('.where').textContent).toContain('terms.reading'))
    expect(one('.where').textContent).toContain('route terms')
    one('.legal button', 'terms.accept').click()
    await vi.waitFor(() => expect(one('.where').textContent).toContain('terms.accepting'))
    for (const tab of ['Timeline', 'Session', 'Now']) {
      one('[role=tab]', tab).click()
      expect(one('[role=tab][aria-selected=true]').textContent).toBe(tab)
    }
    expect(inspector.selfCheck().ok).toBe(true)
    expect(inspector.trace.events().some(({ type }) => type === 'inspectorFailed')).toBe(false)
  })

  test('shows of the failure of its own actor the code, and not what it says', async () => {
    go()
    actorOf(inspector.auth).send({ type: 'terms.accept' } as never)
    const failure = { type: 'xstate.error.actor.acceptTerms', actorId: 'acceptTerms' }
    actorOf(inspector.auth).send({ ...failure, error: new Error('No terms for ada') } as never)
    const failed = inspector.trace.events().find(({ type }) => type === 'actor.failed')
    expect(failed).toMatchObject({
      actor: 'acceptTerms',
      failure: { code: 'unknown', message: '[hidden]' },
    })
  })

  test('finds ways to its own states', async () => {
    const choice = await vi.waitFor(() => one<HTMLSelectElement>('.journey select'))
    choice.value = 'terms.accepting'
    choice.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('2 steps'))
    one('.journey button', 'Go').click()
    await vi.waitFor(() => expect(leaf()).toBe('terms.accepting'))
  })
})
