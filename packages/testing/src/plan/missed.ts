import type { Model, Step } from '../model/model.ts'
import { type Criterion, openLedger } from './criterion.ts'

/** A goal that no walk of a plan reaches. */
export interface Missed {
  readonly goal: string
  readonly why: string
}

/** The goals of a model that no walk reaches, each with the reason of the driver. */
export function missedIn(
  model: Model,
  criterion: Criterion,
  walks: readonly { readonly steps: readonly Step[] }[],
  cannotTake: (step: Step) => string | undefined,
  only?: (step: Step) => boolean,
): readonly Missed[] {
  const ledger = openLedger(model, criterion, only)
  for (const { steps } of walks) {
    steps.forEach((step, index) => {
      ledger.take(step, steps[index - 1])
    })
  }
  const open = ledger.open()
  if (open.length === 0) return []
  const reasons = new Map<string, string>()
  for (const step of model.steps) {
    const why = cannotTake(step)
    if (why) for (const name of [step.transition, step.label, step.to.leaf]) reasons.set(name, why)
  }
  const whyOf = (goal: string) =>
    goal
      .split(' ⇒ ')
      .map((part) => reasons.get(part))
      .find(Boolean)
  return open.map((goal) => ({ goal, why: whyOf(goal) ?? 'it lies behind what cannot be taken' }))
}
