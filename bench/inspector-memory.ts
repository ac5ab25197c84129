/** What the inspector keeps in memory once its ring is full. */
import { env } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inspectAuth } from '../packages/devtools/src/index.ts'
import { createAuth } from '../packages/machine/src/index.ts'
import { actorOf } from '../packages/machine/src/xstate.ts'
import { scriptedCognito, scriptedConfig } from '../packages/testing/src/index.ts'

const events = env.BENCH_SHORT ? 1000 : 10_000

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
function heap() {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

async function fill(): Promise<void> {
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

void fill()

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
