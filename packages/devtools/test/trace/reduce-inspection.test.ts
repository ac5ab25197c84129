import { Secret } from '@authchart/machine'
import { authMachine } from '@authchart/machine/xstate'
import { expect, test } from 'vitest'
import { createActor } from 'xstate'
import { knownSecrets } from '../../src/redaction/known-secrets.ts'
import { redactor } from '../../src/redaction/redactor.ts'
import {
  attachedFact,
  type Inspected,
  type InspectionState,
  initialInspection,
  reduceInspection,
} from '../../src/trace/reduce-inspection.ts'
import type { Happening } from '../../src/trace/trace-event.ts'

const snapshot = createActor(authMachine, {
  input: { passwordPolicy: { minLength: 8 } as never },
}).getSnapshot()
const tools = { redactor: redactor(knownSecrets()), at: 500 }
const start: InspectionState = { ...initialInspection(snapshot), running: new Map() }
const timer = 'xstate.after.resendCooldown.auth.confirmSignUp.editing.cooling'
const timerName = 'resendCooldown.auth.confirmSignUp.editing.cooling'

type Expected = Partial<Happening> & Pick<Happening, 'type'>

interface Row {
  readonly title: string
  readonly before?: Partial<InspectionState>
  readonly inspected: Inspected
  /** Facts for the trace. */
  readonly now?: readonly Expected[]
  /** Facts that wait for their step. */
  readonly later?: readonly Expected[]
  readonly after?: Partial<InspectionState>
}

const eventOf = (event: object, source: string | null = null) =>
  ({ type: 'event', event, source }) as Inspected

const commandOf = (event: { readonly type: string }, target: string): Inspected => ({
  type: 'command',
  event,
  target,
})

const actionOf = (type: string, params: object): Inspected => ({
  type: 'action',
  action: { type, params },
})

const taken = snapshot.machine.root.transitions.get('session.found') ?? []

const stepOf = (type: string, changes: object = {}): Inspected => ({
  type: 'microstep',
  event: { type },
  snapshot: { ...snapshot, context: { ...snapshot.context, ...changes } } as typeof snapshot,
  transitions: type === 'session.found' ? taken : [],
})

const rows: readonly Row[] = [
  {
    title: 'an event of the user, its secrets hidden',
    inspected: eventOf({
      type: 'signIn.submit',
      username: 'ada',
      password: new Secret('x-canary'),
    }),
    now: [
      {
        type: 'event',
        name: 'signIn.submit',
        source: null,
        payload: { username: 'ada', password: '[secret]' },
      },
    ],
    after: { current: { number: 1, name: 'signIn.submit' } },
  },
  {
    title: 'an event of a child actor',
    inspected: eventOf({ type: 'session.refreshed' }, 'session'),
    now: [{ type: 'event', name: 'session.refreshed', source: 'session' }],
  },
  {
    title: 'an event of no known type: nothing of its payload',
    inspected: eventOf({ type: 'own.event', text: 'canary' }),
    now: [{ type: 'event', name: 'own.event', payload: { text: '[hidden]' } }],
  },
  {
    title: 'the result of an actor, with its duration',
    before: { running: new Map([['signIn', 200]]) },
    inspected: eventOf({
      type: 'xstate.done.actor.signIn',
      actorId: 'signIn',
      output: { kind: 'unconfirmed' },
    }),
    now: [{ type: 'actor.done', actor: 'signIn', outcome: 'unconfirmed', ms: 300 }],
    after: { running: new Map() },
  },
  {
    title: 'the failure of an actor that ran before the inspection',
    before: { running: new Map([['signIn', undefined]]) },
    inspected: eventOf({
      type: 'xstate.error.actor.signIn',
      actorId: 'signIn',
      error: Object.assign(new Error('x'), { name: 'NotAuthorizedException' }),
    }),
    now: [{ type: 'actor.failed', actor: 'signIn', code: 'notAuthorized', ms: null }],
    after: { running: new Map() },
  },
  {
    title: 'a timer that fires',
    before: { timers: new Map([['1', timer]]) },
    inspected: eventOf({ type: timer }),
    now: [{ type: 'timer.fired', name: timerName }],
    after: { timers: new Map() },
  },
  {
    title: 'an actor that starts waits for its step',
    inspected: actionOf('xstate.spawnChild', { id: 'signIn', input: { username: 'ada' } }),
    later: [{ type: 'actor.started', actor: 'signIn' }],
    after: { running: new Map([['signIn', 500]]) },
  },
  {
    title: 'an actor that is stopped',
    before: { running: new Map([['signIn', 450]]) },
    inspected: actionOf('xstate.stopChild', { id: 'signIn' }),
    later: [{ type: 'actor.stopped', actor: 'signIn', ms: 50 }],
    after: { running: new Map() },
  },
  {
    title: 'an actor that has ended is not stopped',
    inspected: actionOf('xstate.stopChild', { id: 'signIn' }),
  },
  {
    title: 'a timer that starts',
    inspected: actionOf('xstate.raise', { id: '1', event: { type: timer }, delay: 30_000 }),
    later: [{ type: 'timer.started', name: timerName, delayMs: 30_000 }],
    after: { timers: new Map([['1', timer]]) },
  },
  {
    title: 'a timer that is cancelled',
    before: { timers: new Map([['1', timer]]) },
    inspected: actionOf('xstate.cancel', { sendId: '1' }),
    later: [{ type: 'timer.cancelled', name: timerName }],
    after: { timers: new Map() },
  },
  {
    title: 'an emitted event',
    inspected: actionOf('xstate.emit', { event: { type: 'signedOut', reason: 'userSignedOut' } }),
    later: [{ type: 'emitted', name: 'signedOut' }],
  },
  {
    title: 'an event for a child actor',
    inspected: commandOf(Object({ type: 'read', part: 'devices' }), 'account'),
    later: [
      {
        type: 'event',
        name: 'read',
        source: 'auth',
        target: 'account',
        payload: { part: 'devices' },
      },
    ],
  },
  {
    title: 'a step: its transition, the context, then the facts that waited',
    before: {
      leaf: 'signIn.editing',
      current: { number: 3, name: 'go.signUp' },
      waiting: [{ lane: 'machine', happening: { type: 'timer.fired', name: 'x' } }],
    },
    inspected: stepOf('session.found', { username: 'ada' }),
    now: [
      {
        type: 'transition',
        from: 'signIn.editing',
        to: 'restoring.reading',
        source: '',
        branch: 0,
      },
      { type: 'context', changes: { username: { before: '', after: 'ada' } } },
      { type: 'timer.fired' },
    ],
    after: { leaf: 'restoring.reading', waiting: [], taken: { number: 3, name: 'go.signUp' } },
  },
  {
    title: 'an ignored event, with the transitions that it could have taken',
    inspected: stepOf('go.signedIn'),
    now: [{ type: 'ignored', leaf: 'restoring.reading' }],
  },
  {
    title: 'the end of a macrostep',
    before: { waiting: [{ lane: 'machine', happening: { type: 'timer.fired', name: 'x' } }] },
    inspected: { type: 'snapshot' },
    now: [{ type: 'timer.fired' }],
    after: { waiting: [] },
  },
]

test.each(rows)('$title', ({ before, inspected, now = [], later = [], after = {} }) => {
  const state = Object.freeze({ ...start, ...before })
  const [next, facts] = reduceInspection(state, inspected, tools)
  expect(facts.map(({ happening }) => happening)).toMatchObject(now)
  expect(next.waiting.map(({ happening }) => happening)).toMatchObject(later)
  expect(next).toMatchObject(after)
  expect(
    JSON.stringify([...facts, ...next.waiting].map(({ happening }) => happening)),
  ).not.toContain('canary')
})

test('an event is a repeat if the last one that was taken had its name', () => {
  const taken = { number: 1, name: 'go.signedIn' }
  const repeatOf = (current: InspectionState['current']) => {
    const [, facts] = reduceInspection({ ...start, taken, current }, stepOf('go.signedIn'), tools)
    return facts[0]?.isRepeat
  }
  expect(repeatOf({ number: 2, name: 'go.signedIn' })).toBe(true)
  expect(repeatOf({ number: 2, name: 'go.signUp' })).toBe(false)
  // A second step of the same event.
  expect(repeatOf(taken)).toBe(false)
})

test('a trace begins with the leaf, the context and the running actors', () => {
  const state = { ...start, running: new Map([['session', undefined]]) }
  expect(attachedFact(state, tools.redactor).happening).toMatchObject({
    type: 'attached',
    leaf: 'restoring.reading',
    actors: ['session'],
  })
})
