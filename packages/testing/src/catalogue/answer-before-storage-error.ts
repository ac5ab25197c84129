import { type Outcome, outcomes } from './outcome.ts'

const keeping: ReadonlySet<string> = new Set([
  'signIn',
  'autoSignIn',
  'respondToChallenge',
  'federatedSignIn',
  'completeRedirect',
])

/** The successful outcome after which the storage rejects the write; `undefined` for other outcomes. */
export function answerBeforeStorageError({ actor, rejection }: Outcome): Outcome | undefined {
  if (rejection?.type !== 'StorageError' || !keeping.has(actor)) return undefined
  return outcomes.find((one) => one.actor === actor && !one.rejection)
}
