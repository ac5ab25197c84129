import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { outcomes, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { liveSource } from '../../src/panel/index.ts'
import { broadcastChannel } from '../../src/remote/broadcast-channel.ts'
import type { Channel } from '../../src/remote/channel.ts'
import type { Message } from '../../src/remote/message.ts'
import { readMessage } from '../../src/remote/read-message.ts'
import { type RemoteApps, remoteApps } from '../../src/remote/remote-apps.ts'
import { serve } from '../../src/remote/serve.ts'

const password = 'Remote-canary-7!'
const original = globalThis.fetch

let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector
let wire: ReturnType<typeof pairOfChannels>
let apps: RemoteApps
let stopServing: () => void

/** Both ends of a channel, and a log of its messages. */
function pairOfChannels() {
  const said: string[] = []
  const ends = [new Set<(data: unknown) => void>(), new Set<(data: unknown) => void>()] as const
  const end = (mine: 0 | 1): Channel => ({
    post(message) {
      const text = JSON.stringify(message)
      said.push(text)
      for (const hear of ends[mine === 0 ? 1 : 0]) hear(text)
    },
    listen(listener) {
      ends[mine].add(listener)
      return () => void ends[mine].delete(listener)
    },
    close: () => ends[mine].clear(),
  })
  const heard = (data: unknown) => {
    for (const hear of [...ends[0], ...ends[1]]) hear(data)
  }
  return { said, app: end(0), page: end(1), heard }
}

const source = () => liveSource(inspector)

function only() {
  const [app] = apps.list()
  if (!app) throw new Error('No app is there')
  return app
}

const signIn = () =>
  actorOf(inspector.auth).send({
    type: 'signIn.submit',
    username: 'ada',
    password: new Secret(password),
  })

beforeEach(async () => {
  cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'SMS_MFA'))
  const auth = createAuth({ config: scriptedConfig })
  inspector = inspectAuth(auth)
  await auth.ready()
  wire = pairOfChannels()
  stopServing = serve(source(), wire.app, 'localhost:5173')
  apps = remoteApps(wire.page)
})

afterEach(() => {
  apps.close()
  stopServing()
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
})

test('gives a late page the whole trace, and all that a panel shows', () => {
  const { source, name, isGone } = only()
  const live = liveSource(inspector)
  expect({ name, isGone }).toEqual({ name: 'localhost:5173', isGone: false })
  expect(source.trace.events()).toEqual(inspector.trace.events())
  expect(source.leaf()).toBe('signIn.editing')
  expect(source.view()).toEqual(live.view())
  expect(source.session()).toEqual({})
  expect(source.selfCheck()).toEqual({ ok: true, found: [] })
  expect(source.graph).toEqual(JSON.parse(JSON.stringify(live.graph)))
})

test('follows what happens', async () => {
  const seen: (number | undefined)[] = []
  only().source.trace.subscribe((event) => seen.push(event?.id))
  const before = inspector.trace.events().length
  signIn()
  await vi.waitFor(() => expect(only().source.leaf()).toBe('signIn.submitting'))
  await vi.waitFor(() => expect(only().source.trace.events()).toEqual(inspector.trace.events()))
  expect(seen).toEqual(
    inspector.trace
      .events()
      .slice(before)
      .map(({ id }) => id),
  )
  await vi.waitFor(() => expect(only().source.pending()?.outcomes.length).toBeGreaterThan(5))
})

test('sends what is legal, and answers', async () => {
  await cognitoRequested(signIn)
  await vi.waitFor(() => expect(only().source.pending()?.outcomes.length).toBeGreaterThan(5))
  only().source.answer?.('SMS_MFA')
  await vi.waitFor(() => expect(only().source.leaf()).toBe('confirmSignIn.editing.ready'))
  only().source.send?.({ type: 'go.signIn' })
  await vi.waitFor(() => expect(only().source.leaf()).toBe('signIn.editing'))
})

test('sends no secret, and takes none', async () => {
  const typed = { type: 'signIn.submit', username: 'ada', password }
  const legal = only().source.legal()
  expect(legal.find(({ type }) => type === 'signIn.submit')).toMatchObject({ isTypedInApp: true })
  expect(
    legal.flatMap(({ fields = [] }) => fields).filter(({ kind }) => kind === 'secret'),
  ).toEqual([])
  only().source.send?.(typed)
  expect(wire.said.join()).not.toContain(password)
  const { id: app } = only()
  wire.app.post({ type: 'watch', app: null })
  wire.heard(JSON.stringify({ type: 'send', app, event: typed }))
  expect(actorOf(inspector.auth).getSnapshot().matches({ signIn: 'editing' })).toBe(true)
  wire.heard(JSON.stringify({ type: 'send', app, event: { type: 'go.signUp', password } }))
  expect(actorOf(inspector.auth).getSnapshot().matches({ signUp: 'editing' })).toBe(true)
  expect(inspector.exportSession()).not.toContain(password)
})

test('deletes no user: that is done in the app', async () => {
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens'))
  cognito.release()
  signIn()
  await vi.waitFor(() => expect(only().source.leaf()).toBe('signedIn.idle'))
  const { source, id: app } = only()
  const row = source.legal().find(({ type }) => type === 'signedIn.deleteUser')
  expect(row).toMatchObject({ confirm: 'Delete the user for good' })
  expect(row?.fields).toBeUndefined()
  source.send?.({ type: 'signedIn.deleteUser' })
  wire.heard(JSON.stringify({ type: 'send', app, event: { type: 'signedIn.deleteUser' } }))
  expect(actorOf(inspector.auth).getSnapshot().matches({ signedIn: 'idle' })).toBe(true)
  expect(cognito.log).not.toContain('DeleteUser')
  source.send?.({ type: 'signOut', global: false })
  await vi.waitFor(() => expect(only().source.leaf()).toBe('signIn.editing'))
})

test('lets no secret out while a user signs in', async () => {
  await cognitoRequested(signIn)
  cognito.release()
  await vi.waitFor(() => expect(only().source.leaf()).toBe('confirmSignIn.editing.ready'))
  const said = wire.said.join()
  expect(said).toContain('respondToChallenge')
  expect(said).not.toContain(password)
  const session = actorOf(inspector.auth).getSnapshot().context.challenge?.session?.reveal()
  expect(session).toBeTruthy()
  expect(said).not.toContain(session)
})

test('lets no echo of a password out, and would find one that is shown', async () => {
  const message = `PreSignUp failed with error ${password}.`
  globalThis.fetch = async () =>
    Response.json({ __type: 'UserLambdaValidationException', message }, { status: 400 })
  const auth = createAuth({ config: scriptedConfig })
  const echoing = inspectAuth(auth)
  await auth.ready()
  const stop = serve(liveSource(echoing), wire.app, 'echoing')
  actorOf(auth).send({ type: 'go.signUp' })
  const typed = { username: 'ada', password: new Secret(password), attributes: {} }
  actorOf(auth).send({ type: 'signUp.submit', ...typed })
  const shown = message.replace(password, '[secret]')
  await vi.waitFor(() => expect(actorOf(auth).getSnapshot().context.failure?.message).toBe(shown))
  const { view, selfCheck } = liveSource(echoing)
  expect(view().context.failure).toMatchObject({ message: shown })
  expect(selfCheck()).toEqual({ ok: true, found: [] })
  await vi.waitFor(() => expect(wire.said.join()).toContain('UserLambdaValidationException'))
  expect(wire.said.join()).not.toContain(password)

  const redactor = { ...echoing.redactor, show: () => ({ message }) }
  const found = [{ id: 0, path: 'context.message', why: 'secret' }]
  expect(liveSource({ ...echoing, redactor }).selfCheck()).toEqual({ ok: false, found })
  stop()
  echoing.stop()
  auth.stop()
})

test('keeps apps apart, and knows who has left', async () => {
  const auth = createAuth({ config: scriptedConfig })
  const other = inspectAuth(auth)
  await auth.ready()
  const stop = serve(liveSource(other), wire.app, 'other')
  expect(apps.list().map(({ name }) => name)).toEqual(['localhost:5173', 'other'])
  actorOf(auth).send({ type: 'go.signUp' })
  await vi.waitFor(() => expect(apps.list()[1]?.source.leaf()).toBe('signUp.editing'))
  expect(only().source.leaf()).toBe('signIn.editing')
  stop()
  expect(apps.list().map(({ isGone }) => isGone)).toEqual([false, true])
  other.stop()
  auth.stop()
})

test('connects again after the connection was lost', async () => {
  const listener = vi.fn()
  apps.subscribe(listener)
  wire.heard(JSON.stringify({ type: 'bye', app: only().id }))
  expect(only().isGone).toBe(true)
  wire.page.post({ type: 'watch', app: only().id })
  expect(only().isGone).toBe(false)
  expect(listener).toHaveBeenCalledTimes(2)
})

test('pauses and clears here, and goes on there', async () => {
  const { trace } = only().source
  trace.pause()
  signIn()
  await vi.waitFor(() => expect(only().source.leaf()).toBe('signIn.submitting'))
  expect(trace.events().length).toBeLessThan(inspector.trace.events().length)
  trace.resume()
  expect(trace.isPaused).toBe(false)
  expect(trace.events()).toEqual(inspector.trace.events())
  trace.clear()
  expect(trace.events()).toEqual([])
  trace.resume()
  expect(trace.events()).toEqual([])
  expect(inspector.trace.events().length).toBeGreaterThan(0)
  trace.importJson(inspector.exportSession())
  expect(trace.isPaused).toBe(true)
  expect(trace.exportJson()).toBe(inspector.exportSession())
})

test.each([
  undefined,
  '',
  '{',
  'null',
  '[]',
  '{"type":"hello"}',
  '{"type":"constructor"}',
  '{"type":"state","app":"x","state":{}}',
  '{"type":"events","app":"x","events":[1],"isWhole":true,"dropped":0}',
  { type: 'send', app: 'x', event: {} },
  new Uint8Array(3),
])('ignores what is no message: %o', (data) => {
  expect(readMessage(data)).toBeUndefined()
  expect(() => wire.heard(data)).not.toThrow()
})

test('ignores invalid events and unknown apps', () => {
  const { id: app } = only()
  const before = only().source.trace.events()
  const broken: Message = { type: 'events', app, events: [], isWhole: false, dropped: 0 }
  wire.heard(
    JSON.stringify({ ...broken, events: [{ id: 1e9, type: 'x', at: 1, lane: 'unknown' }] }),
  )
  const bare = { id: 1e9, at: 1, lane: 'machine', type: 'context' }
  wire.heard(JSON.stringify({ ...broken, events: [bare] }))
  wire.heard(JSON.stringify({ ...broken, app: 'unknown' }))
  wire.heard(JSON.stringify({ type: 'send', app: 'unknown', event: { type: 'go.signUp' } }))
  expect(only().source.trace.events()).toEqual(before)
  expect(only().source.leaf()).toBe('signIn.editing')
})

test('speaks over a BroadcastChannel', async () => {
  const stop = serve(source(), broadcastChannel(), 'by broadcast')
  const page = remoteApps(broadcastChannel())
  await vi.waitFor(() => expect(page.list().map(({ name }) => name)).toEqual(['by broadcast']))
  page.list()[0]?.source.send?.({ type: 'go.signUp' })
  await vi.waitFor(() => expect(page.list()[0]?.source.leaf()).toBe('signUp.editing'))
  stop()
  await vi.waitFor(() => expect(page.list()[0]?.isGone).toBe(true))
  page.close()
})

async function cognitoRequested(act: () => void) {
  act()
  await cognito.requested()
}
