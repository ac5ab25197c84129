import type { AnyMachineSnapshot } from 'xstate'
import { initialTransition, transition } from 'xstate'
import type { Behaviour, ModelClock } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import type { ExpectedStep } from './driver.ts'

/** The chart at each step of a walk: with the context of this walk, not that of the model's first path. */
export function expectedSteps(
  behaviour: Behaviour,
  { start, steps }: Walk,
): { readonly begin: AnyMachineSnapshot; readonly steps: readonly ExpectedStep[] } {
  if (start.snapshot) throw new Error('A driver cannot open an app in the middle of a session')
  const clock: ModelClock = { now: 0 }
  const machine = behaviour.machine(clock)
  const [begin] = initialTransition(machine, start.input)
  let before = begin
  const taken = steps.map((step, index) => {
    clock.now += step.afterMs ?? 0
    const { outcome } = step
    const event = outcome?.output
      ? { ...step.event, output: outcome.output(clock.now) }
      : step.event
    const [after] = transition(machine, before, event)
    const expected = { step, before, after, rest: steps.slice(index + 1) }
    before = after
    return expected
  })
  return { begin, steps: taken }
}
