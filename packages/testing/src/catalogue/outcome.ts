import { answers, type RequestName } from './answers.ts'
import { nameOf, type Rejection, rejectionsOf } from './rejections.ts'

/** How an actor can end. */
export interface Outcome {
  readonly actor: string
  /** Unique for the actor: what it answers (`tokens`, `SMS_MFA`) or what it throws. */
  readonly name: string
  /** What it answers at a time (epoch ms); absent where it throws. */
  readonly output?: (now: number) => unknown
  /** What it throws; absent where it answers. */
  readonly rejection?: Rejection
}

/** Every outcome of every actor that sends a request: successes first. */
export const outcomes: readonly Outcome[] = (Object.keys(answers) as RequestName[]).flatMap(
  (actor): readonly Outcome[] => [
    ...answersOf(actor).map(([name, output]) => ({ actor, name, output })),
    ...rejectionsOf(actor).map((rejection) => ({ actor, name: nameOf(rejection), rejection })),
  ],
)

function answersOf(actor: RequestName): readonly [string, (now: number) => unknown][] {
  return Object.entries(answers[actor])
}

/** As the actor throws it. */
export function toError({ type, message, thrown = type }: Rejection): Error {
  return Object.assign(new Error(message), { name: thrown })
}
