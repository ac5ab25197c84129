import { toFailure } from '@authchart/machine'
import { type AuthSnapshot, connect, pathOf } from '@authchart/machine/xstate'
import type { AnyEventObject, AnyMachineSnapshot } from 'xstate'
import { type Outcome, toError } from '../../catalogue/outcome.ts'
import { leafNode, pathOfNode } from '../../model/leaf.ts'

/** The first difference from the expected snapshot; `undefined` if there is none. */
export function differenceOf(
  snapshot: AuthSnapshot,
  expected: AnyMachineSnapshot,
): string | undefined {
  const wanted = pathOfNode(leafNode(expected))
  const leaf = pathOf(snapshot)
  const { failure, notice, elsewhere } = connect(snapshot, () => undefined)
  const { context } = expected
  return (
    differs('', leaf, wanted) ??
    differs('Failure ', failure?.code, context.failure?.code) ??
    differs('Notice ', notice, context.notice) ??
    differs('User ', canonical(snapshot.context.user), canonical(context.user)) ??
    differs('Elsewhere ', canonical(elsewhere), canonical(context.elsewhere))
  )
}

/** The first difference between the end of an actor and its outcome in the catalogue. */
export function differenceOfEnd(
  { output, error }: AnyEventObject,
  { actor, rejection, ...outcome }: Outcome,
  now: number,
): string | undefined {
  if (rejection) {
    const [met, expected] = [toFailure(error), toFailure(toError(rejection))]
    return differs(`${actor} fails with `, met.code, expected.code)
  }
  const expected = outcome.output?.(now)
  // An outcome without an output makes no difference to the chart.
  if (expected === undefined) return undefined
  const { challenge: _, ...shown } = output
  return differs(
    `${actor} answers `,
    canonical(actor === 'associateSoftwareToken' ? shown : output),
    canonical(expected),
  )
}

const differs = (what: string, actual: unknown, expected: unknown) =>
  actual === expected ? undefined : `${what}${actual} instead of ${expected}`

/** Fields that differ at each moment, or that only Cognito or the app reads. */
const passing: ReadonlySet<string> = new Set([
  'issuedAt',
  'session',
  'customState',
  // Walks go on alike, whichever factor was rejected.
  'rejected',
  // Tokens have more of them than the users of the catalogue.
  'claims',
])

/** As text: the same for what is the same. Secrets are `[secret]`. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (key, entry: unknown) => {
    if (passing.has(key)) return undefined
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry
    return Object.fromEntries(
      Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  })
}
