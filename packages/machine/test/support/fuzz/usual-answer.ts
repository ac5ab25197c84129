import { outcomes } from '../../../../testing/src/catalogue/outcome.ts'
import {
  defaultExchange,
  hasDefault,
} from '../../../../testing/src/scripted-cognito/default-exchange.ts'
import type { Exchange } from '../../../../testing/src/scripted-cognito/exchange.ts'
import { exchangesOf } from '../../../../testing/src/scripted-cognito/exchanges-of.ts'
import type { Moment } from '../../../../testing/src/scripted-cognito/pool.ts'
import type { Random } from './random.ts'

/** An answer that Cognito may give to an operation, for the actor that waits for it where there is one. */
export function usualAnswer(
  operation: string,
  request: Readonly<Record<string, unknown>>,
  actor: string | undefined,
  moment: Moment,
  random: Random,
  isRejected: boolean,
): Exchange {
  if (hasDefault(operation) && !isRejected) return defaultExchange(operation, request, moment)
  const isSrp = operation === 'RespondToAuthChallenge' || 'SRP_A' in Object(request.AuthParameters)
  const fitting = outcomes.filter(
    (outcome) =>
      (!actor || outcome.actor === actor) && isRejected === (outcome.rejection !== undefined),
  )
  const found = (fitting.length > 0 ? [random.pick(fitting)] : []).flatMap((outcome) =>
    exchangesOf(outcome, moment, { isSrp }),
  )
  const exchange = found.find((exchange) => exchange.operation === operation)
  return exchange?.kind === 'answer' ? exchange : defaultExchange(operation, request, moment)
}
