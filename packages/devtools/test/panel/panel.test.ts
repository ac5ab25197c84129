// @vitest-environment happy-dom
import { Secret } from '@authchart/machine'
import { actorOf, authMachine } from '@authchart/machine/xstate'
import { outcomes } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chartGraph } from '../../src/chart-graph/chart-graph.ts'
import type { Inspector } from '../../src/index.ts'
import { panelTag } from '../../src/panel/index.ts'
import { finder } from '../support/finder.ts'
import { openPanel } from '../support/open-panel.ts'

const password = 'Panel-canary-7!'
const code = '271828'

let inspector: Inspector
let unmount: () => void
let close: () => void
let root: ShadowRoot

beforeEach(async () => {
  const opened = await openPanel({ capacity: 10_000 })
  opened.cognito.arm(outcomes.find(({ actor }) => actor === 'signIn'))
  ;({ inspector, unmount, root, close } = opened)
})

afterEach(() => close())

const one = finder(() => root)

function open(view: string) {
  one('.launcher').click()
  one('[role=tab]', view).click()
}

test('says where auth is while it is open, and nothing while it is not', async () => {
  const said = () => one('[aria-live]').textContent
  actorOf(inspector.auth).send({ type: 'go.signUp' })
  await vi.waitFor(() => expect(one('.launcher').textContent).toContain('signUp.editing'))
  expect(said()).toBe('')
  one('.launcher').click()
  actorOf(inspector.auth).send({ type: 'go.signIn' })
  await vi.waitFor(() => expect(said()).toBe('Auth is in signIn, editing'))
})

test('takes its own window with it, and does not return from there', () => {
  const other = Object.assign(new EventTarget(), {
    document: document.implementation.createHTMLDocument(),
    close: vi.fn(() => void other.dispatchEvent(new Event('pagehide'))),
  })
  const opening = vi.spyOn(window, 'open').mockReturnValue(other as unknown as Window)
  one('.launcher').click()
  one('[title="Open in its own window"]').click()
  expect(other.document.querySelector(panelTag)).not.toBeNull()
  unmount()
  expect(other.close).toHaveBeenCalledOnce()
  expect(other.document.querySelector(panelTag)).toBeNull()
  expect(document.querySelector(panelTag)).toBeNull()
  opening.mockRestore()
})

async function openChart() {
  open('Chart')
  await vi.waitFor(() => expect(state('signIn.editing')).not.toBeNull())
}

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

const state = (id: string) => root.querySelector(`[aria-label="${id}"]`) as SVGElement

function type(form: Element, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const input = form.querySelector<HTMLInputElement>(`[name=${name}]`)
    if (!input) throw new Error(`There is no field ${name}`)
    input.value = value
  }
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

const signIn = () =>
  actorOf(inspector.auth).send({
    type: 'signIn.submit',
    username: 'ada',
    password: new Secret(password),
  })

describe('the panel', () => {
  test('is a button that says where the flow is, and opens', () => {
    expect(one('.launcher').textContent).toContain('signIn.editing')
    expect(one('.panel').hidden).toBe(true)
    one('.launcher').click()
    expect(one('.panel').hidden).toBe(false)
    expect(root.activeElement).toBe(one('[role=tab]', 'Now'))
    expect(one('[aria-live]').textContent).toBe('Auth is in signIn, editing')
  })

  test('is left with Escape, and gives the focus back', () => {
    one('.launcher').click()
    press(one('[role=tab]'), 'Escape')
    expect(one('.panel').hidden).toBe(true)
    expect(root.activeElement).toBe(one('.launcher'))
  })

  test('has tabs that the arrows choose', () => {
    one('.launcher').click()
    const chosen = () => root.querySelector('[aria-selected=true]')?.textContent
    press(one('[role=tab]', 'Now'), 'ArrowRight')
    expect(chosen()).toBe('Timeline')
    press(one('[role=tab]', 'Timeline'), 'End')
    const last = [...root.querySelectorAll('[role=tab]')].at(-1)
    expect(chosen()).toBe(last?.textContent)
    press(last as Element, 'ArrowRight')
    expect(chosen()).toBe('Now')
    expect(root.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1)
    expect(root.querySelectorAll('[role=tabpanel]:not([hidden])')).toHaveLength(1)
  })

  test('keeps its height, as a number and nothing else', () => {
    one('.launcher').click()
    press(one('[role=separator]'), 'ArrowUp')
    expect(sessionStorage.getItem(panelTag)).toMatch(/^\d+$/)
    one('[aria-label="Close the inspector"]').click()
    expect(sessionStorage.getItem(panelTag)).toMatch(/^-\d+$/)
  })

  test('is gone when it is taken out, and looks no more', () => {
    unmount()
    expect(document.querySelector(panelTag)).toBeNull()
    const before = root.innerHTML
    signIn()
    expect(root.innerHTML).toBe(before)
  })
})

describe('now', () => {
  test('sends an event that takes nothing', async () => {
    open('Now')
    one('button.row-line', 'go.signUp').click()
    await vi.waitFor(() => expect(one('.where').textContent).toContain('signUp.editing'))
  })

  test('has a form for the payload of an event, answers as the service, and stores no secret', async () => {
    open('Now')
    const form = await vi.waitFor(() => one<HTMLFormElement>('.legal details form'))
    expect(form.closest('details')?.textContent).toContain('signIn.submit')
    expect(form.querySelector('[name=password]')?.getAttribute('type')).toBe('password')
    type(form, { username: 'ada', password })
    await vi.waitFor(() => expect(one('.answers').textContent).toContain('SMS_MFA'))
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(1))
    one('.answers button', 'SMS_MFA').click()
    await vi.waitFor(() =>
      expect(one('.where').textContent).toContain('confirmSignIn.editing.ready'),
    )
    type(one('details', 'confirmSignIn.submit').querySelector('form') as Element, { code })
    await vi.waitFor(() => expect(one('.past').textContent).toContain('confirmSignIn.submit'))
    for (const secret of [password, code]) {
      expect(root.innerHTML).not.toContain(secret)
      expect(inspector.exportSession()).not.toContain(secret)
    }
  })

  test('says why an event was ignored', async () => {
    open('Now')
    signIn()
    signIn()
    await vi.waitFor(() => expect(one('.ignored').textContent).toContain('Sent twice'))
    expect(one('.past').textContent).toContain('signIn.editing → submitting')
  })
})

describe('the timeline', () => {
  const rows = () => [...root.querySelectorAll('[role=option]')]

  test('draws only what is seen of 10 000 events', async () => {
    for (let left = 10_000; left > 0; left -= 1) {
      inspector.trace.record('tabs', {
        type: 'tab',
        direction: 'sent',
        message: 'changed',
        code: null,
      })
    }
    const start = performance.now()
    open('Timeline')
    expect(performance.now() - start).toBeLessThan(1000)
    expect(one('.count').textContent).toContain('10000 events')
    expect(rows().length).toBeGreaterThan(0)
    expect(rows().length).toBeLessThan(100)
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('10000')
  })

  test('filters by text and by lane', () => {
    open('Timeline')
    const search = one<HTMLInputElement>('.timeline .search')
    search.value = 'readsession'
    search.dispatchEvent(new Event('input'))
    expect(rows().length).toBeGreaterThan(0)
    for (const row of rows()) expect(row.textContent).toContain('readSession')
    one('.toggle', 'Machine').click()
    expect(rows()).toHaveLength(0)
    expect(one('.empty').textContent).toBe('No event matches the filter.')
  })

  test('opens an event, with what its step has changed', () => {
    signIn()
    open('Timeline')
    const search = one<HTMLInputElement>('.timeline .search')
    search.value = 'editing → submitting'
    search.dispatchEvent(new Event('input'))
    press(one('[role=listbox]'), 'End')
    const details = one('.timeline .details')
    expect(details.hidden).toBe(false)
    expect(details.querySelector('.diff')?.textContent).toContain('username')
    press(one('[role=listbox]'), 'Escape')
    expect(details.hidden).toBe(true)
    expect(one('.panel').hidden).toBe(false)
  })

  test('pauses and clears', () => {
    open('Timeline')
    one('[aria-label=Pause]').click()
    const before = inspector.trace.events().length
    signIn()
    expect(inspector.trace.events()).toHaveLength(before)
    one('[aria-label=Resume]').click()
    one('[aria-label=Clear]').click()
    expect(inspector.trace.events()).toMatchObject([
      { type: 'attached', leaf: 'signIn.submitting', context: { username: 'ada' } },
    ])
  })
})

describe('the chart', () => {
  test('draws every state, and marks the one where the flow is', async () => {
    await openChart()
    for (const { id } of chartGraph(authMachine).nodes) {
      if (id !== '') expect(state(id)).not.toBeNull()
    }
    expect(state('signIn.editing').classList.contains('here')).toBe(true)
    signIn()
    await vi.waitFor(() => expect(state('signIn.submitting').classList.contains('here')).toBe(true))
    expect(state('signIn.editing').classList.contains('here')).toBe(false)
    expect(state('signIn').classList.contains('around')).toBe(true)
    expect(state('confirmSignIn').classList.contains('next')).toBe(true)
  })

  test('explains a state', async () => {
    await openChart()
    state('confirmSignIn.submitting').dispatchEvent(new Event('click', { bubbles: true }))
    const card = one('[aria-label=State]')
    expect(card.textContent).toContain('Waits for respondToChallenge')
    expect(card.textContent).toContain('confirmSignIn.cancel')
  })

  test('finds states', async () => {
    await openChart()
    const search = one<HTMLInputElement>('[aria-label="Find a state"]')
    search.value = 'RESENDING'
    search.dispatchEvent(new Event('input'))
    expect(state('confirmSignUp.resending').classList.contains('found')).toBe(true)
    expect(state('signIn.editing').classList.contains('dim')).toBe(true)
    press(search, 'Enter')
    expect(one('[aria-label=State]').textContent).toContain('resending')
  })
})

describe('the session', () => {
  test('says who is signed in, for how long, and that no secret is in the trace', async () => {
    open('Session')
    await vi.waitFor(() => expect(one('.session').textContent).toContain('No user'))
    open('Now')
    signIn()
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(1))
    await vi.waitFor(() => one('.answers button', 'tokens').click())
    await vi.waitFor(() => expect(one('.where').textContent).toContain('signedIn.idle'))
    one('[role=tab]', 'Session').click()
    await vi.waitFor(() => expect(one('.session').textContent).toContain('Access token expires'))
    expect(one('.session').textContent).toContain('Next refresh')
    expect(one('.verdict').textContent).toBe('0 secrets in the trace')
  })
})
