// @vitest-environment happy-dom
import { createAuth, defineStep, memoryStorage } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cataloguePlaces } from '../../src/app-ui/catalogue-places.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { liveSource } from '../../src/panel/index.ts'
import { legalEvents } from '../../src/source/legal-events.ts'
import { toEvent } from '../../src/source/to-event.ts'

const chosen = vi.fn(async (_input: { tenant: string; isMine: boolean }) => undefined)

const chooseTenant = defineStep({
  route: 'chooseTenant',
  at: 'beforeSignIn',
  isNeeded: () => true,
  show: () => ({ tenants: ['acme', 'globex'] }),
  actions: { choose: chosen },
  form: {
    submit: 'choose',
    fields: {
      tenant: { kind: 'choice', options: ({ tenants }) => tenants.map((value) => ({ value })) },
      isMine: { kind: 'checkbox' },
    },
  },
})

let inspector: Inspector

beforeEach(async () => {
  const auth = createAuth({
    config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
    storage: memoryStorage(),
    fetch: () => expect.fail('a request'),
    steps: [chooseTenant],
  })
  inspector = inspectAuth(auth)
  await vi.waitFor(() => expect(auth.getView().route).toBe('chooseTenant'))
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
})

test('a step is in the views of the inspector: its route, its form, its states', async () => {
  const source = liveSource(inspector)
  expect(source.view().route).toBe('chooseTenant')
  expect(source.leaf()).toBe('chooseTenant.editing')
  await vi.waitFor(
    () => expect(source.form?.()?.fields.map(({ name }) => name)).toEqual(['tenant', 'isMine']),
    15_000,
  )
  const drawn = source.graph.nodes.map(({ id }) => id)
  expect(drawn).toEqual(expect.arrayContaining(['chooseTenant.editing', 'chooseTenant.choose']))
})

test('its action can be sent with what its form has, and the trace has none of it', async () => {
  const { auth, trace } = inspector
  const actor = actorOf(auth)
  const legal = legalEvents(actor.getSnapshot()).find(({ type }) => type === 'chooseTenant.choose')
  expect(legal).toMatchObject({
    isAllowed: true,
    targets: ['chooseTenant.choose'],
    fields: [
      { name: 'input.tenant', kind: ['acme', 'globex'], isOptional: false },
      { name: 'input.isMine', kind: 'flag', isOptional: true },
    ],
  })
  actor.send(
    toEvent({ type: 'chooseTenant.choose', 'input.tenant': 'globex', 'input.isMine': true }),
  )
  await vi.waitFor(() => expect(auth.getView().route).toBe('signIn'))
  expect(chosen).toHaveBeenCalledWith({ tenant: 'globex', isMine: true }, expect.anything())
  const recorded = JSON.stringify(trace.events())
  expect(recorded).toContain('chooseTenant.choose')
  expect(recorded).not.toContain('globex')
  expect(inspector.selfCheck().ok).toBe(true)
})

test('the catalogue has the step at rest, pending and failed', () => {
  const { steps } = liveSource(inspector)
  const places = cataloguePlaces(steps).filter(({ route }) => route === 'chooseTenant')
  expect(places.map(({ kind }) => kind)).toEqual(['plain', 'pending', 'failed'])
  expect(places.every(({ view }) => 'tenants' in view)).toBe(true)
  expect(places[2]?.view.failure?.code).toBe('serviceError')
})
