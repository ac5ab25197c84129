// @vitest-environment happy-dom
import { authMachine } from '@authchart/machine'
import { describe, expect, it } from 'vitest'
import { type AnyStateMachine, createMachine } from 'xstate'
import { chartGraph, layOutHere, mermaidOf, statelyJsonOf, svgOf } from '../src/pictures/index.ts'
import { extendedMachine } from './support/extended-auth.ts'

/** Another one, with all that is not in ours. */
const lift = createMachine({
  id: 'lift',
  initial: 'at rest',
  states: {
    'at rest': { on: { call: { target: 'moving', guard: ({ event }) => event.floor > 0 } } },
    moving: {
      entry: [function ring() {}, () => {}],
      initial: 'up & "away"',
      states: { 'up & "away"': { after: { 5000: '#lift.at rest' } } },
    },
  },
})

const leavesOf = (machine: AnyStateMachine) =>
  chartGraph(machine)
    .nodes.filter(({ id, initial }) => id !== '' && initial === undefined)
    .map(({ id }) => id)

function drawn(machine: AnyStateMachine, title: string) {
  const graph = chartGraph(machine)
  const svg = svgOf(graph, layOutHere(graph), title)
  const page = new DOMParser().parseFromString(svg, 'application/xml')
  expect(page.querySelector('parsererror')).toBeNull()
  return page
}

describe('an SVG', () => {
  it.each([
    ['our chart', authMachine],
    ['one that was extended', extendedMachine],
    ['another one', lift],
  ])('has every state of %s', (name, machine) => {
    const page = drawn(machine, name)
    expect(page.documentElement.getAttribute('aria-label')).toBe(name)
    const states = [...page.querySelectorAll('[data-state]')].map((element) =>
      element.getAttribute('data-state'),
    )
    expect(states).toEqual(expect.arrayContaining(leavesOf(machine)))
    expect(page.querySelectorAll('path.edge').length).toBeGreaterThan(0)
  })
})

describe('Mermaid', () => {
  it('has one flow, with its own transitions and the ways out', () => {
    const text = mermaidOf(chartGraph(extendedMachine), 'terms')
    expect(text.split('\n')).toEqual([
      'stateDiagram-v2',
      '  direction LR',
      '  state "terms" as terms {',
      '    [*] --> terms_asking',
      '    state "asking" as terms_asking',
      '    state "accepting" as terms_accepting',
      '  }',
      '  terms_asking --> terms_accepting: accept',
      '  terms_accepting --> terms_asking: acceptTerms fails',
      '  terms --> signIn',
      '',
    ])
  })

  it('has names without spaces', () => {
    expect(mermaidOf(chartGraph(lift), 'moving')).toContain('  moving --> at_rest\n')
  })
})

describe('JSON for Stately', () => {
  it.each([
    ['our chart', authMachine],
    ['one that was extended', extendedMachine],
    ['another one', lift],
  ])('is %s again', (_name, machine) => {
    const again = createMachine(JSON.parse(statelyJsonOf(machine)))
    const { nodes, edges } = chartGraph(machine)
    expect(chartGraph(again).nodes).toEqual(nodes)
    const ways = ({ source, target, label }: (typeof edges)[number]) => [source, target, label]
    expect(chartGraph(again).edges.map(ways)).toEqual(edges.map(ways))
  })

  it('names what is code', () => {
    const { states } = JSON.parse(statelyJsonOf(lift))
    expect(states['at rest'].on.call.guard).toEqual({ type: 'guard' })
    expect(states.moving.entry).toEqual([{ type: 'ring' }, { type: 'inline' }])
    expect(chartGraph(lift).edges.map(({ label }) => label)).toContain('after 5000')
  })
})
