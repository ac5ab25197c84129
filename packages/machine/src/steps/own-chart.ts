import type { AnyStateMachine } from 'xstate'
import type { authMachine } from '../chart/machine.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import { withFailures } from '../errors/with-failures.ts'
import type { OwnView } from '../view/views/own-view.ts'
import { extendKey, type OwnChart } from './chart-options.ts'
import { extendChart } from './extend-chart.ts'
import type { AnyStep } from './step.ts'

/**
 * A chart that you have extended by hand, for the option `chart` of `createAuth`: `authMachine.config` with more states. A
 * state that is not ours has its screen in `meta.screen`, an {@link OwnScreen}.
 *
 * @typeParam View the views of these screens.
 *
 * @example
 * const chart = ownChart<TermsView>(createMachine({ ...authMachine.config, states }, authMachine.implementations))
 * export const auth = createAuth({ config, chart })
 */
export function ownChart<View extends OwnView>(machine: AnyStateMachine): OwnChart<View> {
  return {
    [extendKey](steps) {
      if (steps) throw new ConfigError('"chart" and "steps" cannot be used together')
      return { machine: withFailures(machine) }
    },
  }
}

/**
 * The chart with these steps, as `createAuth({ steps })` runs it: for walks, for drawings, for Stately's editor.
 *
 * @throws ConfigError if two states would have one name.
 */
export function chartWith(steps: readonly AnyStep[]): typeof authMachine {
  return withFailures(extendChart(steps).machine)
}
