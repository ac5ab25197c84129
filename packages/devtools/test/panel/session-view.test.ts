// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { outcomes, payloads, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { liveSource, mountPanel, type PanelSource, panelTag } from '../../src/panel/index.ts'
import { sessionView } from '../../src/panel/session/session-view.ts'
import type { Message } from '../../src/remote/message.ts'
import { readMessage } from '../../src/remote/read-message.ts'
import { serve } from '../../src/remote/serve.ts'
import { finder } from '../support/finder.ts'

const original = globalThis.fetch
let inspector: Inspector
let source: PanelSource

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  const cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens'))
  cognito.release()
  const auth = createAuth({ config: scriptedConfig })
  inspector = inspectAuth(auth)
  await auth.ready()
  source = liveSource(inspector)
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
})

async function signIn() {
  const actor = actorOf(inspector.auth)
  const [typed = { username: '' }] = payloads['signIn.submit']
  actor.send({ type: 'signIn.submit', ...typed })
  await vi.waitFor(() => expect(actor.getSnapshot().hasTag('authenticated')).toBe(true))
}

describe('the facts of a session', () => {
  const clocks = () => source.session().expiresAt

  test('are followed again by a listener that returns', async () => {
    source.subscribe?.(() => {})()
    source.subscribe?.(() => {})
    await signIn()
    await vi.waitFor(() => expect(clocks()).toBeGreaterThan(Date.now()))
  })

  test('are read by a listener that comes after the sign-in', async () => {
    await signIn()
    expect(clocks()).toBeUndefined()
    source.subscribe?.(() => {})
    await vi.waitFor(() => expect(clocks()).toBeGreaterThan(Date.now()))
  })

  test('are empty after a sign-out that no listener saw', async () => {
    const stop = source.subscribe?.(() => {})
    await signIn()
    await vi.waitFor(() => expect(clocks()).toBeDefined())
    stop?.()
    actorOf(inspector.auth).send({ type: 'signOut' })
    await vi.waitFor(() => expect(inspector.auth.getView().route).toBe('signIn'))
    source.subscribe?.(() => {})
    expect(source.session()).toEqual({})
  })

  test('are reported twice to a function that listens twice, and once after it has left once', async () => {
    const listener = vi.fn()
    const [first] = [source.subscribe?.(listener), source.subscribe?.(listener)]
    const calls = () => {
      listener.mockClear()
      actorOf(inspector.auth).send({ type: 'go.signUp' })
      actorOf(inspector.auth).send({ type: 'go.signIn' })
      return listener.mock.calls.length
    }
    const both = calls()
    expect(both).toBeGreaterThan(0)
    first?.()
    first?.()
    expect(calls()).toBe(both / 2)
  })

  test('say when the tokens are refreshed, as the machine has planned it', async () => {
    source.subscribe?.(() => {})
    await signIn()
    const { refreshAt } = await inspector.auth.getSession()
    await vi.waitFor(() => expect(source.session().refreshAt).toBe(refreshAt))
  })
})

test('is the same in a remote page as here', async () => {
  const said: Message[] = []
  const channel = { post: (message: Message) => said.push(message), listen: () => () => {} }
  const stop = serve(source, { ...channel, close: () => {} }, 'an app')
  await signIn()
  await vi.waitFor(() => {
    const read = readMessage(JSON.stringify(said.filter(({ type }) => type === 'state').at(-1)))
    const { session } = read?.type === 'state' ? read.state : {}
    expect(session?.claims).toBeDefined()
    expect(session).toEqual(source.session())
  })
  stop()
})

describe('the view', () => {
  const one = finder(() => document.querySelector(panelTag)?.shadowRoot as ShadowRoot)
  let unmount = () => {}

  afterEach(() => unmount())

  async function openSession() {
    unmount = mountPanel(document.body, source)
    one('.launcher').click()
    one('[role=tab]', 'Session').click()
    await signIn()
    await vi.waitFor(() => expect(one('.claims').hidden).toBe(false))
  }

  test('shows the claims of both tokens, and neither token', async () => {
    await openSession()
    const { accessToken, idToken, user } = await inspector.auth.getSession()
    const { shown = {} } = source.session().claims?.id ?? {}
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['iss', 'aud', 'token_use', 'exp']))
    expect(Object.keys(shown)).not.toContain('email')
    const said = one('.claims').textContent ?? ''
    expect(said).toContain(scriptedConfig.userPoolClientId)
    expect(said).toMatch(/\d+ more are not shown\./)
    expect(said).not.toContain(user.email)
    const all = `${one('.panel').innerHTML}${JSON.stringify(source.session())}`
    for (const token of [accessToken, idToken]) {
      for (const part of token.split('.').filter(({ length }) => length > 8)) {
        expect(all).not.toContain(part)
      }
    }
    expect(source.selfCheck().ok).toBe(true)
  })

  test('keeps its clocks when the panel is put elsewhere', async () => {
    unmount = mountPanel(document.body, source)
    const place = document.body.appendChild(document.createElement('main'))
    place.append(document.querySelector(panelTag) as Element)
    one('.launcher').click()
    one('[role=tab]', 'Session').click()
    await signIn()
    await vi.waitFor(() => expect(one('.session').textContent).toContain('Next refresh'))
    place.remove()
  })

  test('says it where nothing can refresh the tokens, or where it is time', () => {
    const expiresAt = Date.now() + 60_000
    const clocksOf = (facts: object) => {
      const { element, update } = sessionView({
        ...source,
        session: () => ({ expiresAt, ...facts }),
      })
      update()
      return element.querySelector('[aria-label=Clocks]')?.textContent
    }
    expect(clocksOf({})).toContain('Nothing can refresh it')
    expect(clocksOf({})).not.toContain('Next refresh')
    expect(clocksOf({ refreshAt: Date.now() - 1 })).toMatch(/Next refreshdue/)
  })
})
