// @vitest-environment happy-dom
import type { Auth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp, h } from 'vue'
import { connectVueDevtools } from '../../src/adapters/vue-devtools.ts'
import { inspectAuth } from '../../src/index.ts'
import { openAuth, password } from '../support/open-auth.ts'

// Vue waits 3 s for its Devtools, from its import on: on a busy machine a test comes later.
const kit = await vi.hoisted(async () => {
  const kit = await import('../../../../node_modules/@vue/devtools-kit/dist/index.js')
  kit.devtools.init()
  return kit
})

// In Node the package is one that does nothing.
vi.mock(
  '@vue/devtools-api',
  () => import('../../../../node_modules/@vue/devtools-api/dist/index.js'),
)

let auth: Auth
let signIn: () => Promise<void>
let close: () => void

beforeEach(async () => {
  ;({ auth, signIn, close } = await openAuth())
})

afterEach(() => close())

test('Vue Devtools show the states as a tree, the context, and the trace as a layer', async () => {
  // As when its window is open.
  kit.toggleHighPerfMode(false)
  const app = createApp(() => h('p'))
  app.mount(document.createElement('div'))
  // It notices the app a while after it was mounted.
  await vi.waitFor(() => expect(kit.devtoolsContext.state.activeAppRecord?.app).toBe(app))
  const layered: { title?: string | undefined; subtitle?: string | undefined }[] = []
  const inspector = inspectAuth(auth)
  const stop = connectVueDevtools(app, inspector, { page: 'http://127.0.0.1:4900/' })
  await vi.waitFor(() =>
    expect(kit.devtoolsContext.state.tabs).toMatchObject([
      { name: 'authchart', view: { type: 'iframe' } },
    ]),
  )
  // As when the layer is chosen.
  kit.updateTimelineLayersState({ authchart: true })
  kit.devtoolsContext.hooks.hook(
    kit.DevToolsMessagingHookKeys.SEND_TIMELINE_EVENT_TO_CLIENT,
    async ({ event }) => {
      layered.push(event)
    },
  )
  const { api } = kit.devtoolsContext
  const query = { inspectorId: 'authchart', filter: '' }
  const labels = async (filter: string) =>
    JSON.stringify(await api.getInspectorTree({ ...query, filter }))
  await vi.waitFor(async () => expect(await labels('')).toContain('"label":"signIn"'))
  await signIn()
  const tree: {
    id: string
    tags: { label: string }[]
    children: { id: string; tags: { label: string }[] }[]
  }[] = await api.getInspectorTree(query)
  const confirm = tree.find(({ id }) => id === 'confirmSignIn')
  const editing = confirm?.children.find(({ id }) => id === 'confirmSignIn.editing')
  expect([...(confirm?.tags ?? []), ...(editing?.tags ?? [])].map(({ label }) => label)).toEqual([
    'active',
    'active',
  ])
  expect(await labels('setupTotp')).not.toContain('"label":"signIn"')
  const state = await api.getInspectorState({
    inspectorId: 'authchart',
    nodeId: 'confirmSignIn.editing',
  })
  expect(JSON.stringify(state)).toContain('SMS')
  expect(JSON.stringify(state)).not.toContain(password)
  await vi.waitFor(() => expect(layered.map(({ title }) => title)).toContain('signIn.submit'))
  stop()
  const before = layered.length
  actorOf(auth).send({ type: 'go.signIn' })
  expect(layered).toHaveLength(before)
  app.unmount()
  inspector.stop()
})
