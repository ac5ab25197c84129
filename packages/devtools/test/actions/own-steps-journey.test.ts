import { createAuth, memoryStorage } from '@authchart/machine'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { steps } from '../../../../examples/steps/src/steps.ts'
import { planJourney } from '../../src/actions/plan-journey.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'

let inspector: Inspector
/** Addresses of requests that were really sent. */
let sent: string[]

beforeEach(async () => {
  sent = []
  vi.stubGlobal('fetch', async (input: unknown) => {
    sent.push(String(input))
    return new Response('{}', { status: 400 })
  })
  const storage = memoryStorage()
  inspector = inspectAuth(createAuth({ config: scriptedConfig, storage, steps }))
  await inspector.auth.ready()
})

afterEach(() => {
  inspector.stop()
  inspector.auth.stop()
  vi.unstubAllGlobals()
})

const labels = (to: string) => planJourney(inspector, to).steps.map(({ label }) => label)

test('there is a path to each step, to each of its actions, and to what is behind it', () => {
  const invited = ['go.signUp', 'enterInvitation.enter']
  const done = 'enterInvitation.enter answers done'
  expect(labels('enterInvitation.enter')).toEqual(invited)
  expect(labels('signUp.editing')).toEqual([...invited, done])
  for (const leaf of [
    'signedIn.acceptTerms.accept',
    'signedIn.chooseOrganisation.choose',
    'signedIn.chooseOrganisation.later',
    'signedIn.idle',
  ]) {
    expect(labels(leaf).slice(0, 3)).toEqual([
      'signIn.submit',
      'signIn answers tokens',
      'acceptTerms.accept',
    ])
  }
})

test('it leads through the steps, and calls no server of the app', {
  timeout: 60_000,
}, async () => {
  const actor = actorOf(inspector.auth)
  await planJourney(inspector, 'signUp.editing').go(() => undefined)
  expect(pathOf(actor.getSnapshot())).toBe('signUp.editing')
  actor.send({ type: 'go.signIn' })
  await planJourney(inspector, 'signedIn.idle').go(() => undefined)
  expect(pathOf(actor.getSnapshot())).toBe('signedIn.idle')
  expect(sent).toEqual([])
})
