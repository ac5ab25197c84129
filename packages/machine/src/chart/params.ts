import { toFailure } from '../errors/failure-reader.ts'
import type { Challenge, ChallengeAnswer, ClientMetadata } from '../ports/index.ts'
import { ExpiredCodeError } from './chart-errors.ts'
import { type AuthContext, challengeOf } from './context.ts'
import type { PasskeyPicked } from './outcomes.ts'

/** The output of an actor, as the parameters of a guard or an action. */
export function outputOf<Output>({ event }: { event: { output: Output } }): Output {
  return event.output
}

/** The output of the actor whose end has entered the state. */
export function outputIn<Output>(event: object): Output {
  return (event as { output: Output }).output
}

/** The error of an actor and its id, as parameters. */
export function errorOf({ event }: { event: { error: unknown; actorId?: string } }) {
  return {
    error: event.error,
    actor: event.actorId,
  }
}

/** Likewise, for a code that its challenge has taken with it. */
export function codeErrorOf({ event }: { event: { error: unknown; actorId?: string } }) {
  return {
    error: new ExpiredCodeError(event.error),
    actor: event.actorId,
  }
}

/** The error of an actor as a failure, as parameters. */
export function failureOf({ event }: { event: { error: unknown } }) {
  return {
    failure: toFailure(event.error),
  }
}

/** The event's `clientMetadata`. An actor's result can also enter the state; it has none. */
export function metadataOf(event: object): ClientMetadata | undefined {
  return 'clientMetadata' in event
    ? (event.clientMetadata as ClientMetadata | undefined)
    : undefined
}

/** The input of `respondToChallenge`: an answer to the challenge of that type. */
export function answering(
  context: AuthContext,
  type: Challenge['type'],
  answer: ChallengeAnswer,
  clientMetadata?: ClientMetadata,
) {
  const challenge = challengeOf(context, type)
  return { username: context.username, challenge, answer, clientMetadata }
}

/** The passkey of the actor whose result enters the state. */
export function credentialOf(event: object): PasskeyPicked['credential'] {
  return (event as { readonly output: PasskeyPicked }).output.credential
}
