/**
 * `authAt`: an auth on any screen, without a backend. Runs in a browser as in Node.
 *
 * @packageDocumentation
 */

export type { Answers } from './at/answers.ts'
export { type AuthAt, authAt } from './at/auth-at.ts'
export type { Call } from './at/calls.ts'
export type { FailureAt, NoticeAt, RequestFailure } from './at/messages-at.ts'
export type { PendingAt, PlaceAt, PlaceFacts } from './at/place-facts.ts'
export type { StepAnswers, StepPlaceAt, WithSteps } from './at/step-facts.ts'
