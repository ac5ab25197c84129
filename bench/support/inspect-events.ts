import { createInspector } from '@statelyai/inspect'
import type { InspectionEvent } from 'xstate'
import { inspectAuth } from '../../packages/devtools/src/index.ts'
import { createAuth } from '../../packages/machine/src/index.ts'
import { actorOf } from '../../packages/machine/src/xstate.ts'
import { scriptedCognito, scriptedConfig } from '../../packages/testing/src/index.ts'

type Inspect = { next(event: InspectionEvent): void }

export interface InspectTimes {
  /** Until all events are taken, ms. */
  readonly taken: number
  /** Until all are reported, ms. */
  readonly reported: number
}

/** Transitions back and forth, as a user clicks, with our inspector and with Stately's, in turns. The first turn warms up. */
export async function inspected(events: number, rounds: number) {
  const [ours, theirs]: [InspectTimes[], InspectTimes[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const own = await measure(events)
    const { inspect } = createInspector({ send: () => {} })
    const stately = await measure(events, inspect as Inspect)
    if (round === 0) continue
    ours.push(own)
    theirs.push(stately)
  }
  return { ours, theirs }
}

/** With `inspect`, or with our inspector. */
async function measure(events: number, inspect?: Inspect): Promise<InspectTimes> {
  const { fetch } = scriptedCognito()
  const auth = createAuth({ config: scriptedConfig, fetch, ...(inspect && { inspect }) })
  await auth.ready()
  const inspector = inspect ? undefined : inspectAuth(auth)
  const start = performance.now()
  for (let left = events; left > 0; left -= 2) {
    actorOf(auth).send({ type: 'go.signUp' })
    actorOf(auth).send({ type: 'go.signIn' })
  }
  const taken = performance.now() - start
  // Theirs reports later, one event at a time, each in a timer of its own.
  await new Promise((resolve) => setTimeout(resolve))
  const reported = performance.now() - start
  inspector?.stop()
  auth.stop()
  return { taken, reported }
}
