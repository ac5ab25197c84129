import { toFailure } from '@authchart/machine'
import { toError } from '../catalogue/outcome.ts'
import type { Step } from '../model/model.ts'
import type { UntitledWalk } from './cover.ts'

/**
 * The same walks with as many different rejections as fit into them: where it makes no difference to
 * the chart what an actor throws, each time another one, and first what points at a field.
 */
export function vary(
  walks: readonly UntitledWalk[],
  costOf: (step: Step) => number,
): readonly UntitledWalk[] {
  const times = new Map<string, number>()

  const rank = (step: Step) => [times.get(step.label) ?? 0, pointsAtField(step) ? 0 : 1] as const

  function pick(step: Step): Step {
    if (!step.outcome?.rejection) return step
    const [best = step] = step.from.steps
      .filter((other) => isAlike(other, step) && costOf(other) <= costOf(step))
      .sort((one, other) => {
        const [[times, field], [otherTimes, otherField]] = [rank(one), rank(other)]
        return times - otherTimes || field - otherField
      })
    times.set(best.label, (times.get(best.label) ?? 0) + 1)
    return best
  }

  return walks.map(({ start, steps }) => ({ start, steps: steps.map(pick) }))
}

const isAlike = (one: Step, other: Step): boolean =>
  one.outcome?.rejection !== undefined &&
  one.to === other.to &&
  one.transition === other.transition &&
  one.branch === other.branch

const pointsAtField = ({ outcome }: Step): boolean =>
  outcome?.rejection !== undefined && toFailure(toError(outcome.rejection)).field !== undefined
