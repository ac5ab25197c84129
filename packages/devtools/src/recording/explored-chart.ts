import type { AnyStep } from '@authchart/machine'
import type { Behaviour, Model } from '@authchart/testing'

/** The chart as a graph of all that can happen, with what it is made with. */
export interface Explored {
  readonly testing: typeof import('@authchart/testing')
  /** For apps behind which real ports work. */
  readonly behaviour: Behaviour
  readonly model: Model
}

const none: readonly AnyStep[] = []
const explored = new WeakMap<readonly AnyStep[], Promise<Explored>>()

/** The model is large and takes a second or two: it is created once for the same steps, on first use. */
export function exploredChart(steps = none): Promise<Explored> {
  const key = steps.length > 0 ? steps : none
  const known = explored.get(key) ?? explore(key)
  explored.set(key, known)
  return known
}

async function explore(steps: readonly AnyStep[]): Promise<Explored> {
  const testing = await import('@authchart/testing')
  const { authBehaviour, stepsBehaviour, withVault } = testing
  const behaviour = withVault(steps.length > 0 ? stepsBehaviour(steps) : authBehaviour)
  // What says that this takes a while is seen first.
  await new Promise((resolve) => setTimeout(resolve, 50))
  return { testing, behaviour, model: testing.explore(behaviour) }
}
