import { exchangesOf, type Outcome, outcomes } from '@authchart/testing'
import type { FetchTap } from '../fetch/fetch-tap.ts'

/** Whether an outcome is the response to a request; an act of the browser itself has none. */
export function isAnswerable(outcome: Outcome): boolean {
  return outcome.rejection?.operation !== 'browser' && exchangesOf(outcome).length > 0
}

/** What can be chosen while an actor waits. */
export function outcomesOf(actor: string): readonly Outcome[] {
  return outcomes.filter((outcome) => outcome.actor === actor && isAnswerable(outcome))
}

/** Ends the pending request of the outcome's actor; `false` if that actor has sent none yet. */
export async function endRequestOf(
  requests: Pick<FetchTap, 'pending' | 'answerWith'>,
  outcome: Outcome,
): Promise<boolean> {
  const own = exchangesOf(outcome).filter(({ isUsual }) => !isUsual)
  const operations = own.map(({ operation }) => operation)
  const mine = requests.pending.find(({ operation }) => operations.includes(operation))
  return mine !== undefined && requests.answerWith(mine.request, outcome)
}
