import type { Outcome } from '../catalogue/outcome.ts'
import type { Place, Step } from '../model/model.ts'
import type { ExpectedStep } from '../run/driver.ts'

/** A request that is about to be made, and how it is going to end. */
export interface NextRequest {
  readonly outcome: Outcome
  /** Whether the walk lets it end: users cancel, and walks stop. Then `outcome` is any one. */
  readonly isAwaited: boolean
}

/**
 * What has to be armed before a step is taken. `undefined` where the step makes no request: it leads
 * to a leaf that makes none, or leaves the request in flight alone.
 */
export function nextRequest({
  step,
  rest,
}: Pick<ExpectedStep, 'step' | 'rest'>): NextRequest | undefined {
  const isInFlight = step.kind !== 'outcome' && step.from.leaf === step.to.leaf
  return isInFlight ? undefined : requestAt(step.to, rest)
}

/** The same for a place where a session begins: `rest` are the steps of the walk. */
export function requestAt({ leaf, steps }: Place, rest: readonly Step[]): NextRequest | undefined {
  const first = steps.find(({ outcome }) => outcome && outcome.name !== 'breaks')?.outcome
  if (!first) return undefined
  // External events may come meanwhile, as long as they leave the leaf alone.
  const next = rest.find(({ kind, to }) => kind !== 'external' || to.leaf !== leaf)
  const isAwaited = next?.outcome?.actor === first.actor
  return { outcome: (isAwaited && next?.outcome) || first, isAwaited }
}
