import type { Model, Place, Step } from '../model/model.ts'

/** What a plan has to reach. */
export type Criterion =
  /** Every leaf. */
  | 'states'
  /** Every branch of the chart from every leaf, and where it leads. */
  | 'transitions'
  /** Every outcome of every request. */
  | 'outcomes'
  /** Every transition after every other that can come before it (1-switch). */
  | 'pairs'

/** What a plan is made for: a criterion, or the typical user stories. */
export type Aim = Criterion | 'journeys'

/** Counts what a plan still has to reach. */
export interface Ledger {
  /** How many goals there are. */
  readonly total: number
  /** What a step counts for: of steps to the same place that count for the same, one is enough. */
  goalOf(step: Step): string | undefined
  /** Those that were not reached. */
  open(): readonly string[]
  /** Whether a step reaches something new … */
  isNew(step: Step, previous: Step | undefined): boolean
  /** … or what comes right after it does. */
  isWanted(step: Step): boolean
  take(step: Step, previous: Step | undefined): void
}

/**
 * @param only the steps that count; by default all. Not for pairs.
 * @throws RangeError for a word that is none of them.
 */
export function openLedger(
  { steps: all }: Pick<Model, 'steps'>,
  criterion: Criterion,
  only: (step: Step) => boolean = () => true,
): Ledger {
  const steps = all.filter(only)
  switch (criterion) {
    case 'states':
      return stepLedger(steps, ({ to }) => to.leaf)
    case 'transitions':
      return stepLedger(steps, ({ transition }) => transition)
    case 'outcomes':
      return stepLedger(steps, ({ outcome, label }) => outcome && label)
    case 'pairs':
      return pairLedger({ steps })
    default:
      throw new RangeError(
        `cover is states, transitions, outcomes, pairs or journeys, not '${criterion}'.`,
      )
  }
}

function stepLedger(steps: readonly Step[], goalOf: (step: Step) => string | undefined): Ledger {
  const open = new Set(steps.map(goalOf).filter((goal) => goal !== undefined))
  const isOpen = (step: Step) => {
    const goal = goalOf(step)
    return goal !== undefined && open.has(goal)
  }
  return {
    total: open.size,
    goalOf,
    open: () => [...open],
    isNew: isOpen,
    isWanted: isOpen,
    take: (step) => void open.delete(goalOf(step) ?? ''),
  }
}

/** There are many pairs: they are stored as numbers, by the first step. */
function pairLedger({ steps }: Pick<Model, 'steps'>): Ledger {
  const transitions = [...new Set(steps.map(({ transition }) => transition))]
  const numbers = new Map(transitions.map((transition, index) => [transition, index]))
  const at = ({ transition }: Step) => numbers.get(transition) ?? -1
  const following = new Map<Place, readonly number[]>()
  /** The transitions that a place begins. Many of its steps take the same. */
  function followersIn(place: Place): readonly number[] {
    const known = following.get(place)
    if (known) return known
    const found = [...new Set(place.steps.map(at))]
    following.set(place, found)
    return found
  }
  const open = new Map<number, Set<number>>()
  let total = 0
  for (const step of steps) {
    const followers = open.get(at(step)) ?? new Set()
    open.set(at(step), followers)
    const before = followers.size
    for (const next of followersIn(step.to)) followers.add(next)
    total += followers.size - before
  }

  const isNew = (step: Step, previous: Step | undefined) =>
    previous !== undefined && (open.get(at(previous))?.has(at(step)) ?? false)
  return {
    total,
    goalOf: ({ transition }) => transition,
    open: () =>
      [...open].flatMap(([previous, followers]) =>
        [...followers].map((step) => `${transitions[previous]} ⇒ ${transitions[step]}`),
      ),
    isNew,
    isWanted(step) {
      const followers = open.get(at(step))
      if (!followers || followers.size === 0) return false
      return followersIn(step.to).some((next) => followers.has(next))
    },
    take: (step, previous) => {
      if (previous) open.get(at(previous))?.delete(at(step))
    },
  }
}
