import type { Behaviour } from '../model/behaviour.ts'
import { explore } from '../model/explore.ts'
import type { Model, Step } from '../model/model.ts'
import { journeys } from './journeys.ts'
import type { Missed } from './missed.ts'
import type { Plan } from './plan-walks.ts'
import { type Replay, walkOf } from './replay.ts'
import type { Walk } from './walk.ts'

/**
 * Plans the typical user stories; the goals are their titles. A story is missed if an extended chart
 * does not have it, or if a driver cannot take one of its steps.
 *
 * @param cannotTake why a driver cannot take a step, for steps that it cannot.
 */
export function planJourneys(
  behaviour: Behaviour,
  cannotTake: (step: Step) => string | undefined = () => undefined,
): Plan {
  const begun = performance.now()
  const model = explore(behaviour)
  const walks: Walk[] = []
  const missed: Missed[] = []
  for (const journey of journeys) {
    const found = takeable(model, journey, cannotTake)
    if ('why' in found) missed.push(found)
    else walks.push(found)
  }
  return {
    criterion: 'journeys',
    behaviour,
    model,
    walks,
    goals: journeys.length,
    covered: walks.length,
    missed,
    planMs: performance.now() - begun,
  }
}

/** The walk of a journey, or why there is none. */
function takeable(
  model: Model,
  journey: Replay,
  cannotTake: (step: Step) => string | undefined,
): Walk | Missed {
  const missed = (why: string): Missed => ({ goal: journey.title, why })
  let walk: Walk
  try {
    walk = walkOf(model, journey)
  } catch (error) {
    return missed(error instanceof Error ? error.message : String(error))
  }
  for (const [index, step] of walk.steps.entries()) {
    const why = cannotTake(step)
    if (why) return missed(`step ${index + 1}, “${step.label}”: ${why}`)
  }
  return walk
}
