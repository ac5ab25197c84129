import type { Auth } from '../auth.ts'
import type { authMachine } from '../chart/machine.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import type { OwnView } from '../view/views/own-view.ts'
import type { AnyStep } from './step.ts'

/** On a step, what builds the chart with it: whoever defines no step has no line of it in the page. */
export const extendKey: unique symbol = Symbol.for('@authchart/machine:extend')

/** On an {@link OwnChart}, its machine. */
export const machineKey: unique symbol = Symbol.for('@authchart/machine:machine')

/** The view that a chart adds, for types alone. */
declare const addedView: unique symbol

/** The chart with states of your own, by `ownChart` of `@authchart/machine/xstate`. */
export interface OwnChart<View extends OwnView = OwnView> {
  readonly [machineKey]: object
  readonly [addedView]?: View
}

/** A chart with states of the app's own. */
export interface Extension {
  readonly machine: typeof authMachine
  /** From here on the actions of the steps in this system of actors work with this auth. */
  serve?(system: object, auth: Auth, timeoutMs: number): void
}

export interface StepsOption<Steps extends readonly AnyStep[] = readonly AnyStep[]> {
  /**
   * Steps of your own, each by `defineStep`; those at the same place come in this order.
   *
   * @example
   * createAuth({ config, steps: [invitation, acceptTerms] })
   */
  steps: Steps
}

export interface ChartOption<View extends OwnView = OwnView> {
  /**
   * The chart with states that you have added yourself: see `ownChart` of `@authchart/machine/xstate`. Not together with
   * `steps`.
   */
  chart: OwnChart<View>
}

/** @throws ConfigError for what is neither a step nor a chart. */
export function extensionOf({
  steps = [],
  chart,
}: Partial<StepsOption & ChartOption>): Extension | undefined {
  const [first] = steps
  if (chart) {
    const machine = chart[machineKey] as typeof authMachine | undefined
    if (!machine || first)
      throw new ConfigError('"chart" is what ownChart() gives, without "steps"')
    return { machine }
  }
  if (!first) return undefined
  const { [extendKey]: extend } = first as Partial<Extendable>
  if (!extend) throw new ConfigError('"steps" are what defineStep() gives')
  return extend(steps)
}

interface Extendable {
  readonly [extendKey]: (steps: readonly AnyStep[]) => Extension
}
