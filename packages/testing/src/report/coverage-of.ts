import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { pathOfNode } from '../model/leaf.ts'
import type { Step } from '../model/model.ts'
import type { Plan } from '../plan/plan-walks.ts'
import type { Walk } from '../plan/walk.ts'
import type { Coverage, Row, SessionRow, TransitionRow } from './coverage.ts'
import type { WalkResult } from './walk-result.ts'

interface Counts {
  planned: number
  walked: number
  failed: number
}

/** Counts by name, in the order in which names were first heard. */
class Tally {
  readonly #counts = new Map<string, Counts>()

  constructor(names: Iterable<string>) {
    for (const name of names) this.#counts.set(name, { planned: 0, walked: 0, failed: 0 })
  }

  add(name: string, what: keyof Counts): void {
    const counts = this.#counts.get(name)
    if (counts) counts[what] += 1
  }

  rows(whyOf: (name: string) => string): readonly Row[] {
    return [...this.#counts].map(([name, counts]) =>
      counts.planned > 0 ? { name, ...counts } : { name, ...counts, why: whyOf(name) },
    )
  }
}

/**
 * Computes which goals of a plan its walks have reached.
 *
 * @param results of the walks that ran: of a shard, of a single test, of all.
 *
 * @example
 * writeFileSync('coverage.json', JSON.stringify(coverageOf(plan, results)))
 */
export function coverageOf(plan: Plan, results: readonly WalkResult[]): Coverage {
  const { criterion, model, walks, goals, covered, missed } = plan
  const ofOutcome = ({ outcome, label }: Step) => (outcome ? [label] : [])
  const leaves = new Tally(leavesOf(model.machine))
  const transitions = new Tally(model.steps.map(({ transition }) => transition))
  const outcomes = new Tally(model.steps.flatMap(ofOutcome))
  const resultOf = new Map(results.map((result) => [result.title, result]))

  function count(step: Step, what: keyof Counts): void {
    leaves.add(step.to.leaf, what)
    transitions.add(step.transition, what)
    for (const outcome of ofOutcome(step)) outcomes.add(outcome, what)
  }

  for (const walk of walks) {
    const result = resultOf.get(walk.title)
    const halt = result?.failure?.index ?? Number.POSITIVE_INFINITY
    const ended = (index: number) => (index < halt ? 'walked' : 'failed')
    leaves.add(walk.start.place.leaf, 'planned')
    if (result) leaves.add(walk.start.place.leaf, ended(-1))
    walk.steps.forEach((step, index) => {
      count(step, 'planned')
      if (result && index <= halt) count(step, ended(index))
    })
  }

  const reasons = new Map(missed.map(({ goal, why }) => [goal, why]))
  const whyOf = (name: string) => reasons.get(name) ?? `the plan covers ${criterion} alone`
  const labels = labelsOf(model.steps)
  return {
    plans: [{ criterion, goals, covered, missed }],
    leaves: leaves.rows(whyOf),
    transitions: transitions.rows(whyOf).map((row) => ({ ...row, ...endsOf(labels, row.name) })),
    outcomes: outcomes.rows(whyOf),
    sessions: walks.map((walk) => sessionOf(plan, walk, resultOf.get(walk.title))),
  }
}

/** The leaf states of a chart, in its own order. */
export function leavesOf(machine: AnyStateMachine): readonly string[] {
  const below = (node: AnyStateNode): readonly AnyStateNode[] => {
    const children = Object.values(node.states)
    return children.length === 0 ? [node] : children.flatMap(below)
  }
  return below(machine.root).map(pathOfNode)
}

type Ends = Pick<TransitionRow, 'from' | 'to' | 'label' | 'alike'>

function endsOf(labels: ReadonlyMap<string, Ends>, transition: string): Ends {
  return labels.get(transition) ?? { from: '', to: '', label: transition, alike: 0 }
}

/** By transition, between which leaves it leads, and which steps take it. */
function labelsOf(steps: readonly Step[]): ReadonlyMap<string, Ends> {
  const grouped = new Map<string, { readonly step: Step; readonly labels: Set<string> }>()
  for (const step of steps) {
    const group = grouped.get(step.transition) ?? { step, labels: new Set<string>() }
    group.labels.add(step.label)
    grouped.set(step.transition, group)
  }
  return new Map(
    [...grouped].map(([transition, { step, labels }]) => [
      transition,
      { from: step.from.leaf, to: step.to.leaf, label: step.label, alike: labels.size - 1 },
    ]),
  )
}

function sessionOf({ criterion }: Plan, walk: Walk, result: WalkResult | undefined): SessionRow {
  const { title, start, steps } = walk
  const session = { criterion, title, start: start.name, steps: steps.map(({ label }) => label) }
  if (!result) return { ...session, status: 'not run', ms: 0 }
  const { ms, failure } = result
  return failure
    ? { ...session, status: 'failed', ms, failure }
    : { ...session, status: 'passed', ms }
}
