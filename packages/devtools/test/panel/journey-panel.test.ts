// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { outcomes, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { liveSource, mountPanel, panelTag } from '../../src/panel/index.ts'
import { finder } from '../support/finder.ts'

const original = globalThis.fetch
let inspector: Inspector
let unmount = () => {}
let root: ShadowRoot

async function open(address = '/') {
  history.replaceState(undefined, '', address)
  const cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  const auth = createAuth({ config: scriptedConfig })
  inspector = inspectAuth(auth)
  await auth.ready()
  unmount = mountPanel(document.body, liveSource(inspector))
  root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
  one('.launcher').click()
  await vi.waitFor(() => one('.journey'))
  return cognito
}

function close() {
  unmount()
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(close)

const one = finder(() => root)

const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())

function choose(to: string) {
  const choice = one<HTMLSelectElement>('.journey select')
  choice.value = to
  choice.dispatchEvent(new Event('change'))
}

describe('go to a state', () => {
  test('shows the way, takes it, and says that it has arrived', async () => {
    await open()
    choose('confirmSignIn.editing.ready')
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('2 steps'))
    expect(one('.journey').textContent).toContain('signIn answers SMS_MFA')
    expect(one('.journey').textContent).toContain('Tokens are fake')
    expect(leaf()).toBe('signIn.editing')
    one('.journey button', 'Go').click()
    await vi.waitFor(() =>
      expect(one('.journey').textContent).toContain('The app is in confirmSignIn.editing.ready.'),
    )
    expect(root.querySelectorAll('.journey .done')).toHaveLength(2)
    expect(leaf()).toBe('confirmSignIn.editing.ready')
  })

  test('says that there is no path, and that the app is already there', async () => {
    await open()
    choose('restoring.reading')
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('lead from'))
    choose('signIn.editing')
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('You are there already.'))
  })

  test('says where it has stopped', async () => {
    await open()
    choose('confirmSignIn.editing.ready')
    await vi.waitFor(() => one('.journey button', 'Go').click())
    await vi.waitFor(() => expect(leaf()).toBe('signIn.submitting'))
    actorOf(inspector.auth).send({ type: 'signIn.cancel' })
    await vi.waitFor(() => expect(one('.journey .bad').textContent).toContain('Stopped in signIn'))
    one('.journey button', 'Look again').click()
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('2 steps'))
  })

  test('looks again where the app has moved since', async () => {
    await open()
    choose('signUp.editing')
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('1 step'))
    actorOf(inspector.auth).send({ type: 'go.signUp' })
    one('.journey button', 'Go').click()
    await vi.waitFor(() => expect(one('.journey').textContent).toContain('You are there already.'))
  })

  test('is offered for each state of the chart', async () => {
    await open()
    one('[role=tab]', 'Chart').click()
    const state = await vi.waitUntil(() => root.querySelector('[aria-label=setupEmail]'))
    state.dispatchEvent(new Event('click', { bubbles: true }))
    one('.go-here button', 'Go here').click()
    await vi.waitFor(() => expect(one('.go-here').textContent).toContain('setupEmail.editing'))
    one('.go-here button', 'Go').click()
    await vi.waitFor(() => expect(leaf()).toBe('setupEmail.editing'))
  })
})

describe('a link', () => {
  const there = '/?authchart=go:signedIn.idle'

  test('leads to a state, also after a reload: with the fake session', async () => {
    const cognito = await open(there)
    await vi.waitFor(() => expect(leaf()).toBe('signedIn.idle'))
    close()
    const again = await open(there)
    expect(leaf()).toBe('signedIn.idle')
    await inspector.auth.getSession({ forceRefresh: true })
    expect([...cognito.log, ...again.log]).toEqual([])
  })

  test('says where it leads nowhere', async () => {
    await open('/?authchart=go:nowhere')
    const text = 'lead from signIn.editing to nowhere'
    await vi.waitFor(() => expect(one('.journey').textContent).toContain(text))
    expect(leaf()).toBe('signIn.editing')
  })
})

describe('an answer', () => {
  test('is given to the actor that waits, and not to the oldest request', async () => {
    const cognito = await open()
    const tokens = outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens')
    cognito.arm(tokens)
    cognito.release()
    const { payloads } = await import('@authchart/testing')
    const actor = actorOf(inspector.auth)
    const [typed] = payloads['signIn.submit']
    if (typed) actor.send({ type: 'signIn.submit', ...typed })
    await vi.waitFor(() => expect(leaf()).toBe('signedIn.idle'))
    inspector.requests.pause()
    actor.send({ type: 'signedIn.load', part: 'profile' })
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(1))
    actor.send({ type: 'signedIn.updateAttributes', attributes: { name: 'Ada' } })
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(2))
    await vi.waitFor(() => one('.answers button', 'a code to confirm').click())
    await vi.waitFor(() => expect(leaf()).toBe('signedIn.confirmContact.editing.cooling'))
    expect(inspector.requests.pending.map(({ operation }) => operation)).toEqual(['GetUser'])
  })
})
