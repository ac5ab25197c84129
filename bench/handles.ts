/**
 * What a handle costs in Node: `createAuth()` next to the bare actor of its chart. Time (ms) is the median
 * of rounds, memory (kB) what is still in use after a collection.
 */
import { env } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createActor } from 'xstate'
import { memoryStorage } from '../packages/machine/src/adapters/memory/memory-storage.ts'
import { createAuth } from '../packages/machine/src/index.ts'
import { actorOf, authMachine } from '../packages/machine/src/xstate.ts'
import { scriptedConfig as config } from '../packages/testing/src/index.ts'

const rounds = env.BENCH_SHORT ? 1 : 9
const handles = env.BENCH_SHORT ? 10 : 200

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const fetch = () => Promise.reject(new TypeError('There is no network'))
const auth = () => createAuth({ config, storage: memoryStorage(), fetch })
const { passwordPolicy } = actorOf(auth()).getSnapshot().context
const bare = () => createActor(authMachine, { input: { passwordPolicy, providers: [] } })

function measure(make: () => unknown) {
  const times: number[] = []
  const made: unknown[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    collect()
    const before = process.memoryUsage().heapUsed
    const begun = performance.now()
    for (let count = 0; count < handles; count += 1) made.push(make())
    times.push((performance.now() - begun) / handles)
    collect()
    bytes = (process.memoryUsage().heapUsed - before) / handles
  }
  const ms = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
  return { ms, kB: bytes / 1024, made: made.length }
}

measure(auth)
const [ours, actor] = [measure(auth), measure(bare)]
const figures = {
  createAuth: { ms: ours.ms, kB: ours.kB },
  actor: { ms: actor.ms, kB: actor.kB },
  ratio: { ms: ours.ms / actor.ms, kB: ours.kB / actor.kB },
}
process.stdout.write(
  `${JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value))}\n`,
)
process.exit(0)
