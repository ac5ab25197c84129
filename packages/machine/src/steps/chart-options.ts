import type { OwnView } from '../view/views/own-view.ts'
import type { AnyStep } from './step.ts'

/** On a step and on an {@link OwnChart}, what gives their chart: an app without them has none of its code. */
export const extendKey: unique symbol = Symbol.for('@authchart/machine:extend')

/** The view that a chart adds, for types alone. */
declare const addedView: unique symbol

/** The chart with states of your own, by `ownChart` of `@authchart/machine/xstate`. */
export interface OwnChart<View extends OwnView = OwnView> {
  readonly [extendKey]: (steps?: readonly AnyStep[]) => object
  readonly [addedView]?: View
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
