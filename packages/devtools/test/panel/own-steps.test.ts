// @vitest-environment happy-dom
import { createAuth, memoryStorage, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { type Coverage, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
// The steps of an app: its server is not there.
import { steps } from '../../../../examples/steps/src/steps.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { catalogueView } from '../../src/panel/catalogue/catalogue-view.ts'
import { panelTag } from '../../src/panel/index.ts'
import { unhandledRoutes } from '../../src/panel/tests/unhandled-routes.ts'
import { changeBetween } from '../../src/words/sentence.ts'
import { finder } from '../support/finder.ts'

const timeout = 15_000
const code = 'invitation-canary'
let inspector: Inspector
let root: ShadowRoot
const one = finder(() => root)
const state = (id: string) => root.querySelector(`[aria-label="${id}"]`)

beforeEach(async () => {
  localStorage.clear()
  document.body.replaceChildren()
  vi.stubGlobal('fetch', async () =>
    Response.json({ reason: 'unknownInvitation', field: 'code' }, { status: 422 }),
  )
  const auth = createAuth({ config: scriptedConfig, storage: memoryStorage(), steps })
  inspector = inspectAuth(auth)
  inspector.mount(document.body)
  root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
  await auth.ready()
  actorOf(auth).send({ type: 'go.signUp' })
  expect(auth.getView().route).toBe('enterInvitation')
  one('.launcher').click()
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
  vi.unstubAllGlobals()
})

/** The server rejects the invitation. */
async function enter() {
  const event = { type: 'enterInvitation.enter', input: new Secret({ code }) } as never
  actorOf(inspector.auth).send(event)
  await vi.waitFor(() => expect(inspector.auth.getView().failure?.reason).toBe('unknownInvitation'))
}

test('Now has the form of a step, with the key of each text and its failure', async () => {
  await vi.waitFor(() => one('.form h2', 'The form'), { timeout })
  expect(one('.where').textContent).toContain('enterInvitation.editing')
  expect(one('.form').textContent).toContain('step.enterInvitation.title')
  expect(one('.form li', 'code').textContent).toContain('step.enterInvitation.field.code')
  await enter()
  await vi.waitFor(() =>
    expect(one('.form').textContent).toContain('step.failure.unknownInvitation'),
  )
})

test('the timeline has its events and leaves, without what was typed', async () => {
  one('[role=tab]', 'Timeline').click()
  await enter()
  await vi.waitFor(() => {
    const { textContent } = one('.lanes')
    expect(textContent).toContain('enterInvitation.enter')
    expect(textContent).toContain('enterInvitation.editing')
  })
  expect(root.innerHTML + JSON.stringify(inspector.trace.events())).not.toContain(code)
  expect(inspector.selfCheck().ok).toBe(true)
})

test('the chart draws each step with its leaves, and follows into it', async () => {
  one('[role=tab]', 'Chart').click()
  await vi.waitFor(() => expect(state('enterInvitation.editing')).not.toBeNull(), timeout)
  const leaves = steps.flatMap(({ route, at, actions }) =>
    ['editing', ...Object.keys(actions)].map(
      (leaf) => `${at === 'beforeSignedIn' ? 'signedIn.' : ''}${route}.${leaf}`,
    ),
  )
  expect(leaves).toHaveLength(7)
  for (const leaf of leaves) expect(state(leaf)?.querySelector('text')?.textContent).toBeTruthy()
  expect(state('enterInvitation.editing')?.classList.contains('here')).toBe(true)
  expect(state('enterInvitation')?.classList.contains('around')).toBe(true)
  state('signedIn.acceptTerms.accept')?.dispatchEvent(new Event('click', { bubbles: true }))
  expect(one('[aria-label=State]').textContent).toContain('Waits for acceptTerms.accept')
})

test('the heat map counts its leaves and transitions', async () => {
  await enter()
  one('[role=tab]', 'Tests').click()
  await vi.waitFor(() => one('.legend'), timeout)
  expect(state('enterInvitation.enter: 1×')?.classList.contains('heat-0')).toBe(false)
  expect(state('enterInvitation.editing: 2×')?.querySelector('.badge')?.textContent).toBe('2×')
  expect(state('signedIn.acceptTerms.accept: 0×')?.classList.contains('heat-0')).toBe(true)
  const names = [...root.querySelectorAll('.heat .names text')].map(
    ({ textContent }) => textContent,
  )
  expect(names).toContainEqual(expect.stringMatching(/^enterInvitation 2\//))
  one<HTMLSelectElement>('[aria-label=Which]').value = 'taken'
  one('[aria-label=Which]').dispatchEvent(new Event('change'))
  expect(one('.heat-row', 'enterInvitation.enter').textContent).toContain('taken 1×')
})

test('the list below the heat map and the timeline call a leaf by its step', async () => {
  one('[role=tab]', 'Tests').click()
  await vi.waitFor(() => one('.legend'), timeout)
  const search = one<HTMLInputElement>('[aria-label="Find a state or transition"]')
  search.value = 'acceptTerms.accept'
  search.dispatchEvent(new Event('input'))
  const texts = [...root.querySelectorAll('.heat-row')].map(({ textContent }) => textContent)
  expect(texts).toContainEqual(expect.stringContaining('acceptTerms.editing → acceptTerms.accept'))
  expect(texts.join()).not.toContain('signedIn.acceptTerms')
  expect(changeBetween('signedIn.acceptTerms.editing', 'signedIn.acceptTerms.accept')).toBe(
    'acceptTerms.editing → accept',
  )
  expect(changeBetween('signedIn.acceptTerms.accept', 'signedIn.idle')).toBe(
    'acceptTerms.accept → signedIn.idle',
  )
})

test('what walks could not see of a step is under its route', () => {
  const row = { planned: 0, walked: 0, failed: 0, why: 'we have no server' }
  const coverage: Pick<Coverage, 'leaves' | 'transitions'> = {
    leaves: [{ ...row, name: 'signedIn.acceptTerms.editing' }],
    transitions: [],
  }
  expect(unhandledRoutes(undefined, coverage, steps)).toEqual([
    { route: 'acceptTerms', why: 'Walks: we have no server.' },
  ])
})

test('the catalogue has each step at rest, pending and failed', () => {
  // Outside of the page its frames load nothing.
  const view = catalogueView({ steps })
  view.show?.()
  const tiles = [...view.element.querySelectorAll('.tile-open')].map((tile) =>
    tile.getAttribute('aria-label'),
  )
  view.hide?.()
  for (const { route } of steps) {
    expect(tiles).toEqual(
      expect.arrayContaining([
        `${route}: look at it`,
        `${route}, pending: look at it`,
        `${route}, with a failure: look at it`,
      ]),
    )
  }
})
