import { toFailure } from '../errors/failure.ts'
import type { ClientMetadata } from '../ports/index.ts'

/** What an actor answered, as the parameters of a guard or an action. */
export const outputOf = <Output>({ event }: { event: { output: Output } }): Output => event.output

/** What an actor threw, likewise, and which it was. */
export const errorOf = ({ event }: { event: { error: unknown; actorId?: string } }) => ({
  error: event.error,
  actor: event.actorId,
})

/** Likewise, as the failure that it is. */
export const failureOf = ({ event }: { event: { error: unknown } }) => ({
  failure: toFailure(event.error),
})

/** Of a state that is also entered by answers of Cognito, which bring none. */
export const metadataOf = (event: object): ClientMetadata | undefined =>
  'clientMetadata' in event ? (event.clientMetadata as ClientMetadata | undefined) : undefined
