import { authBehaviour } from '../model/auth-behaviour.ts'
import type { Behaviour } from '../model/behaviour.ts'
import { explore } from '../model/explore.ts'
import type { Model, Step } from '../model/model.ts'
import { cover } from './cover.ts'
import { type Aim, type Criterion, openLedger } from './criterion.ts'
import { type Missed, missedIn } from './missed.ts'
import { reachableBy } from './reachable.ts'
import { titleOf } from './titles.ts'
import { vary } from './vary.ts'
import type { Walk } from './walk.ts'

export interface PlanOptions {
  /** What has to be covered; by default `transitions`. */
  readonly cover?: Criterion
  /** A chart of your own, see `extendBehaviour`. */
  readonly behaviour?: Behaviour
  /** The steps that have to be covered, e.g. those of the app's own; by default all. Not with `pairs`. */
  readonly only?: (step: Step) => boolean
  /** The most steps of a walk; by default 40. */
  readonly maxSteps?: number
  /** Why a driver cannot take a step, for steps that it cannot. */
  readonly cannotTake?: (step: Step) => string | undefined
  /** What a step costs compared with others: a whole number, at least 1; by default 1. */
  readonly costOf?: (step: Step) => number
}

export interface Plan {
  readonly criterion: Aim
  readonly behaviour: Behaviour
  readonly model: Model
  readonly walks: readonly Walk[]
  /** How many goals the criterion has (journeys: how many there are), and how many of them the walks reach. */
  readonly goals: number
  readonly covered: number
  readonly missed: readonly Missed[]
  /** How long it took, in ms. */
  readonly planMs: number
}

const nothing = () => undefined

/**
 * Plans few walks that reach every goal of a criterion. Deterministic: the same chart gives
 * the same walks. Nothing is executed, and nothing waits.
 *
 * @example
 * const { walks, missed } = planWalks({ cover: 'states' })
 *
 * @throws RangeError where `maxSteps` is no whole number from 1.
 */
export function planWalks(options: PlanOptions = {}): Plan {
  const { cover: criterion = 'transitions', behaviour = authBehaviour, maxSteps = 40 } = options
  const { cannotTake, costOf = () => 1, only } = options
  if (!Number.isInteger(maxSteps) || maxSteps < 1) {
    throw new RangeError(`maxSteps is a whole number from 1, not ${maxSteps}.`)
  }
  const begun = performance.now()
  const model = explore(behaviour)
  const possible = cannotTake ? reachableBy(model, cannotTake) : model
  const untitled = vary(
    cover(possible, openLedger(possible, criterion, only), { maxSteps, costOf }),
    costOf,
  )
  const walks = untitled.map((walk, index) => ({
    ...walk,
    title: titleOf(walk, index + 1),
  }))
  const goals = openLedger(model, criterion, only).total
  const missed = missedIn(model, criterion, walks, cannotTake ?? nothing, only)
  return {
    criterion,
    behaviour,
    model,
    walks,
    goals,
    covered: goals - missed.length,
    missed,
    planMs: performance.now() - begun,
  }
}
