import type { Auth } from '../auth.ts'
import type { authMachine } from '../chart/machine.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import { type ChartOption, extendKey, type StepsOption } from './chart-options.ts'
import type { AnyStep } from './step.ts'

/** A chart with states of the app's own. */
export interface Extension {
  readonly machine: typeof authMachine
  /** From here on the actions of the steps in this system of actors work with this auth. */
  serve?(system: object, auth: Auth, timeoutMs: number): void
}

/** @throws ConfigError for what is neither a step nor a chart. */
export function extensionOf({
  steps,
  chart,
}: Partial<StepsOption & ChartOption>): Extension | undefined {
  const extended = chart ?? steps?.[0]
  if (!extended) return undefined
  const { [extendKey]: extend } = extended as Partial<Extendable>
  if (!extend) throw new ConfigError('"steps" are of defineStep(), "chart" is of ownChart()')
  return extend(steps)
}

interface Extendable {
  readonly [extendKey]: (steps?: readonly AnyStep[]) => Extension
}
