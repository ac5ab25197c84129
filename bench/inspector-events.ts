/**
 * What the inspector costs an app: the same events to the same machine without it, with it, and with
 * Stately's own inspector, in one run. Then what it keeps in memory once its ring is full.
 */
import { cpus } from 'node:os'
import { env, versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createInspector } from '@statelyai/inspect'
import type { InspectionEvent } from 'xstate'
import { inspectAuth } from '../packages/devtools/src/index.ts'
import { createAuth } from '../packages/machine/src/index.ts'
import { actorOf } from '../packages/machine/src/xstate.ts'
import { scriptedCognito, scriptedConfig } from '../packages/testing/src/index.ts'

const events = env.BENCH_SHORT ? 1000 : 10_000
const rounds = env.BENCH_SHORT ? 1 : 5

type Inspect = { next(event: InspectionEvent): void } | undefined
interface Kind {
  readonly name: string
  /** The option for `createAuth`, and what attaches to the handle. */
  begin(): { inspect: Inspect; attach(auth: ReturnType<typeof createAuth>): () => void }
}

const detached = () => () => {}
const kinds: readonly Kind[] = [
  { name: 'without', begin: () => ({ inspect: undefined, attach: detached }) },
  {
    name: '@authchart/devtools',
    begin: () => ({ inspect: undefined, attach: (auth) => inspectAuth(auth).stop }),
  },
  {
    name: '@statelyai/inspect',
    begin() {
      const { inspect } = createInspector({ send: () => {} })
      return { inspect: inspect as Inspect, attach: detached }
    },
  },
]

/** Transitions back and forth, as a user clicks. In ms: until they are taken, and until all are reported. */
async function measure(kind: Kind): Promise<{ taken: number; reported: number }> {
  const { inspect, attach } = kind.begin()
  const { fetch } = scriptedCognito()
  const auth = createAuth({ config: scriptedConfig, fetch, ...(inspect && { inspect }) })
  await auth.ready()
  const stop = attach(auth)
  const start = performance.now()
  for (let left = events; left > 0; left -= 2) {
    actorOf(auth).send({ type: 'go.signUp' })
    actorOf(auth).send({ type: 'go.signIn' })
  }
  const taken = performance.now() - start
  // Theirs reports later, one event at a time, each in a timer of its own.
  await new Promise((resolve) => setTimeout(resolve))
  const reported = performance.now() - start
  stop()
  auth.stop()
  return { taken, reported }
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

async function compare(): Promise<void> {
  const results = new Map(
    kinds.map(({ name }) => [name, { taken: [] as number[], reported: [] as number[] }]),
  )
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of kinds) {
      const { taken, reported } = await measure(kind)
      // The first round warms up.
      if (round === 0) continue
      results.get(kind.name)?.taken.push(taken)
      results.get(kind.name)?.reported.push(reported)
    }
  }

  const [cpu] = cpus()
  print(`${cpu?.model ?? 'unknown'}, ${cpus().length} cores, Node ${versions.node}`)
  print(`${events} events, each a transition; median of ${rounds} rounds\n`)
  const without = median(results.get('without')?.taken ?? [])
  for (const [name, { taken, reported }] of results) {
    const ms = median(taken)
    const all = median(reported)
    const rate = (time: number) => Math.round(events / (time / 1000)).toLocaleString('en')
    print(
      `- ${name}: ${rate(ms)} events/s, ${((ms / events) * 1000).toFixed(1)} µs each (${(ms / without).toFixed(2)} × without); with all reported ${((all / events) * 1000).toFixed(1)} µs each (${(all / without).toFixed(2)} ×)`,
    )
  }
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
function heap() {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

async function fill(): Promise<void> {
  print('')
  for (const capacity of [1000, 10_000]) {
    const { fetch } = scriptedCognito()
    const auth = createAuth({ config: scriptedConfig, fetch })
    await auth.ready()
    const before = heap()
    const inspector = inspectAuth(auth, { capacity })
    const sizes: string[] = []
    for (let round = 0; round < 4; round += 1) {
      for (let left = events; left > 0; left -= 2) {
        actorOf(auth).send({ type: 'go.signUp' })
        actorOf(auth).send({ type: 'go.signIn' })
      }
      // Weak references are cleared once the page is idle.
      await new Promise((resolve) => setTimeout(resolve, 50))
      sizes.push((heap() - before).toFixed(2))
    }
    print(
      `- a ring of ${capacity}: ${sizes.join(', ')} MB after ${[1, 2, 3, 4].map((n) => n * events).join(', ')} events`,
    )
    inspector.stop()
    auth.stop()
  }
}

void compare().then(fill)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
