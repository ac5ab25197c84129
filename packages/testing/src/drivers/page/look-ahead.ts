import { answerBeforeStorageError } from '../../catalogue/answer-before-storage-error.ts'
import type { Outcome } from '../../catalogue/outcome.ts'
import { isSigningInAlone } from '../../model/leaves.ts'
import type { Place, Step } from '../../model/model.ts'
import { exchangesOf } from '../../scripted-cognito/exchanges-of.ts'
import { nextRequest } from '../../scripted-cognito/next-request.ts'

/** What has to be seen to before a step is taken, for what it leads to. */
export interface LookAhead {
  /** What the page will find in its storage. */
  readonly read?: Outcome | undefined
  /** The actor whose storage will reject. */
  readonly rejecting?: Pick<Outcome, 'actor'> | undefined
  /** How the next request ends, `undefined` where none is made. */
  readonly armed: Outcome | undefined | 'as before'
  /** How many of the next steps happen by themselves. */
  readonly ahead: number
}

/** A place that is left before it can be seen. */
export function isTransient({ leaf, facts }: Place): boolean {
  return (
    leaf === 'restoring.reading' ||
    leaf === 'signingOut.ending' ||
    (isSigningInAlone(leaf) && !facts.has('passwordStored')) ||
    (leaf === 'signingOut.revoking' && facts.has('federated'))
  )
}

/** Follows a walk through all places that the page passes by itself. */
export function lookAhead(
  step: Pick<Step, 'to'> & { readonly from: Place | undefined },
  rest: readonly Step[],
): LookAhead {
  let at: Pick<Step, 'to'> & { readonly from: Place | undefined } = step
  let read: Outcome | undefined
  let rejecting: Outcome | undefined
  let ahead = 0
  for (;;) {
    const [next, ...more] = rest.slice(ahead)
    if (at.from?.leaf === at.to.leaf) return { read, rejecting, armed: 'as before', ahead }
    const outcome = next?.outcome
    if (isTransient(at.to) && next && outcome) {
      if (outcome.actor === 'readSession' && outcome.output) read = outcome
      if (outcome.rejection) rejecting = outcome
      at = next
      ahead += 1
      continue
    }
    const from = at.from ?? { ...at.to, leaf: '' }
    const coming = nextRequest({
      step: { ...at, from } as Step,
      rest: next ? [next, ...more] : [],
    })
    if (coming?.isAwaited && isStubborn(coming.outcome)) rejecting = coming.outcome
    const isRequested = coming && exchangesOf(coming.outcome).length > 0
    return { read, rejecting, armed: isRequested ? coming.outcome : undefined, ahead }
  }
}

/** Cognito is requested, but the storage rejects. */
const isStubborn = (outcome: Outcome) =>
  answerBeforeStorageError(outcome) !== undefined ||
  (outcome.actor === 'revokeToken' && outcome.rejection?.operation === 'browser')
