import type { Step } from '../model/model.ts'
import type { Walk } from '../plan/walk.ts'

/**
 * The shortest walk that still fails: the steps after the failure are dropped, then every loop that
 * leads back to a place, the longest first, as long as the rest fails without it.
 *
 * @param failsAt the index of the step at which a walk fails, `undefined` where it passes.
 * @param tries how often a walk may be taken; by default 50.
 */
export async function shrinkWalk(
  walk: Walk,
  failsAt: (walk: Walk) => Promise<number | undefined>,
  tries = 50,
): Promise<Walk> {
  const cut = (steps: readonly Step[], at: number): Walk => ({
    ...walk,
    steps: steps.slice(0, at + 1),
  })
  let left = tries
  const first = await failsAt(walk)
  if (first === undefined) return walk
  let best = cut(walk.steps, first)
  for (let isShorter = true; isShorter; ) {
    isShorter = false
    for (const [from, to] of loopsOf(best)) {
      if (left === 0) return best
      left -= 1
      const steps = [...best.steps.slice(0, from), ...best.steps.slice(to)]
      const at = await failsAt({ ...walk, steps })
      if (at === undefined) continue
      best = cut(steps, at)
      isShorter = true
      break
    }
  }
  return best
}

/** The stretches `[from, to)` of a walk that end where they began, the longest first. */
function loopsOf({ start, steps }: Walk): readonly (readonly [number, number])[] {
  const places = [start.place, ...steps.map(({ to }) => to)]
  const loops: (readonly [number, number])[] = []
  places.forEach((place, from) => {
    for (let to = from + 1; to < steps.length; to += 1) {
      if (places[to]?.id === place.id) loops.push([from, to])
    }
  })
  return loops.sort(([a, b], [c, d]) => d - c - (b - a))
}
