/**
 * Planned walks next to the path generators of `xstate/graph`: the same chart, the same events and
 * outcomes, measured on the same goals (the transitions of the chart), in one run.
 *
 * Each generator of `xstate/graph` runs in a process of its own (this file again, with its name), as
 * nothing else could end one that does not come to an end by itself.
 */
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { env, execPath, versions } from 'node:process'
import type { AnyMachineSnapshot, EventObject } from 'xstate'
import { getShortestPaths, getSimplePaths } from 'xstate/graph'
import { authBehaviour } from '../packages/testing/src/model/auth-behaviour.ts'
import { explore } from '../packages/testing/src/model/explore.ts'
import type { Model, Step } from '../packages/testing/src/model/model.ts'
import type { Criterion } from '../packages/testing/src/plan/criterion.ts'
import { planWalks } from '../packages/testing/src/plan/plan-walks.ts'

/** `pairs` alone takes most of the time. */
const criteria: readonly Criterion[] = env.BENCH_SHORT
  ? ['states', 'transitions', 'outcomes']
  : ['states', 'transitions', 'outcomes', 'pairs']
const giveUpAfterMs = env.BENCH_SHORT ? 5_000 : 60_000

interface Measured {
  readonly name: string
  readonly sessions: number
  readonly steps: number
  /** How many transitions. */
  readonly covered: number
  readonly ms: number
}

const transitionsOf = (model: Model) => new Set(model.steps.map(({ transition }) => transition))

function ours(cover: Criterion): Measured {
  const { walks, planMs } = planWalks({ cover })
  const steps = walks.flatMap(({ steps }) => steps)
  return {
    name: `ours, ${cover}`,
    sessions: walks.length,
    steps: steps.length,
    covered: new Set(steps.map(({ transition }) => transition)).size,
    ms: planMs,
  }
}

/** What distinguishes states: the leaf alone, as is usual, or all that guards read, as in our model. */
type Key = 'leaf' | 'guards'

/**
 * `xstate/graph`, given all that our model knows: which events and outcomes are possible where, with
 * their payloads, and what distinguishes states. From the first start; it has no others.
 */
function theirs(generator: 'shortest' | 'simple', key: Key): Omit<Measured, 'name' | 'ms'> {
  const model = explore(authBehaviour)
  const { machine, starts } = model
  const [start] = starts
  if (!start) throw new Error('No start')
  // Their snapshots are new ones each time: what led to one first identifies its place.
  const placeOf = new WeakMap<object, Model['places'][number]>([
    [start.place.snapshot, start.place],
  ])
  const stepOf = (snapshot: AnyMachineSnapshot, event: EventObject): Step | undefined =>
    placeOf.get(snapshot)?.steps.find((step) => step.label === labelOf(event))

  const generate = generator === 'shortest' ? getShortestPaths : getSimplePaths
  const paths = generate(machine, {
    input: start.input,
    fromState: start.place.snapshot,
    events: (snapshot) => placeOf.get(snapshot)?.steps.map(labelled) ?? [],
    serializeState: (snapshot, event, previous) => {
      const place = placeOf.get(snapshot) ?? (event && previous && stepOf(previous, event)?.to)
      if (!place) throw new Error('An unknown state')
      placeOf.set(snapshot, place)
      return key === 'leaf' ? place.leaf : place.id
    },
    // Events alike in type differ in what they carry: the default serialises all of it, or throws.
    serializeEvent: labelOf,
  })

  const covered = new Set<string>()
  let steps = 0
  for (const path of paths) {
    // A path of theirs begins with an event that stands for the start.
    const taken = path.steps.filter(({ event }) => event.type !== 'xstate.init')
    steps += taken.length
    let at = start.place
    for (const { event } of taken) {
      const step = at.steps.find((step) => step.label === labelOf(event))
      if (!step) break
      covered.add(step.transition)
      at = step.to
    }
  }
  return { sessions: paths.length, steps, covered: covered.size }
}

const labels = new WeakMap<EventObject, string>()

function labelled({ event, label }: Step): EventObject {
  labels.set(event, label)
  return event
}

const labelOf = (event: EventObject): string => labels.get(event) ?? event.type

/** In a process of its own, for a minute at most. */
function theirsInTime(generator: string, key: string): Measured | string {
  const name = `xstate/graph, ${generator} paths, states by ${key}`
  const begun = performance.now()
  const { status, stdout, stderr, signal } = spawnSync(execPath, [String(process.argv[1])], {
    env: { ...env, WALKS_BENCH: `${generator} ${key}` },
    encoding: 'utf8',
    timeout: giveUpAfterMs,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 20,
  })
  if (status === 0) return { name, ...JSON.parse(stdout) }
  const seconds = Math.round((performance.now() - begun) / 1000)
  if (signal === 'SIGKILL') return `${name}: not finished, given up after ${seconds} s`
  const why = stderr.match(/^\w*Error.*$/m)?.[0] ?? 'who knows why'
  return `${name}: failed after ${seconds} s, ${why}`
}

const task = env.WALKS_BENCH?.split(' ')
if (task) {
  const begun = performance.now()
  const measured = theirs(task[0] as 'shortest' | 'simple', task[1] as Key)
  process.stdout.write(JSON.stringify({ ...measured, ms: performance.now() - begun }))
} else {
  const model = explore(authBehaviour)
  const leaves = new Set(model.places.map(({ leaf }) => leaf)).size
  const outcomes = new Set(model.steps.flatMap(({ outcome, label }) => (outcome ? [label] : [])))
    .size
  const transitions = transitionsOf(model).size
  const [cpu] = cpus()
  print(`${leaves} leaves, ${transitions} transitions, ${outcomes} outcomes`)
  print(`${cpu?.model ?? 'unknown'}, ${cpus().length} cores, Node ${versions.node}\n`)
  const reference = ours('transitions')
  for (const cover of criteria) show(cover === 'transitions' ? reference : ours(cover))
  for (const key of ['leaf', 'guards']) {
    for (const generator of ['shortest', 'simple']) show(theirsInTime(generator, key))
  }

  function show(measured: Measured | string): void {
    if (typeof measured === 'string') {
      print(`- ${measured}`)
      return
    }
    const { name, sessions, steps, covered, ms } = measured
    const percent = Math.floor((covered / transitions) * 1000) / 10
    const ratio = (sessions / reference.sessions).toFixed(1)
    print(
      `- ${name}: ${sessions} sessions (${ratio} of ours), ${steps} steps, ${covered} of ${transitions} transitions = ${percent} %, ${(steps / covered).toFixed(1)} steps each, ${Math.round(ms)} ms`,
    )
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
