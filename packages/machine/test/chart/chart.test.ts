import { expect, test } from 'vitest'
import type { StateNode } from 'xstate'
import { descriptions } from '../../src/chart/descriptions.ts'
import { defaultPasswordPolicy, type PendingLeaf, routeOf } from '../../src/index.ts'
import { routeAt } from '../../src/view/route-at.ts'
import { authMachine, descriptionOf } from '../../src/xstate.ts'

const nodes: StateNode[] = []

function collect(node: StateNode) {
  nodes.push(node)
  for (const child of Object.values(node.states)) collect(child)
}

collect(authMachine.root as unknown as StateNode)

const leaves = nodes.filter(({ type }) => type === 'atomic')
const invokes = nodes.flatMap((node) => node.invoke.map((invoke) => ({ node, invoke })))
const transitions = nodes.flatMap((node) => [...node.transitions.values()].flat())

test('state keys are camelCase without dots', () => {
  for (const { key } of nodes) expect(key).toMatch(/^[a-z][A-Za-z]*$/)
})

test('the chart is not parallel: one leaf, one route', () => {
  expect(nodes.filter(({ type }) => type === 'parallel')).toEqual([])
  const paths = leaves.map(({ path }) => path.join('.'))
  expect(paths.sort()).toEqual(Object.keys(routeOf).sort())
})

test('the route of a leaf is the one that is listed, and only a leaf has one', () => {
  for (const { type, path } of nodes) {
    const listed: Readonly<Record<string, string>> = routeOf
    const name = path.join('.')
    expect(routeAt(name), name).toBe(type === 'atomic' ? listed[name] : undefined)
  }
  for (const name of ['acceptTerms', 'acceptTerms.editing', 'signedIn.acceptTerms', '']) {
    expect(routeAt(name), name).toBeUndefined()
  }
})

test('every state with children says what it is for', () => {
  const mute = nodes.filter(
    (node) => node.path.length > 0 && node.type === 'compound' && !descriptionOf(node),
  )
  expect(mute.map(({ id }) => id)).toEqual([])
})

test('descriptions are apart from the chart, and each is of a state that it has', () => {
  expect(nodes.filter(({ description }) => description)).toEqual([])
  const paths = new Set(nodes.map(({ path }) => path.join('.')))
  expect([...descriptions.keys()].filter((path) => !paths.has(path))).toEqual([])
})

test('every invoke has an id equal to its src, an exit on error, and no systemId', () => {
  for (const { node, invoke } of invokes) {
    expect(invoke.id, node.id).toBe(invoke.src)
    expect(invoke.systemId, node.id).toBeUndefined()
    const outs = [...node.transitions.values()]
      .flat()
      .filter(({ eventType }) => eventType === `xstate.error.actor.${invoke.id}`)
    expect(outs.length, `${node.id} onError`).toBeGreaterThan(0)
    expect(outs.at(-1)?.guard, `${node.id} onError, in any case`).toBeUndefined()
  }
})

// The list of a field offers passkeys beside the form.
const isWaiting = ({ invoke }: (typeof leaves)[number]) =>
  invoke.some(({ id }) => id !== 'autofillPasskey')

test('a leaf that waits for an actor is pending, and no other is', () => {
  for (const leaf of leaves) {
    const lineage = [leaf, leaf.parent].filter((node) => node !== undefined)
    const isPending = lineage.some(({ tags }) => tags.includes('pending'))
    expect(isPending, leaf.id).toBe(isWaiting(leaf))
  }
})

test('the view names every leaf that waits for an actor, and no other', () => {
  const named: Record<PendingLeaf, true> = {
    reading: true,
    completing: true,
    federating: true,
    signingOut: true,
    refreshing: true,
    submitting: true,
    resending: true,
    signing: true,
    answering: true,
    requesting: true,
    signingIn: true,
    associating: true,
    verifying: true,
    preferring: true,
    changingPassword: true,
    updatingAttributes: true,
    deletingAttributes: true,
    sendingCode: true,
    settingMfaPreference: true,
    deletingUser: true,
    starting: true,
    creating: true,
    deletingPasskey: true,
    confirming: true,
    remembering: true,
    forgetting: true,
    ending: true,
    revoking: true,
    revokingAll: true,
  }
  const waiting = leaves.filter(isWaiting).map(({ key }) => key)
  expect([...new Set(waiting)].sort()).toEqual(Object.keys(named).sort())
})

test('events are dot.case of their screen, or of the chart itself', () => {
  const types = transitions
    .map(({ eventType }) => eventType)
    .filter((type) => !type.startsWith('xstate.'))
  for (const type of types)
    expect(type).toMatch(/^(go\.[a-z][A-Za-z]*|[a-z][A-Za-z]*\.[a-z][A-Za-z]*|signOut)$/)
  const screens = new Set<string>(Object.values(routeOf))
  for (const { eventType, source } of transitions) {
    const [screen = '', verb] = eventType.split('.')
    if (!verb || ['xstate', 'go', 'session', 'account', 'link'].includes(screen)) continue
    expect(screens.has(screen), eventType).toBe(true)
    expect(source.path, `${eventType} acts only on its own screen`).toContain(screen)
  }
})

test('no key of `on` spells an XState event', () => {
  for (const { config, id } of nodes) {
    const keys = Object.keys(config.on ?? {})
    expect(
      keys.filter((key) => key.startsWith('xstate.')),
      id,
    ).toEqual([])
  }
})

test('the last branch of every list of transitions is unguarded', () => {
  for (const node of nodes) {
    for (const [type, branches] of node.transitions) {
      if (branches.length > 1) expect(branches.at(-1)?.guard, `${node.id} ${type}`).toBeUndefined()
    }
  }
})

test('without actors of its own the chart says what is missing', async () => {
  const { createActor, waitFor } = await import('xstate')
  const actor = createActor(authMachine, {
    input: { passwordPolicy: defaultPasswordPolicy },
  }).start()
  const snapshot = await waitFor(actor, ({ context }) => context.failure !== undefined)
  expect(snapshot.context.failure?.message).toMatch(/"readSession".*createAuth/)
})
