import { expect, expectTypeOf, test } from 'vitest'
import { createMachine, fromPromise, type StateNode } from 'xstate'
import { type Auth, createAuth, defineStep, type OwnView, routeOf } from '../../src/index.ts'
import {
  actorOf,
  authMachine,
  chartWith,
  errorOf,
  type OwnScreen,
  ownChart,
  pathOf,
  stepInput,
  stepSetup,
} from '../../src/xstate.ts'
import { createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'
import { Api, ownSteps, stepShown } from './own-steps.ts'

/** A step of several leaves. */
function profileStep(save: (name: string) => Promise<void>) {
  return defineStep({
    route: 'profile',
    at: 'beforeSignedIn',
    isNeeded: ({ user }) => user.name === undefined,
    actions: {
      next: async () => undefined,
      back: async () => undefined,
      save: ({ name }: { name: string }) => save(name),
    },
    states: stepSetup.createStateConfig({
      initial: 'greeting',
      states: {
        greeting: { on: { 'profile.next': { target: 'editing' } } },
        editing: {
          on: {
            'profile.back': { target: 'greeting' },
            'profile.save': { target: 'saving', actions: 'clearMessages' },
          },
        },
        saving: {
          tags: ['pending'],
          on: { 'profile.cancel': { target: 'editing' } },
          invoke: {
            id: 'profile.save',
            src: 'profile.save',
            input: stepInput,
            onDone: { target: 'saved' },
            onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
          },
        },
        saved: { type: 'final' },
      },
    }),
  })
}

function nodesOf(machine: typeof authMachine): readonly StateNode[] {
  const all: StateNode[] = []
  const collect = (node: StateNode) => {
    all.push(node)
    for (const child of Object.values(node.states)) collect(child)
  }
  collect(machine.root as unknown as StateNode)
  return all
}

test('with steps the chart follows its rules: no dead end, no wait without an exit', () => {
  const steps = [...Object.values(ownSteps(new Api())), profileStep(async () => undefined)]
  const nodes = nodesOf(chartWith(steps))
  const own = nodes.filter(({ path }) => steps.some(({ route }) => path.includes(route)))
  expect(own.length).toBeGreaterThan(20)
  expect(nodes.filter(({ type }) => type === 'parallel')).toEqual([])

  const leaves = nodes.filter(({ type }) => type === 'atomic')
  for (const leaf of leaves) {
    // The list of a field offers passkeys beside the form.
    const isWaiting = leaf.invoke.some(({ id }) => id !== 'autofillPasskey')
    const lineage = [leaf, leaf.parent].filter((node) => node !== undefined)
    expect(
      lineage.some(({ tags }) => tags.includes('pending')),
      leaf.id,
    ).toBe(isWaiting)
    for (const { id, src } of leaf.invoke) {
      expect(id).toBe(src)
      for (const end of ['done', 'error']) {
        expect(leaf.transitions.has(`xstate.${end}.actor.${id}`), `${leaf.id} ${end}`).toBe(true)
      }
    }
    const exits = [leaf, leaf.parent].flatMap((node) => [
      ...[...(node?.transitions.values() ?? [])].flat(),
      ...(node?.always ?? []),
    ])
    expect(exits.length, leaf.id).toBeGreaterThan(0)
    const isPassed = leaf.always?.at(-1) && !leaf.always.at(-1)?.guard
    const hasScreen =
      Object.hasOwn(routeOf, leaf.path.join('.')) || lineage.some(({ meta }) => meta?.screen)
    expect(isPassed || hasScreen, `${leaf.id} has a screen`).toBe(true)
  }
  const targeted = new Set(
    nodes
      .flatMap((node) => [
        ...[...node.transitions.values()].flat(),
        ...(node.always ?? []),
        node.initial,
      ])
      .flatMap((transition) => transition?.target ?? [])
      .map(({ id }) => id),
  )
  const unreachable = own.filter(({ id }) => !targeted.has(id)).map(({ id }) => id)
  expect(unreachable).toEqual([])
})

test('charts with the same steps are one', () => {
  const { acceptTerms, chooseTeam } = ownSteps(new Api())
  expect(chartWith([acceptTerms])).toBe(chartWith([acceptTerms]))
  expect(chartWith([acceptTerms, chooseTeam])).not.toBe(chartWith([acceptTerms]))
})

test('a step of several leaves: back, a failure, and on to the app', async () => {
  const saved: string[] = []
  const profile = profileStep(async (name) => {
    saved.push(name)
    if (saved.length === 1) throw Object.assign(new Error('Down'), { status: 500 })
  })
  const page = openPage()
  await createUser(page)
  const auth = page.load({ steps: [profile] })
  await submitSignIn(auth)
  const view = await stepShown(auth, profile)
  view.save({ name: 'too early' })
  view.next()
  view.back()
  view.next()
  view.save({ name: 'Ada' })
  await expect.poll(() => auth.getView().failure?.code).toBe('serviceError')
  expect(pathOf(actorOf(auth).getSnapshot())).toBe('signedIn.profile.editing')
  view.save({ name: 'Ada' })
  await settled(auth, 'signedIn')
  expect(saved).toEqual(['Ada', 'Ada'])
})

interface TermsView extends OwnView {
  readonly route: 'terms'
  readonly version: number
  readonly accept: () => void
}

test('a chart that was extended by hand has the view that its state describes', async () => {
  const { config } = authMachine
  const { states = {} } = config
  const screen: OwnScreen = {
    route: 'terms',
    show: () => ({ version: 3 }),
    act: (send) => ({ accept: () => send({ type: 'terms.accept' } as never) }),
  }
  const machine = createMachine(
    {
      ...config,
      states: {
        ...states,
        terms: {
          meta: { screen },
          initial: 'editing',
          states: {
            editing: { on: { 'terms.accept': { target: 'accepting' } } },
            accepting: {
              tags: ['pending'],
              invoke: {
                id: 'acceptTerms',
                src: 'acceptTerms',
                onDone: { target: '#auth.signIn' },
                onError: { target: 'editing' },
              },
            },
          },
        },
        restoring: {
          ...states.restoring,
          on: { 'link.opened': { target: 'terms' } },
        },
      },
    } as never,
    {
      ...authMachine.implementations,
      actors: {
        ...authMachine.implementations.actors,
        acceptTerms: fromPromise(async () => undefined),
      },
    } as never,
  )
  const pool = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  const auth = createAuth({ config: pool, chart: ownChart<TermsView>(machine) })
  expectTypeOf(auth).toEqualTypeOf<Auth<TermsView>>()
  auth.enter({ route: 'signIn' })
  const view = auth.getView()
  if (view.route !== 'terms') return expect.fail(view.route)
  expect(view).toMatchObject({ version: 3, isPending: false, user: undefined })
  view.accept()
  expect(auth.getView()).toMatchObject({ route: 'terms', pending: 'accepting' })
  await expect.poll(() => auth.getView().route).toBe('signIn')
  auth.stop()
  expect(() => createAuth({ config: pool, chart: {} as never })).toThrow(/ownChart/)
})
