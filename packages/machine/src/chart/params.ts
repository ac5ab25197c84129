import { toFailure } from '../errors/failure.ts'
import type { ClientMetadata } from '../ports/index.ts'

/** The output of an actor, as the parameters of a guard or an action. */
export const outputOf = <Output>({ event }: { event: { output: Output } }): Output => event.output

/** The error of an actor and its id, as parameters. */
export const errorOf = ({ event }: { event: { error: unknown; actorId?: string } }) => ({
  error: event.error,
  actor: event.actorId,
})

/** The error of an actor as a failure, as parameters. */
export const failureOf = ({ event }: { event: { error: unknown } }) => ({
  failure: toFailure(event.error),
})

/** The event's `clientMetadata`. An actor's result can also enter the state; it has none. */
export const metadataOf = (event: object): ClientMetadata | undefined =>
  'clientMetadata' in event ? (event.clientMetadata as ClientMetadata | undefined) : undefined
