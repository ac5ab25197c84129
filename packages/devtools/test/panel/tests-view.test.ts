// @vitest-environment happy-dom
import { createAuth, routeOf } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import {
  type Coverage,
  coverageOf,
  planWalks,
  resultOf,
  scriptedCognito,
  scriptedConfig,
} from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Inspector, inspectAuth, ringBuffer } from '../../src/index.ts'
import { panelTag } from '../../src/panel/index.ts'
import { coverageHeat, levelOf } from '../../src/panel/tests/heat.ts'
import { unhandledRoutes } from '../../src/panel/tests/unhandled-routes.ts'
import { countVisits } from '../../src/trace/visits.ts'
import { finder } from '../support/finder.ts'

const original = globalThis.fetch
const states = Object.keys(routeOf).length
let inspector: Inspector
let root: ShadowRoot

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  document.body.replaceChildren()
  globalThis.fetch = scriptedCognito().fetch
  const auth = createAuth({ config: scriptedConfig })
  // So small a trace forgets at once.
  inspector = inspectAuth(auth, { capacity: 5 })
  await auth.ready()
  inspector.mount(document.body)
  root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
})

const one = finder(() => root)

async function open() {
  one('.launcher').click()
  one('[role=tab]', 'Tests').click()
  await vi.waitFor(() => one('.tests-details'))
}

function set(label: string, value: string) {
  const control = one<HTMLSelectElement>(`[aria-label="${label}"]`)
  control.value = value
  control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input'))
}

function read(...coverages: readonly unknown[]) {
  const input = one<HTMLInputElement>('.tools [type=file]')
  const files = coverages.map(
    (coverage, index) => new File([JSON.stringify(coverage)], `coverage-${index}.json`),
  )
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  input.dispatchEvent(new Event('change'))
}

const rows = () => [...root.querySelectorAll('.heat-row')].map(({ textContent }) => textContent)
const state = (id: string) => root.querySelector(`.heat [aria-label^="${id}:"]`)

describe('this session', () => {
  test('is counted beyond what the trace keeps', async () => {
    const actor = actorOf(inspector.auth)
    for (let times = 0; times < 4; times += 1) {
      actor.send({ type: 'go.signUp' })
      actor.send({ type: 'go.signIn' })
    }
    expect(inspector.trace.events()).toHaveLength(5)
    await open()
    expect(state('signUp.editing')?.getAttribute('aria-label')).toBe('signUp.editing: 4×')
    expect(state('signIn.editing')?.getAttribute('aria-label')).toBe('signIn.editing: 5×')
    expect(state('signIn.editing')?.classList.contains('heat-4')).toBe(true)
    expect(state('newPassword.editing')?.classList.contains('heat-0')).toBe(true)
    expect(one('.numbers').textContent).toMatch(
      new RegExp(`^3 of ${states} states · \\d+ of \\d\\d\\d transitions$`),
    )
  })

  test('has a number in each state and beside each flow, and a legend', async () => {
    actorOf(inspector.auth).send({ type: 'go.signUp' })
    actorOf(inspector.auth).send({ type: 'go.signIn' })
    await open()
    expect(state('signIn.editing')?.querySelector('.badge')?.textContent).toBe('2×')
    expect(state('newPassword.editing')?.querySelector('.badge')?.textContent).toBe('0×')
    const names = [...root.querySelectorAll('.heat .names text')].map(
      ({ textContent }) => textContent,
    )
    expect(names).toEqual(expect.arrayContaining(['signIn 1/3', 'newPassword 0/2']))
    const legend = [...one('.legend').children].map(({ textContent }) => textContent)
    expect(legend).toEqual(['0× not taken', '1×', '2×'])
  })

  test('follows the app', async () => {
    await open()
    actorOf(inspector.auth).send({ type: 'go.signUp' })
    await vi.waitFor(() =>
      expect(state('signUp.editing')?.getAttribute('aria-label')).toBe('signUp.editing: 1×'),
    )
  })

  test('lists what was missed, with a search', async () => {
    await open()
    expect(rows().some((row) => row?.includes('newPassword.editing'))).toBe(true)
    set('Find a state or transition', 'verifycontact.skip')
    expect(rows().length).toBeGreaterThan(0)
    for (const row of rows()) expect(row?.toLowerCase()).toContain('verifycontact.skip')
    set('Which', 'taken')
    expect(rows()).toEqual([])
  })

  test('shows all about a state that is chosen in the chart', async () => {
    await open()
    state('signIn.editing')?.dispatchEvent(new Event('click', { bubbles: true }))
    expect(rows()[0]).toContain('taken 1×')
    expect(rows().every((row) => row?.includes('signIn.editing'))).toBe(true)
  })

  test('says for which routes the page has shown nothing', async () => {
    const heading = document.createElement('h1')
    heading.textContent = 'Sign in'
    const actor = actorOf(inspector.auth)
    await open()
    await vi.waitFor(() => expect(inspector.screens.empty).toEqual(new Set(['signIn'])), 3000)
    document.body.append(heading)
    actor.send({ type: 'go.signUp' })
    actor.send({ type: 'go.signIn' })
    await vi.waitFor(() => expect(inspector.screens.empty).toEqual(new Set()), 3000)
    heading.remove()
    actor.send({ type: 'go.forgotPassword' })
    await vi.waitFor(() => expect(inspector.screens.empty.size).toBe(1), 3000)
    one('[role=tab]', 'Now').click()
    one('[role=tab]', 'Tests').click()
    expect(one('.tests-details').textContent).toContain(
      'forgotPasswordIn this session the page showed nothing of its own.',
    )
  })
})

describe('generated walks', () => {
  const plan = planWalks({
    cover: 'states',
    cannotTake: ({ to }) =>
      to.leaf.startsWith('setupEmail') ? 'we have no codes by e-mail' : undefined,
  })
  const [first, second, ...others] = plan.walks
  if (!first || !second) throw new Error('There are no walks')
  const passed = others.map((walk) => resultOf(walk, 5, undefined))
  const failure = { index: 0, message: 'No', replay: { title: '', start: '', steps: [] } }
  const coverage: Coverage = coverageOf(plan, passed)
  const failing: Coverage = coverageOf(plan, [{ title: first.title, ms: 5, failure }])

  test('are requested if there are none', async () => {
    await open()
    set('What is shown', 'walks')
    expect(one('.tests-details').textContent).toContain('authchart-walks/coverage-*.json')
    expect(one('.tests-details').textContent).toContain('npx authchart-test plan')
  })

  test('are read from several files: what they took, failed and missed, and why', async () => {
    await open()
    read(coverage, failing)
    const all = `of ${coverage.transitions.length} transitions`
    await vi.waitFor(() => expect(one('.numbers').textContent).toContain(all))
    expect(one('.numbers').textContent).toMatch(new RegExp(`^\\d+ of ${states} states, 1 failed`))
    set('Which', 'failed')
    expect(rows().length).toBeGreaterThan(0)
    expect(root.querySelector('.heat .failed')).not.toBeNull()
    set('Which', 'missed')
    set('Find a state or transition', 'setupEmail.editing')
    expect(rows().join()).toContain('we have no codes by e-mail')
    expect(one('.tests-details').textContent).toContain('setupEmailWalks: we have no codes')
  })

  test('are rejected if a file is invalid', async () => {
    await open()
    read(coverage, { no: 'coverage' })
    await vi.waitFor(() =>
      expect(one('.tests-details [role=alert]').textContent).toBe(
        'coverage-1.json is no coverage of walks.',
      ),
    )
  })
})

describe('what is counted', () => {
  const step = { type: 'transition', from: 'signIn.editing', to: 'signUp.editing' } as const
  const taken = { ...step, event: 'go.signUp', source: 'signIn', branch: 0, guard: null }

  test('is what a trace knows already, and what it hears', () => {
    const trace = ringBuffer()
    trace.record('machine', taken)
    const visits = countVisits(trace)
    trace.record('machine', { ...taken, from: 'signUp.editing' })
    expect([...visits.leaves]).toEqual([['signUp.editing', 1]])
    expect([...visits.transitions.values()]).toEqual([2])
    visits.stop()
    trace.record('machine', taken)
    expect([...visits.leaves.values()]).toEqual([1])
  })

  test('is drawn from state to state within a flow, and from flow to flow', () => {
    const row = { name: '', label: '', alike: 0, planned: 1, failed: 0, from: 'signIn.editing' }
    const { arrows } = coverageHeat({
      leaves: [],
      transitions: [
        { ...row, walked: 2, to: 'signIn.submitting' },
        { ...row, walked: 3, to: 'signUp.editing' },
      ],
    } as unknown as Coverage)
    expect(Object.fromEntries(arrows)).toEqual({
      'signIn.editing → signIn.submitting': 2,
      'signIn → signUp': 3,
    })
  })

  test('has levels that grow apart', () => {
    expect([0, 1, 2, 10, 100].map((count) => levelOf(count, 100))).toEqual([0, 1, 1, 3, 4])
  })
})

describe('a route that walks could not see', () => {
  const row = { planned: 0, walked: 0, failed: 0 }
  const leaf = { ...row, name: 'setupEmail.editing', why: 'the plan covers transitions alone' }
  const path = { ...row, name: '', label: '', alike: 0, from: 'signIn.submitting', to: leaf.name }

  test('shows why the paths to it were not taken', () => {
    const transitions = [{ ...path, why: 'we have no codes' }]
    expect(unhandledRoutes(undefined, { leaves: [leaf], transitions })).toEqual([
      { route: 'setupEmail', why: 'Walks: we have no codes.' },
    ])
    const planned = [{ ...leaf, planned: 1 }]
    expect(unhandledRoutes(undefined, { leaves: planned, transitions })).toEqual([])
    expect(unhandledRoutes(undefined, { leaves: [leaf], transitions: [] })).toEqual([])
  })
})
