import { type Outcome, outcomes } from './outcome.ts'

const keeping: ReadonlySet<string> = new Set([
  'signIn',
  'autoSignIn',
  'respondToChallenge',
  'federatedSignIn',
  'completeRedirect',
])

/** What Cognito answers where it is the storage that then refuses to keep it; `undefined` elsewhere. */
export function answerBeforeStorageError({ actor, rejection }: Outcome): Outcome | undefined {
  if (rejection?.type !== 'StorageError' || !keeping.has(actor)) return undefined
  return outcomes.find((one) => one.actor === actor && !one.rejection)
}
