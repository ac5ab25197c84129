import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import {
  authBehaviour,
  explore,
  outcomes,
  runWalk,
  scriptedCognito,
  scriptedConfig,
  walkOf,
  wireDriver,
  withVault,
} from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Inspector, inspectAuth, type TraceEvent } from '../../src/index.ts'
import { recordReplay } from '../../src/recording/record-replay.ts'
import { testSource } from '../../src/recording/test-source.ts'

const behaviour = withVault(authBehaviour)
const model = explore(behaviour)
const original = globalThis.fetch
const password = new Secret('Record-canary-1!')
const code = new Secret('314159')

let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector

beforeEach(async () => {
  cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  inspector = inspectAuth(createAuth({ config: { ...scriptedConfig, storage: 'memory' } }))
  await inspector.auth.ready()
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
})

/** Does something that asks Cognito, and lets it end. */
async function ends(actor: string, name: string, act: () => void) {
  const outcome = outcomes.find((one) => one.actor === actor && one.name === name)
  if (!outcome) throw new Error(`No outcome ${name} of ${actor}`)
  const type = outcome.rejection ? 'actor.failed' : 'actor.done'
  const before = lastOf(type)?.id ?? 0
  cognito.arm(outcome)
  act()
  await cognito.requested()
  cognito.release()
  await expect.poll(() => lastOf(type)?.id).toBeGreaterThan(before)
  expect(lastOf(type)).toMatchObject({ actor })
}

const lastOf = (type: TraceEvent['type']) =>
  inspector.trace.events().findLast((event) => event.type === type)

const signIn = () =>
  actorOf(inspector.auth).send({ type: 'signIn.submit', username: 'ada@example.com', password })

const confirm = (rememberDevice: boolean) =>
  actorOf(inspector.auth).send({ type: 'confirmSignIn.submit', code, rememberDevice })

const recorded = () => recordReplay(inspector.trace.events(), model)

/** A wrong password, a second factor by e-mail, a wrong code. */
async function story() {
  await ends('signIn', 'NotAuthorizedException: Incorrect username or password.', signIn)
  await ends('signIn', 'EMAIL_OTP', signIn)
  await ends('respondToChallenge', 'CodeMismatchException', () => confirm(false))
  await ends('respondToChallenge', 'tokens', () => confirm(true))
}

const labels = [
  'readSession: nothing',
  'signIn.submit',
  'signIn: NotAuthorizedException: Incorrect username or password.',
  'signIn.submit',
  'signIn: EMAIL_OTP',
  'confirmSignIn.submit 1',
  'respondToChallenge: CodeMismatchException',
  'confirmSignIn.submit 2',
  'respondToChallenge: tokens',
]

describe('a session becomes a walk', () => {
  test('with what was done and how each request ended, and without what was typed', async () => {
    await story()
    const { replay, leaf, why } = recorded()
    expect(replay.start).toBe('the page is opened')
    expect(replay.steps.slice(0, labels.length)).toEqual(labels)
    expect(leaf).toBe('signedIn.idle')
    expect(why).toBeUndefined()
    expect(JSON.stringify(replay)).not.toMatch(/canary|314159|ada@/)
  })

  test('that the real client takes over the wire', { timeout: 60_000 }, async () => {
    await story()
    const { replay } = recorded()
    const walk = walkOf(model, replay)
    await runWalk(behaviour, walk, await wireDriver().open())
  })

  test('with the exact rejection, even if others mean the same to the chart', async () => {
    for (const name of ['OperationNotEnabledException', 'ResourceNotFoundException']) {
      await ends('signIn', name, signIn)
      expect(recorded().replay.steps.at(-1)).toBe(`signIn: ${name}`)
    }
  })

  test('up to the moment that is looked at', async () => {
    await story()
    const events = inspector.trace.events()
    const until = events.findIndex((event) => event.type === 'actor.failed')
    expect(recordReplay(events.slice(0, until), model).replay.steps).toEqual(labels.slice(0, 2))
  })

  test('with the timers of the chart and the messages of tabs', async () => {
    const actor = actorOf(inspector.auth)
    actor.send({ type: 'go.signUp' })
    await ends('signUp', 'a code to confirm', () =>
      actor.send({ type: 'signUp.submit', username: 'ada', password, attributes: {} }),
    )
    const event = inspector.trace.events().findLast(({ type }) => type === 'timer.started')
    expect(event).toMatchObject({ name: expect.stringContaining('resendCooldown') })
    const name = 'xstate.after.resendCooldown.auth.confirmSignUp.editing.cooling'
    actor.send({ type: name } as never)
    await ends('resendSignUpCode', 'a code', () => actor.send({ type: 'confirmSignUp.resend' }))
    expect(recorded().replay.steps.slice(3)).toEqual([
      'signUp: a code to confirm',
      'after resendCooldown',
      'confirmSignUp.resend',
      'resendSignUpCode: a code',
    ])
  })
})

describe('a trace that is not recorded', () => {
  test('is what happened while the trace was paused: the walk ends before', async () => {
    const actor = actorOf(inspector.auth)
    actor.send({ type: 'go.signUp' })
    inspector.trace.pause()
    actor.send({ type: 'go.signIn' })
    signIn()
    inspector.trace.resume()
    actor.send({ type: 'go.signUp' })
    const { replay, why } = recorded()
    expect(replay.steps).toEqual(['readSession: nothing', 'go.signUp'])
    expect(why).toBe('The trace was paused after it.')
    expect(lastOf('attached')).toMatchObject({
      leaf: 'signIn.submitting',
      context: { username: 'ada@example.com' },
    })
  })

  test('is shown as ignored, and not as sent twice, if the first was sent during a pause', () => {
    const actor = actorOf(inspector.auth)
    inspector.trace.pause()
    actor.send({ type: 'go.signUp' })
    inspector.trace.resume()
    actor.send({ type: 'go.signUp' })
    expect(lastOf('ignored')).toMatchObject({ leaf: 'signUp.editing', repeats: null })
  })

  test('ends the recording, and keeps what came before', async () => {
    await ends('signIn', 'tokens', signIn)
    const events = inspector.trace
      .events()
      .map((event) =>
        event.type === 'actor.done' && event.actor === 'signIn'
          ? ({ ...event, type: 'actor.failed', code: 'unheard', failure: {} } as TraceEvent)
          : event,
      )
    const { replay, why, leaf } = recordReplay(events, model)
    expect(replay.steps).toEqual(labels.slice(0, 2))
    expect(leaf).toBe('signIn.submitting')
    expect(why).toMatch(/^The step from signIn.submitting to signedIn.idle \(signIn answered\)/)
  })

  test('has a beginning, or is none', () => {
    const events = inspector.trace.events()
    expect(() => recordReplay(events.slice(1), model)).toThrow('Reload the page')
    const [first] = events
    const late = [{ ...first, leaf: 'signUp.editing' } as TraceEvent]
    expect(() => recordReplay(late, model)).toThrow('Call inspectAuth() right after createAuth()')
  })
})

test('a Vitest test contains the replay, and imports only what exists', async () => {
  const testing = await import('@authchart/testing')
  const text = testSource({ title: 'a “title”', start: 'the page is opened', steps: labels })
  const [, names = ''] = /import \{ (.+) \} from '@authchart\/testing'/.exec(text) ?? []
  for (const name of names.split(', ')) expect(testing).toHaveProperty(name)
  expect(text).toContain('"signIn: EMAIL_OTP"')
})

test('the source of a test imports the identity pool only if it is needed', () => {
  const replay = { title: 'a', start: 'the page is opened', steps: ['readSession: nothing'] }
  expect(testSource(replay)).not.toContain('identityPool')
  const federated = testSource({ ...replay, steps: [...replay.steps, 'signIn.federate'] })
  expect(federated).toContain("from '@authchart/machine/identity-pool'")
  expect(federated).toContain('wireDriver({ identityPool })')
})
