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
      const byLabel = (steps.at(-1)?.to ?? start.place).steps
      const step = byLabel[choice % byLabel.length]
      if (!step) break
      steps.push(step)
    }
    return { title: `random: ${steps.map(({ label }) => label).join(', ')}`, start, steps }
  })
}
