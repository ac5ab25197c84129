// @vitest-environment happy-dom
import { type Auth, createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { scriptedConfig } from '@authchart/testing'
import type { Config } from '@redux-devtools/extension'
import { createInspector, type StatelyInspectionEvent } from '@statelyai/inspect'
import { act, createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Component, createApp, h, nextTick, shallowRef, Teleport } from 'vue'
import { AuthInspector as ReactInspector } from '../../src/adapters/react.ts'
import { connectReduxDevtools } from '../../src/adapters/redux-devtools.ts'
import { type StatelyEvent, streamToStately } from '../../src/adapters/stately.ts'
import { authInspectorPlugin } from '../../src/adapters/tanstack.ts'
import { AuthInspector as VueInspector } from '../../src/adapters/vue.ts'
import { inspectAuth } from '../../src/index.ts'
import { panelTag } from '../../src/panel/index.ts'
import { newAuth, openAuth, password } from '../support/open-auth.ts'

const panels = () => document.querySelectorAll(panelTag)
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let auth: Auth
let signIn: (signingIn?: Auth) => Promise<void>
let close: () => void

beforeEach(async () => {
  ;({ auth, signIn, close } = await openAuth())
})

afterEach(() => {
  auth.stop()
  close()
})

describe('in React', () => {
  const render = async (element: Parameters<ReturnType<typeof createRoot>['render']>[0]) => {
    const root = createRoot(document.createElement('div'))
    await act(async () => root.render(element))
    return root
  }

  beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
  afterEach(() => vi.unstubAllGlobals())

  test('shows one panel while it is in the tree, in strict mode as well, and ends a little later', async () => {
    const fetch = globalThis.fetch
    const root = await render(
      createElement(StrictMode, {}, createElement(ReactInspector, { auth })),
    )
    expect(panels()).toHaveLength(1)
    const shadow = panels()[0]?.shadowRoot
    await signIn()
    await vi.waitFor(() => expect(shadow?.textContent).toContain('confirmSignIn.editing.ready'))
    await act(async () => root.unmount())
    expect(panels()).toHaveLength(0)
    expect(globalThis.fetch).not.toBe(fetch)
    await vi.waitFor(() => expect(globalThis.fetch).toBe(fetch), 3000)
  })

  test('keeps the trace when it is taken out and put back: a hot update', async () => {
    const element = createElement(ReactInspector, { auth, options: { capacity: 500 } })
    const first = await render(element)
    const getView = auth.getView
    await act(async () => first.unmount())
    const second = await render(element)
    await later(1100)
    expect(panels()).toHaveLength(1)
    expect(auth.getView).toBe(getView)
    await act(async () => second.unmount())
    await later(1100)
    expect(auth.getView).not.toBe(getView)
  })

  test('goes over to another auth', async () => {
    const root = await render(createElement(ReactInspector, { auth }))
    const other = await newAuth()
    actorOf(other).send({ type: 'go.signUp' })
    await act(async () => root.render(createElement(ReactInspector, { auth: other })))
    expect(panels()).toHaveLength(1)
    expect(panels()[0]?.shadowRoot?.textContent).toContain('signUp.editing')
    await act(async () => root.unmount())
    other.stop()
  })

  test('does nothing on a server', async () => {
    vi.stubGlobal('document', undefined)
    const fetch = globalThis.fetch
    const { renderToString } = await import('react-dom/server')
    expect(renderToString(createElement(ReactInspector, { auth }))).toBe('')
    expect(globalThis.fetch).toBe(fetch)
  })
})

describe('in Vue', () => {
  test('shows one panel while it is in the tree, and goes over to another auth', async () => {
    const shown = shallowRef(auth)
    const app = createApp(() => h(VueInspector, { auth: shown.value }))
    app.mount(document.createElement('div'))
    expect(panels()).toHaveLength(1)
    const other = await newAuth()
    actorOf(other).send({ type: 'go.signUp' })
    shown.value = other
    await nextTick()
    expect(panels()).toHaveLength(1)
    expect(panels()[0]?.shadowRoot?.textContent).toContain('signUp.editing')
    app.unmount()
    expect(panels()).toHaveLength(0)
    other.stop()
    await later(1100)
  })
})

describe('in TanStack Devtools', () => {
  test('fills the tab that it is given, in its theme', () => {
    const inspector = inspectAuth(auth)
    const plugin = authInspectorPlugin(inspector)
    const tab = document.createElement('div')
    document.body.append(tab)
    plugin.render(tab, { theme: 'dark' })
    expect(tab.querySelector(panelTag)?.getAttribute('theme')).toBe('dark')
    plugin.render(tab, 'light')
    expect(panels()).toHaveLength(1)
    expect(tab.querySelector(panelTag)?.getAttribute('theme')).toBe('light')
    const panel = panels()[0]?.shadowRoot?.querySelector<HTMLElement>('.panel')
    expect(panel?.hidden).toBe(false)
    expect(panel?.textContent).toContain('signIn.editing')
    plugin.destroy()
    expect(panels()).toHaveLength(0)
    tab.remove()
    inspector.stop()
  })

  test('does so in those of Vue, which mount a component', async () => {
    const inspector = inspectAuth(auth)
    // As their types have it, and their template.
    const plugin: { id?: string; name: string | Component; component: Component } =
      authInspectorPlugin(inspector)
    const tab = document.createElement('div')
    document.body.append(tab)
    const theme = shallowRef<'dark' | undefined>('dark')
    const component = () => h(plugin.component, { theme: theme.value, 'devtools-props': {} })
    const app = createApp(() => h(Teleport, { to: tab }, theme.value ? [component()] : []))
    const warn = vi.spyOn(console, 'warn')
    app.mount(document.createElement('div'))
    expect(tab.querySelector(panelTag)?.getAttribute('theme')).toBe('dark')
    expect(panels()[0]?.shadowRoot?.textContent).toContain('signIn.editing')
    theme.value = undefined
    await nextTick()
    expect(panels()).toHaveLength(0)
    expect(warn).not.toHaveBeenCalled()
    app.unmount()
    tab.remove()
    inspector.stop()
  })
})

describe('in Redux DevTools', () => {
  function extension() {
    const reported: { action: { type: string } | 'init'; state: { state: string } }[] = []
    let listener: (message: unknown) => void = () => {}
    const connect = (config: Config) => {
      expect(config.name).toBe('Authchart')
      return {
        init: (state: unknown) =>
          reported.push({ action: 'init', state: state as { state: string } }),
        send: (action: { type: string }, state: unknown) =>
          reported.push({ action, state: state as { state: string } }),
        subscribe(next: (message: unknown) => void) {
          listener = next
          return () => {
            listener = () => {}
          }
        },
      }
    }
    vi.stubGlobal('__REDUX_DEVTOOLS_EXTENSION__', { connect })
    const jump = (actionId: number, type = 'JUMP_TO_STATE') =>
      listener({ type: 'DISPATCH', payload: { type, actionId } })
    return { reported, jump, say: (message: unknown) => listener(message) }
  }
  afterEach(() => vi.unstubAllGlobals())

  test('reports every event with the state after it, and no secret', async () => {
    const { reported } = extension()
    const inspector = inspectAuth(auth)
    const stop = connectReduxDevtools(inspector)
    expect(reported).toMatchObject([{ action: 'init', state: { state: 'signIn.editing' } }])
    await signIn()
    const types = reported.map(({ action }) => (action === 'init' ? action : action.type))
    expect(types).toContain('user: signIn.submit')
    expect(types).toContain(
      'machine: signIn.submitting → confirmSignIn.editing.cooling if needsCode',
    )
    expect(reported.at(-1)?.state).toMatchObject({
      state: 'confirmSignIn.editing.ready',
      context: { username: 'ada', challenge: { mfaType: 'SMS', session: '[secret]' } },
    })
    expect(JSON.stringify(reported)).not.toContain(password)
    inspector.trace.clear()
    expect(reported.at(-1)).toMatchObject({
      action: 'init',
      state: { state: 'confirmSignIn.editing.ready', context: { username: 'ada' } },
    })
    stop()
    inspector.stop()
  })

  test('jumps: the app shows that moment, and how things are at the end', async () => {
    const { reported, jump, say } = extension()
    const inspector = inspectAuth(auth)
    const stop = connectReduxDevtools(inspector)
    await signIn()
    const at = reported.findIndex(({ state }) => state.state === 'signIn.submitting')
    jump(at)
    expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: true })
    jump(reported.length - 1, 'JUMP_TO_ACTION')
    expect(auth.getView().route).toBe('confirmSignIn')
    jump(at)
    for (const broken of [undefined, {}, { type: 'DISPATCH' }, { type: 'START' }]) say(broken)
    expect(auth.getView().route).toBe('signIn')
    stop()
    expect(auth.getView().route).toBe('confirmSignIn')
    inspector.stop()
  })

  test('does nothing without the extension', () => {
    const inspector = inspectAuth(auth)
    expect(() => connectReduxDevtools(inspector)()).not.toThrow()
    inspector.stop()
  })
})

describe('for Stately', () => {
  test('reports from the trace what its own inspector reports', async () => {
    const theirs: StatelyInspectionEvent[] = []
    const ours: StatelyEvent[] = []
    const stately = createInspector({ send: (event) => theirs.push(event) })
    auth.stop()
    auth = createAuth({ config: scriptedConfig, inspect: stately.inspect })
    const inspector = inspectAuth(auth)
    // Everything that accepts their events accepts ours.
    const send: (event: StatelyEvent & StatelyInspectionEvent) => void = (event) => ours.push(event)
    const stop = streamToStately(inspector, send as (event: StatelyEvent) => void)
    await auth.ready()
    await signIn(auth)
    await later(50)
    stop()
    const { sessionId } = actorOf(auth)
    const root = theirs.filter((event) => event.sessionId === sessionId)
    for (const type of ['@xstate.actor', '@xstate.event', '@xstate.snapshot'] as const) {
      const [one] = root.filter((event) => event.type === type)
      const [other] = ours.filter((event) => event.type === type)
      expect(Object.keys(other ?? {}).sort(), type).toEqual(Object.keys(one ?? {}).sort())
    }
    const names = (events: readonly object[]) =>
      events.flatMap((event) =>
        'event' in event && 'sourceId' in event ? [(event.event as { type: string }).type] : [],
      )
    const happened = names(root).filter((type) => type !== 'xstate.init')
    expect(names(ours)).toEqual(happened.slice(-names(ours).length))
    expect(names(ours)).toEqual(
      expect.arrayContaining(['signIn.submit', 'xstate.done.actor.signIn']),
    )
    expect(ours.at(-1)).toMatchObject({
      snapshot: { value: { confirmSignIn: { editing: 'ready' } } },
    })
    expect(JSON.parse((ours[0] as { definition: string }).definition)).toMatchObject({ id: 'auth' })
    expect(JSON.stringify(ours)).not.toContain(password)
    inspector.stop()
  })
})

test('production has the names of every adapter, and nothing behind them', async () => {
  const adapters: readonly object[] = await Promise.all([
    import('../../src/adapters/react.ts'),
    import('../../src/adapters/vue.ts'),
    import('../../src/adapters/tanstack.ts'),
    import('../../src/adapters/vue-devtools.ts'),
    import('../../src/adapters/redux-devtools.ts'),
    import('../../src/adapters/stately.ts'),
  ])
  const production: Record<string, unknown> = await import('../../src/adapters/production.ts')
  expect(Object.keys(production).sort()).toEqual([...new Set(adapters.flatMap(Object.keys))].sort())
  const fetch = globalThis.fetch
  for (const made of Object.values(production)) (made as (...given: unknown[]) => unknown)({ auth })
  expect(globalThis.fetch).toBe(fetch)
})
