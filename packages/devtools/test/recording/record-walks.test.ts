import { toFailure } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'
import { actorOf } from '@authchart/machine/xstate'
import {
  authBehaviour,
  explore,
  journeys,
  planWalks,
  runWalk,
  type Walk,
  walkOf,
  wireDriver,
  withVault,
} from '@authchart/testing'
import { expect, test } from 'vitest'
import { inspectAuth } from '../../src/index.ts'
import { type Recording, recordReplay } from '../../src/recording/record-replay.ts'

const behaviour = withVault(authBehaviour)
const model = explore(behaviour)
const { cannotTake = () => undefined } = wireDriver({ identityPool })

/** Takes a walk with the inspector beside it, and gives what that has recorded. */
async function recordingOf(walk: Walk): Promise<Recording> {
  let recorded: Recording | undefined
  const driver = wireDriver({
    flow: 'USER_PASSWORD_AUTH',
    identityPool,
    surface(tab) {
      const inspector = inspectAuth(tab.auth)
      return {
        act: async (event) => actorOf(tab.auth).send(event),
        close() {
          recorded = recordReplay(inspector.trace.events(), model)
          inspector.stop()
        },
      }
    },
  })
  await runWalk(behaviour, walk, await driver.open())
  if (!recorded) throw new Error('Nothing was recorded')
  return recorded
}

test('the stories of users are recorded as they happened', {
  timeout: 90_000,
}, async () => {
  for (const journey of journeys) {
    const walk = walkOf(model, journey)
    const { replay, why } = await recordingOf(walk)
    expect({ ...replay, title: journey.title, why }, journey.title).toEqual({
      ...journey,
      why: undefined,
    })
  }
})

/** The driver sends more external events than these, and none of them leads anywhere. */
const pathsOf = (steps: Walk['steps']) =>
  steps
    .filter(({ kind, event, from, to }) => {
      const isAside = kind === 'external' || event.type === 'signedIn.load'
      return !isAside || from.leaf !== to.leaf
    })
    .map((step) => {
      const { outcome, event, to } = step
      // The chart treats some exceptions alike: only their responses, which are not seen here, distinguish
      // them.
      const { error }: Readonly<Record<string, unknown>> = { ...event }
      const label = outcome?.rejection ? `${outcome.actor}: ${toFailure(error).code}` : step.label
      return `${label} → ${to.leaf}`
    })

/** One of so many; all of them take half a minute. */
const sample = 5

test('walks over all transitions are recorded as they were taken', {
  timeout: 300_000,
}, async () => {
  const { walks } = planWalks({ cover: 'transitions', behaviour, cannotTake })
  const some = walks.filter((_, index) => index % sample === 0)
  expect(some.length).toBeGreaterThan(8)
  for (const walk of some) {
    const { steps, why } = await recordingOf(walk)
    expect(why, walk.title).toBeUndefined()
    expect.soft(pathsOf(steps), walk.title).toEqual(pathsOf(walk.steps))
  }
})
