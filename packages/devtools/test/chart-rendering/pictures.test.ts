// @vitest-environment happy-dom
import { authMachine } from '@authchart/machine/xstate'
import { describe, expect, test } from 'vitest'
import { type AnyStateMachine, createMachine } from 'xstate'
import {
  chartGraph,
  layOutHere,
  mermaidOf,
  statelyJsonOf,
  svgOf,
} from '../../src/chart-rendering/index.ts'
import { extendedMachine } from '../support/extended-auth.ts'

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
  test.each([
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

/** Names as another chart may have them. */
const foreign = 'a</text><script>"\u001B[31m\u0000\n%% x; note #1'
const strange = createMachine({
  id: 'strange',
  initial: foreign,
  states: {
    [foreign]: {
      initial: 'вход',
      states: { вход: { on: { [`go ${foreign}`]: 'выход' } }, выход: { on: { back: 'вход' } } },
    },
  },
})

describe('names that are markup', () => {
  test('stay names in an SVG', () => {
    const page = drawn(strange, foreign)
    expect(page.querySelectorAll('script')).toHaveLength(0)
    const named = [...page.querySelectorAll('[data-state]')].map((one) =>
      one.getAttribute('data-state'),
    )
    expect(named.some((name) => name?.startsWith('a</text><script>"'))).toBe(true)
    expect(page.documentElement.outerHTML).not.toMatch(/[^\P{Cc}\n\t]/u)
  })

  test('end no line of Mermaid, and stay different', () => {
    const text = mermaidOf(chartGraph(strange), foreign)
    const lines = text.trimEnd().split('\n')
    expect(text).not.toMatch(/[^\P{Cc}\n]|<|note #1/u)
    for (const line of lines) {
      expect(line).toMatch(
        /^(stateDiagram-v2|\s+(direction LR|state "[^"]*" as \w+( \{)?|\}|(\[\*\]|\w+) --> \w+(: [^"]*)?))$/,
      )
    }
    const names = [...text.matchAll(/ as (\w+)/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(3)
  })
})

describe('Mermaid', () => {
  test('has one flow, with its own transitions and its exits', () => {
    const text = mermaidOf(chartGraph(extendedMachine), 'terms')
    expect(text.split('\n')).toEqual([
      'stateDiagram-v2',
      '  direction LR',
      '  state "terms" as terms {',
      '    [*] --> terms_reading',
      '    state "reading" as terms_reading',
      '    state "accepting" as terms_accepting',
      '  }',
      '  terms_reading --> terms_accepting: accept',
      '  terms_accepting --> terms_reading: acceptTerms fails',
      '  terms --> signIn',
      '',
    ])
  })

  test('has names without spaces', () => {
    expect(mermaidOf(chartGraph(lift), 'moving')).toContain('  moving --> at_rest\n')
  })
})

describe('JSON for Stately', () => {
  test.each([
    ['our chart', authMachine],
    ['one that was extended', extendedMachine],
    ['another one', lift],
  ])('is %s again', (_name, machine) => {
    const again = createMachine(JSON.parse(statelyJsonOf(machine)))
    const { nodes, edges } = chartGraph(machine)
    expect(chartGraph(again).nodes).toEqual(nodes)
    const endsOf = ({ source, target, label }: (typeof edges)[number]) => [source, target, label]
    expect(chartGraph(again).edges.map(endsOf)).toEqual(edges.map(endsOf))
  })

  test('names what is code', () => {
    const { states } = JSON.parse(statelyJsonOf(lift))
    expect(states['at rest'].on.call.guard).toEqual({ type: 'guard' })
    expect(states.moving.entry).toEqual([{ type: 'ring' }, { type: 'inline' }])
    expect(chartGraph(lift).edges.map(({ label }) => label)).toContain('after 5000')
  })
})
