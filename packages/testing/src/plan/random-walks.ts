/**
 * Random walks with shrinking, for fast-check.
 *
 * @packageDocumentation
 */

import fc from 'fast-check'
import type { Model, Step } from '../model/model.ts'
import { reachableBy } from './reachable.ts'
import type { Walk } from './walk.ts'

export interface RandomOptions {
  /** The most steps of a walk; by default 40. */
  readonly maxSteps?: number
  readonly cannotTake?: (step: Step) => string | undefined
}

/**
 * Random walks for fast-check. A walk that fails shrinks: to fewer steps, and to those that the model
 * lists first.
 *
 * @example
 * const walks = randomWalks(explore(authBehaviour))
 * const property = fc.asyncProperty(walks, async (walk) => {
 *   await runWalk(authBehaviour, walk, await bareDriver(authBehaviour).open())
 * })
 * await fc.assert(property, { seed: 1 })
 */
export function randomWalks(
  model: Model,
  { maxSteps = 40, cannotTake = () => undefined }: RandomOptions = {},
): fc.Arbitrary<Walk> {
  const { starts } = reachableBy(model, cannotTake)
  const choices = fc.array(fc.nat(), { minLength: 1, maxLength: maxSteps, size: 'max' })
  return fc.tuple(fc.constantFrom(...starts), choices).map(([start, choices]) => {
    const steps: Step[] = []
    for (const choice of choices) {
      const place = steps.at(-1)?.to ?? start.place
      const byLabel = place.steps.filter((step) => !hasEnded(steps, step))
      const step = byLabel[choice % byLabel.length]
      if (!step) break
      steps.push(step)
    }
    return { title: `random: ${steps.map(({ label }) => label).join(', ')}`, start, steps }
  })
}

/** An actor that has ended while its state stayed has no second end. */
function hasEnded(steps: readonly Step[], { outcome }: Step): boolean {
  const entered = steps.findLastIndex(({ from, to }) => from.leaf !== to.leaf)
  return (
    outcome !== undefined &&
    steps.slice(entered + 1).some((step) => step.outcome?.actor === outcome.actor)
  )
}
