import { exchangesOf, outcomes } from '@authchart/testing'
import type { Ending } from '../fetch/ending.ts'
import type { FetchTap } from '../fetch/fetch-tap.ts'
import { isAnswerable } from './actor-outcomes.ts'

/** A possible ending of a request. */
export interface NamedEnding {
  /** Unique for the operation. */
  readonly name: string
  readonly isRejection: boolean
  readonly give: (tap: FetchTap, request: number) => void
}

const rejection = (type: string, message: string): Ending => ({
  kind: 'answer',
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': type },
  body: { __type: type, message },
})

/** What may happen to requests of which the catalogue has nothing: those that only read. */
const general: readonly (readonly [string, Ending])[] = [
  ['NotAuthorizedException', rejection('NotAuthorizedException', 'Access Token has been revoked')],
  ['TooManyRequestsException', rejection('TooManyRequestsException', 'Rate exceeded')],
  ['NetworkError', { kind: 'drop' }],
]

/** How requests of an operation may end: as the catalogue says of the actors that make them. */
export function endingsOf(operation: string): readonly NamedEnding[] {
  const concerned = outcomes.filter(
    (outcome) =>
      isAnswerable(outcome) &&
      exchangesOf(outcome).some((one) => one.operation === operation && !one.isUsual),
  )
  const byName = new Map(concerned.map((outcome) => [outcome.name, outcome]))
  if (byName.size > 0) {
    return [...byName].map(([name, outcome]) => ({
      name,
      isRejection: outcome.rejection !== undefined,
      give: (tap, request) => void tap.answerWith(request, outcome),
    }))
  }
  return general.map(([name, ending]) => ({
    name,
    isRejection: true,
    give: (tap, request) => void tap.answer(request, ending),
  }))
}
