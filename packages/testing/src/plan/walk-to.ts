import type { AuthPath } from '@authchart/machine'
import type { Fact } from '../model/facts.ts'
import type { Model, Place, Step } from '../model/model.ts'
import { type Found, nearest } from './nearest.ts'
import type { Walk } from './walk.ts'

export interface WalkToOptions<Own extends string = never> {
  /** The name of a start, or a walk to continue; by default the start with the shortest walk. */
  readonly from?: string | Walk
  /** What has to be true in the leaf, e.g. `['hostedUi']`. */
  readonly facts?: readonly (Fact | Own)[]
  /** Why a driver cannot take a step, for steps that it cannot. */
  readonly cannotTake?: (step: Step) => string | undefined
  /** What a step costs compared with others: a whole number, at least 1; by default 1. */
  readonly costOf?: (step: Step) => number
  /** The most steps of the walk, without those of a continued walk; by default there is no limit. */
  readonly maxSteps?: number
}

type Start = Model['starts'][number]

/**
 * Finds the shortest walk to a leaf of the chart. `runWalk` takes it with any driver: pass the
 * driver's `cannotTake`, so that the walk only has steps that the driver can take.
 *
 * @example
 * const model = explore(authBehaviour)
 * const walk = walkTo(model, 'confirmSignIn.editing.ready')
 * await runWalk(authBehaviour, walk, await bareDriver(authBehaviour).open())
 *
 * @throws Error if no walk leads to the leaf, or the model has no start of the given name.
 */
export function walkTo<Own extends string = never>(
  model: Model,
  leaf: AuthPath | (string & {}),
  options: WalkToOptions<Own> = {},
): Walk {
  const { from, facts = [], cannotTake, costOf = () => 1 } = options
  const isThere = ({ leaf: at, facts: known }: Place<Own>) =>
    at === leaf && facts.every((fact) => known.has(fact))
  const search = {
    isWanted: ({ to }: Step) => isThere(to),
    costOf,
    cannotTake,
    maxSteps: options.maxSteps ?? Number.POSITIVE_INFINITY,
  }
  const title = ['to', leaf, ...facts].join(' ')

  const found = beginnings(model, from).flatMap(({ start, steps }) => {
    const place = steps.at(-1)?.to ?? start.place
    const rest: Found | undefined = isThere(place) ? { steps: [], cost: 0 } : nearest(place, search)
    return rest
      ? [{ cost: rest.cost, walk: { title, start, steps: [...steps, ...rest.steps] } }]
      : []
  })
  const [best] = found.sort((one, other) => one.cost - other.cost)
  if (!best) throw new Error(`No walk leads ${title}`)
  return best.walk
}

function beginnings(
  { starts }: Model,
  from: string | Walk | undefined,
): readonly { readonly start: Start; readonly steps: readonly Step[] }[] {
  if (typeof from === 'object') return [from]
  const named = starts.filter(({ name }) => from === undefined || name === from)
  if (named.length === 0) throw new Error(`No walk begins with “${from}”`)
  return named.map((start) => ({ start, steps: [] }))
}
