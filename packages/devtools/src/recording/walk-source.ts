import { toFailure } from '@authchart/machine'
import { type AuthSnapshot, pathOf } from '@authchart/machine/xstate'
import type { ExpectedStep, expectedSteps } from '@authchart/testing'
import { chain } from '../chart-graph/describe.ts'
import { actorRules, contextRules, eventRules, failureRule } from '../redaction/allow-list.ts'
import { knownSecrets } from '../redaction/known-secrets.ts'
import { redactor } from '../redaction/redactor.ts'
import type { AnyRule } from '../redaction/rules.ts'
import type { PanelSource } from '../source/panel-source.ts'
import { traceSource } from '../source/recorded-source.ts'
import { sourceOf } from '../trace/candidates.ts'
import { ringBuffer } from '../trace/ring-buffer.ts'
import type { Happening, Lane, Shown } from '../trace/trace-event.ts'

type Rules = Readonly<Record<string, AnyRule>>
type Context = Readonly<Record<string, Shown>>

/** More events than any walk records. */
const capacity = 20_000

/** A walk as if it had been recorded: a trace of it, and the chart after each step. `from`: the app to show it in. */
export function walkSource(
  { begin, steps: taken }: ReturnType<typeof expectedSteps>,
  { graph, preview }: Pick<PanelSource, 'graph' | 'preview'>,
): PanelSource {
  let now = Date.now()
  const trace = ringBuffer(capacity, () => now)
  const redact = redactor(knownSecrets())
  const after = new Map<number, AuthSnapshot>()
  const remembers = (snapshot: AuthSnapshot) =>
    redact.show(contextRules, snapshot.context) as Context
  const invokesIn = (snapshot: AuthSnapshot) =>
    new Set(chain(graph, pathOf(snapshot)).flatMap(({ invokes }) => invokes))
  let running: ReadonlySet<string> = new Set()

  function startAndStop(snapshot: AuthSnapshot) {
    const invoked = invokesIn(snapshot)
    for (const actor of running) {
      if (!invoked.has(actor)) trace.record('machine', { type: 'actor.stopped', actor, ms: null })
    }
    for (const actor of invoked) {
      if (running.has(actor)) continue
      trace.record('machine', { type: 'actor.started', actor, input: '[hidden]' })
    }
    running = invoked
  }

  function cause({ step }: ExpectedStep): readonly [Lane, Happening] {
    const { kind, event, label, outcome } = step
    if (kind === 'timer') return ['machine', { type: 'timer.fired', name: label }]
    if (!outcome) {
      const { type: name, ...payload } = event
      const shown = redact.show((eventRules as Rules)[name] ?? {}, payload)
      const source = kind === 'external' ? (name.split('.')[0] ?? name) : null
      const sent = { type: 'event', name, source, target: null, payload: shown } as const
      return [source === null ? 'user' : 'machine', sent]
    }
    const { actor, name } = outcome
    running = new Set([...running].filter((other) => other !== actor))
    const { output, error }: Readonly<Record<string, unknown>> = { ...event }
    if (!outcome.rejection) {
      const rules = (actorRules as Readonly<Record<string, Rules>>)[actor]
      const shown = redact.show(rules?.output, output)
      return ['machine', { type: 'actor.done', actor, outcome: name, output: shown, ms: null }]
    }
    const failure = toFailure(error)
    const shown = redact.show(failureRule, failure)
    const failed = { type: 'actor.failed', actor, code: failure.code, failure: shown } as const
    return ['machine', { ...failed, ms: null }]
  }

  function take(walked: ExpectedStep) {
    const { step } = walked
    const [earlier, later] = [walked.before, walked.after] as [AuthSnapshot, AuthSnapshot]
    now += step.afterMs ?? 0
    trace.record(...cause(walked))
    const [taken] = earlier.machine.getTransitionData(earlier, step.event as never)
    if (!taken) return
    const event = step.event.type
    const [from, to] = [pathOf(earlier), pathOf(later)]
    const transition = { type: 'transition', event, from, to, ...sourceOf(taken) } as const
    after.set(trace.record('machine', transition), later)
    const [before, known] = [remembers(earlier), remembers(later)]
    const changes = Object.keys({ ...before, ...known })
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(known[key]))
      .map((key) => [key, { before: before[key] ?? null, after: known[key] ?? null }])
    if (changes.length > 0) {
      trace.record('machine', { type: 'context', changes: Object.fromEntries(changes) })
    }
    startAndStop(later)
  }

  const first = begin as AuthSnapshot
  const [leaf, context] = [pathOf(first), remembers(first)]
  after.set(trace.record('machine', { type: 'attached', leaf, context, actors: [] }), first)
  startAndStop(first)
  for (const walked of taken) take(walked)
  trace.pause()
  return {
    ...traceSource(trace, graph),
    ...(preview && { preview }),
    snapshotAfter: (step) => after.get(step),
  }
}
