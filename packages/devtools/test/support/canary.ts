import { identityPool } from '@authchart/machine/identity-pool'
import {
  authBehaviour,
  type Driver,
  planWalks,
  runWalk,
  type Walk,
  wireDriver,
  withVault,
} from '@authchart/testing'
import { vi } from 'vitest'
import { between } from './between.ts'
import { type Attached, canarySinks, type SinkName, type Sinks, sinkNames } from './canary-sinks.ts'
import { walkSecrets } from './walk-secrets.ts'

/*
 * Every walk of the chart's transitions, with the real client over a scripted Cognito, so that real
 * passwords, codes, tokens and sessions flow; and everything listening that could let one out.
 */

type Secrets = ReturnType<typeof walkSecrets>

interface Made {
  readonly sinks: Sinks
  readonly secrets: Secrets
  readonly taken: Attached
}

let lastMade: Made | undefined

/** What listens to the auth that was made last. */
export function made(): Made {
  if (!lastMade) throw new Error('No auth was made yet')
  return lastMade
}

/** The secrets of the tab that is being opened. */
let secretsOfTab = walkSecrets()

between.watchFetch = (fetch) => {
  secretsOfTab = walkSecrets()
  return secretsOfTab.watch(fetch)
}

between.watchAuth = () => {
  const secrets = secretsOfTab
  const sinks = canarySinks()
  return {
    inspect(event) {
      if (event.type === '@xstate.event') secrets.note(event.event)
      sinks.inspect(event)
    },
    attach(auth) {
      lastMade = { sinks, secrets, taken: sinks.attach(auth) }
    },
  }
}

/** A secret that was found in an output: its kind and the sink. */
interface Leak {
  readonly walk: string
  readonly sink: SinkName
  readonly what: string
}

export interface CanaryResult {
  readonly leaks: readonly Leak[]
  readonly failures: readonly string[]
  /** The size of each sink, in characters. */
  readonly characters: Readonly<Record<SinkName, number>>
  /** How many secrets were looked for. */
  readonly secrets: number
}

const behaviour = withVault(authBehaviour)
const atOnce = 4
/** The panel is looked at now and then: reading all of it takes longer than a step. */
const lookEach = 4

export function canaryWalks(): readonly Walk[] {
  const { cannotTake = () => undefined } = wireDriver({ identityPool })
  return planWalks({ cover: 'transitions', behaviour, cannotTake }).walks
}

/** Takes walks: every other one signs in by SRP. */
export async function runCanary(walks: readonly Walk[]): Promise<CanaryResult> {
  const leaks: Leak[] = []
  const failures: string[] = []
  const characters = Object.fromEntries(sinkNames.map((name) => [name, 0])) as Record<
    SinkName,
    number
  >
  let count = 0

  function judge(title: string, { sinks, secrets }: Made) {
    count += secrets.count()
    for (const sink of sinkNames) {
      const text = sinks.texts[sink].join('\n')
      characters[sink] += text.length
      for (const what of secrets.foundIn(text)) leaks.push({ walk: title, sink, what })
    }
  }

  const byPassword = wireDriver({ flow: 'USER_PASSWORD_AUTH', identityPool })
  const bySrp = wireDriver({ flow: 'USER_SRP_AUTH', identityPool })

  async function open(walk: Walk): Promise<Driver> {
    const { title } = walk
    const driver = await (walks.indexOf(walk) % 2 === 0 ? byPassword : bySrp).open()
    let mine: Made | undefined
    let steps = 0
    return {
      begin(...given) {
        // The tab is opened before anything is waited for.
        const begun = driver.begin(...given)
        mine = lastMade
        return begun
      },
      take: (step) => driver.take(step),
      async check(step) {
        await driver.check(step)
        steps += 1
        if (steps % lookEach === 0) mine?.taken.look()
      },
      async end() {
        // Stately's inspector waits until the page is idle.
        await new Promise((resolve) => setTimeout(resolve, 60))
        mine?.taken.look()
        const found = (await mine?.taken.stop()) ?? []
        if (mine) judge(title, mine)
        await driver.end()
        if (found.length > 0) failures.push(`${title}: self-check ${JSON.stringify(found)}`)
      },
    }
  }

  const left = [...walks]
  async function takeSome() {
    for (let walk = left.shift(); walk; walk = left.shift()) {
      const { title } = walk
      const take = async () => runWalk(behaviour, walk, await open(walk))
      // Walks have their own judges: here one that a busy machine was too slow for is taken again.
      await take()
        .catch(take)
        .catch(({ message }: Error) => failures.push(`${title}: ${message}`))
    }
  }
  const consoled = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name),
  )
  await Promise.all(Array.from({ length: atOnce }, takeSome))
  for (const spy of consoled) {
    for (const call of spy.mock.calls)
      failures.push(`console: ${JSON.stringify(call).slice(0, 200)}`)
    spy.mockRestore()
  }
  return { leaks, failures, characters, secrets: count }
}
