import { authMachine } from '../chart/machine.ts'
import { authSetup } from '../chart/setup.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import type { Extension } from './extension.ts'
import { type ChartStates, insertSteps } from './insert-steps.ts'
import { isStepNeeded } from './is-step-needed.ts'
import type { AnyStep } from './step.ts'
import { serveSteps, stepActors } from './step-actors.ts'

/** By the first of their steps: charts take milliseconds to build, and a server has an auth for each request. */
const charts = new WeakMap<AnyStep, { steps: readonly AnyStep[]; machine: typeof authMachine }>()

/**
 * The chart with steps.
 *
 * @throws ConfigError if two states would have one name.
 */
export function extendChart(steps: readonly AnyStep[] = []): Extension {
  const [first] = steps
  const known = first && charts.get(first)
  const isSame =
    known?.steps.length === steps.length && known.steps.every((step, at) => step === steps[at])
  const machine = isSame ? known.machine : build(steps)
  if (first) charts.set(first, { steps, machine })
  return { machine, serve: serveSteps }
}

function build(steps: readonly AnyStep[]): typeof authMachine {
  const byRoute = new Map(steps.map((step) => [step.route, step]))
  if (byRoute.size < steps.length) throw new ConfigError('Two steps have the same route')
  const { config } = authMachine
  const states = insertSteps(config.states as ChartStates, steps)
  const { implementations } = authMachine
  // With the type of the shipped chart: code that reads a chart reads the states that it knows.
  return authSetup.createMachine({ ...config, states } as never).provide({
    actors: stepActors(steps),
    guards: {
      ...implementations.guards,
      isNeeded: ({ context }: never, { step }: { step: string }) =>
        isStepNeeded(byRoute.get(step), context),
      isOver: ({ context }: never, { step }: { step: string }) =>
        !isStepNeeded(byRoute.get(step), context),
    },
  } as never) as unknown as typeof authMachine
}
