// @vitest-environment happy-dom
import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { journeys, outcomes, type scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { momentsOf } from '../../src/panel/time/moments.ts'
import { finder } from '../support/finder.ts'
import { openPanel } from '../support/open-panel.ts'

const password = 'Time-canary-1!'

let inspector: Inspector
let unmount: () => void
let close: () => void
let root: ShadowRoot
let cognito: ReturnType<typeof scriptedCognito>

beforeEach(async () => {
  ;({ cognito, inspector, unmount, root, close } = await openPanel())
})

afterEach(() => close())

const one = finder(() => root)

const auth = {
  get actor() {
    return actorOf(inspector.auth)
  },
  getView: () => inspector.auth.getView(),
}
const where = () => one('.time-where').textContent
const press = (label: string) => one<HTMLButtonElement>(`[aria-label="${label}"]`).click()
const leaf = () => one('.where .leaf').textContent

async function open() {
  one('.launcher').click()
  // It is loaded when the panel opens.
  await vi.waitFor(() => one('.time'), { timeout: 15_000 })
}

/** restoring → signIn.editing → signUp.editing → signIn.editing → signIn.submitting. */
async function story() {
  const actor = actorOf(inspector.auth)
  actor.send({ type: 'go.signUp' })
  actor.send({ type: 'go.signIn' })
  cognito.arm(outcomes.find(({ actor }) => actor === 'signIn'))
  actor.send({ type: 'signIn.submit', username: 'ada', password: new Secret(password) })
  await cognito.requested()
}

describe('time travel', () => {
  test('is back at now when the trace is cleared', async () => {
    await story()
    await open()
    press('First step')
    expect(where()).toBe('The past: the beginning')
    inspector.trace.clear()
    await vi.waitFor(() => expect(where()).toBe('Now'))
    expect(one('.time').classList.contains('is-past')).toBe(false)
    expect(inspector.auth.getView().isPending).toBe(true)
  })

  test('goes back and forth, and the app shows what it showed', async () => {
    await story()
    await open()
    expect(where()).toBe('Now')
    press('One step back')
    expect(where()).toBe('The past: step 3 of 4')
    expect(leaf()).toBe('signIn.editing')
    expect(inspector.auth.getView().isPending).toBe(false)
    press('One step back')
    expect(leaf()).toBe('signUp.editing')
    expect(inspector.auth.getView().route).toBe('signUp')
    press('First step')
    expect(where()).toBe('The past: the beginning')
    expect(inspector.auth.getView().route).toBe('restoring')
    press('One step forward')
    expect(leaf()).toBe('signIn.editing')
    one('.time button', 'Back to now').click()
    expect(where()).toBe('Now')
    expect(leaf()).toBe('signIn.submitting')
    expect(inspector.auth.getView().isPending).toBe(true)
  })

  test('leaves alone what others show in the app', async () => {
    await story()
    await open()
    const snapshot = actorOf(inspector.auth).getSnapshot()
    inspector.preview.show(snapshot)
    const moments = one<HTMLInputElement>('.time-range').max
    actorOf(inspector.auth).send({ type: 'go.signUp' })
    await vi.waitFor(() => expect(one<HTMLInputElement>('.time-range').max).not.toBe(moments))
    expect(inspector.preview.shown()).toBe(snapshot)
    press('First step')
    expect(inspector.preview.shown()).not.toBe(snapshot)
    press('Now')
    expect(inspector.preview.shown()).toBeUndefined()
  })

  test('shows what was legal, stored in the context and pending then, and allows no action', async () => {
    await story()
    await open()
    press('One step back')
    expect(one('.legal').textContent).toContain('go.forgotPassword')
    expect(one('.legal').textContent).not.toContain('session.')
    expect(root.querySelectorAll('.legal button, .legal form, .answers button')).toHaveLength(0)
    expect(one('.past').textContent).not.toContain('submitting')
    const doers = () =>
      [...root.querySelectorAll('[role=tabpanel] :is(button, select, summary)')].filter(
        (element) => !element.closest('[hidden]'),
      )
    await vi.waitFor(() => expect(doers()).toHaveLength(0))
    one('[role=tab]', 'Session').click()
    await vi.waitFor(() => one('.session'))
    expect(doers()).toHaveLength(0)
    one('[role=tab]', 'Now').click()
    press('Now')
    expect(one('.answers').textContent).toContain('signIn')
    expect(one('.knows').textContent).toContain('ada')
    expect(root.querySelector('.legal button')).not.toBeNull()
  })

  test('stays where it is while new events arrive', async () => {
    await open()
    auth.actor.send({ type: 'go.signUp' })
    await vi.waitFor(() => expect(leaf()).toBe('signUp.editing'))
    press('One step back')
    expect(where()).toBe('The past: step 1 of 2')
    auth.actor.send({ type: 'go.signIn' })
    await vi.waitFor(() => expect(where()).toBe('The past: step 1 of 3'))
    expect(leaf()).toBe('signIn.editing')
    expect(one('.launcher').textContent).toContain('signIn.editing')
    auth.actor.send({ type: 'go.forgotPassword' })
    await vi.waitFor(() => expect(where()).toBe('The past: step 1 of 4'))
    expect(auth.getView().route).toBe('signIn')
  })

  test('leaves the app alone if that is chosen, and when the panel closes', async () => {
    await story()
    await open()
    press('First step')
    const inApp = one<HTMLInputElement>('.time input[type=checkbox]')
    inApp.click()
    expect(auth.getView().route).toBe('signIn')
    inApp.click()
    expect(auth.getView().route).toBe('restoring')
    press('Close the inspector')
    expect(auth.getView().route).toBe('signIn')
    one('.launcher').click()
    expect(auth.getView().route).toBe('restoring')
    unmount()
    expect(auth.getView().route).toBe('signIn')
  })

  test('is steered by the range, which says where it is', async () => {
    await story()
    await open()
    const range = one<HTMLInputElement>('.time-range')
    expect([range.min, range.max, range.value]).toEqual(['0', '4', '4'])
    range.value = '2'
    range.dispatchEvent(new Event('input'))
    expect(range.getAttribute('aria-valuetext')).toBe(
      'step 2 of 4: signIn.editing → signUp.editing',
    )
    expect(auth.getView().route).toBe('signUp')
  })

  test('goes to the moment of an event of the timeline', async () => {
    await story()
    await open()
    one('[role=tab]', 'Timeline').click()
    const search = one<HTMLInputElement>('.timeline .search')
    search.value = 'go.signUp'
    search.dispatchEvent(new Event('input'))
    const list = one('[role=listbox]')
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))
    one('.details button', 'Show this moment').click()
    expect(where()).toBe('The past: step 2 of 4')
    expect(auth.getView().route).toBe('signUp')
  })

  test('keeps snapshots as long as their events, and no longer', async () => {
    const small = inspectAuth(createAuth({ config: scriptedConfig }), { capacity: 6 })
    await small.auth.ready()
    const [first] = small.trace.events()
    expect(small.snapshotAfter(first?.id ?? 0)).toBeDefined()
    for (const type of ['go.signUp', 'go.signIn', 'go.signUp', 'go.signIn'] as const) {
      actorOf(small.auth).send({ type })
    }
    expect(small.snapshotAfter(first?.id ?? 0)).toBeUndefined()
    const stored = small.trace.events().filter(({ type }) => type === 'transition')
    expect(stored.length).toBeGreaterThan(0)
    for (const { id } of stored) expect(small.snapshotAfter(id)).toBeDefined()
    small.trace.clear()
    for (const { id } of stored) expect(small.snapshotAfter(id)).toBeUndefined()
    small.stop()
    small.auth.stop()
  })
})

test('a moment lasts until what led on', async () => {
  await story()
  const events = inspector.trace.events()
  const moments = momentsOf(events)
  expect(moments.map(({ event }) => ('to' in event ? event.to : event.leaf))).toEqual([
    'restoring.reading',
    'signIn.editing',
    'signUp.editing',
    'signIn.editing',
    'signIn.submitting',
  ])
  expect(moments.map(({ end }) => events[end]?.type)).toEqual([
    'actor.done',
    'event',
    'event',
    'event',
    undefined,
  ])
})

describe('a file', () => {
  async function choose(content: string) {
    const input = one<HTMLInputElement>('.time input[type=file]')
    const file = new File([content], 'walk.json', { type: 'application/json' })
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change'))
  }

  const failing = journeys[1]

  test('a walk: can be followed step by step, in the app as well', {
    timeout: 60_000,
  }, async () => {
    await open()
    await choose(JSON.stringify(failing))
    await vi.waitFor(() => expect(where()).toContain('step 5 of 5'), { timeout: 30_000 })
    expect(where()).toContain(failing?.title)
    expect(leaf()).toBe('signedIn.idle')
    expect(auth.getView().route).toBe('signedIn')
    press('One step back')
    press('One step back')
    expect(leaf()).toBe('signIn.editing')
    expect(auth.getView().failure?.code).toBe('incorrectCredentials')
    expect(one('.knows').textContent).toContain('incorrectCredentials')
    expect(root.querySelectorAll('.legal button, .answers button')).toHaveLength(0)
    press('One step back')
    expect(one('.answers').textContent).toContain('signIn')
    one('.time button', 'Back to the live session').click()
    await vi.waitFor(() => expect(where()).toBe('Now'))
    expect(auth.getView().failure).toBeUndefined()
    expect(root.querySelector('.legal button')).not.toBeNull()
  })

  test('a trace: is a recorded session, and not only its timeline', async () => {
    await story()
    const json = inspector.exportSession()
    await open()
    await choose(json)
    await vi.waitFor(() => expect(where()).toBe('A recorded trace: step 4 of 4'))
    press('First step')
    expect(leaf()).toBe('restoring.reading')
    expect(auth.getView().route).toBe('signIn')
    expect(root.querySelector('.time input[type=checkbox]')).toBeNull()
  })

  test('that is none says what is wrong with it', { timeout: 60_000 }, async () => {
    await open()
    const said = () => one('.time-strip').textContent
    await choose('{')
    await vi.waitFor(() => expect(said()).toContain('This file is not JSON.'))
    await choose('{"steps": 3}')
    await vi.waitFor(() => expect(said()).toContain('neither a trace nor a walk'))
    await choose('{"format": "authchart-trace"}')
    await vi.waitFor(() => expect(said()).toContain('not a trace of the inspector'))
    await choose(JSON.stringify({ ...failing, steps: ['readSession: nothing', 'fly'] }))
    await vi.waitFor(() => expect(said()).toContain('“fly” is not possible at signIn.editing'), {
      timeout: 30_000,
    })
    press('Close the message')
    expect(one('.time-strip').hidden).toBe(true)
  })
})

test('saves the session as a test', { timeout: 60_000 }, async () => {
  const saved: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob)
    return 'data:,'
  })
  await story()
  await open()
  one('.time button', 'Save as test').click()
  await vi.waitFor(() => one('.time-strip button', 'Replay file'), { timeout: 30_000 })
  expect(one('.time-strip').textContent).toContain('4 steps to signIn.submitting')
  one('.time-strip button', 'Replay file').click()
  one('.time-strip button', 'Vitest test').click()
  const [replay = '', test = ''] = await Promise.all(saved.map((blob) => blob.text()))
  expect(JSON.parse(replay).steps).toEqual([
    'readSession: nothing',
    'go.signUp',
    'go.signIn',
    'signIn.submit',
  ])
  expect(test).toContain('runWalk(')
  for (const text of [replay, test]) expect(text).not.toContain(password)
})
