import {
  type AuthFetchInit,
  type AuthSession,
  type FailureCode,
  Secret,
  toFailure,
} from '@authchart/machine'
import type { AuthRequests } from '@authchart/machine/xstate'
import type { InputFrom, OutputFrom } from 'xstate'
import type { answers, RequestName } from '../catalogue/answers.ts'
import { type Outcome, outcomes, toError } from '../catalogue/outcome.ts'
import type { Answer } from './scripted-chart.ts'

type Given<Output> = Output | Promise<Output>

/** Answers with what it returns. One that throws rejects the request. */
export type AnswerBy<Input, Output> = (
  input: Input,
  options: { readonly signal: AbortSignal },
) => Given<Output>

/**
 * The answer to a request: its name in the catalogue of outcomes (`'tokens'`, `'SMS_MFA'`), the code of a failure, or a
 * function. One that throws rejects the request.
 */
type AnswerTo<Name extends RequestName> =
  | (keyof (typeof answers)[Name] & string)
  | FailureCode
  | AnswerBy<InputFrom<AuthRequests[Name]>, OutputFrom<AuthRequests[Name]>>

/** By the name of the request of the chart, or of the function of the auth that gives something. */
export type Answers = { readonly [Name in RequestName]?: AnswerTo<Name> | undefined } & {
  readonly getSession?: (() => Given<AuthSession>) | undefined
  readonly fetch?:
    | ((input: string | URL | Request, init?: AuthFetchInit) => Given<Response>)
    | undefined
}

/** How an actor of the catalogue ends with a failure. */
export function rejectionsWith(actor: string, code: FailureCode): readonly Outcome[] {
  return outcomes.filter(
    (outcome) =>
      outcome.actor === actor &&
      outcome.rejection &&
      toFailure(toError(outcome.rejection)).code === code,
  )
}

/**
 * Reads the answers of the caller.
 *
 * @param actions of the app's own steps, `acceptTerms.accept`.
 * @throws TypeError for a name that the catalogue does not have.
 */
export function answerBy(given: Answers, actions: readonly string[]): Answer {
  const named = new Map<string, unknown>(Object.entries(given))
  const endOf = (request: string, answer: string) =>
    actions.includes(request) ? endOfAction(request, answer) : outcomeNamed(request, answer)
  for (const [request, answer] of named) {
    if (typeof answer === 'string') endOf(request, answer)
  }
  return (request, input, signal) => {
    const answer = named.get(request)
    if (typeof answer === 'string') return end(endOf(request, answer))
    if (answer instanceof Error) return Promise.reject(answer)
    if (typeof answer !== 'function') return undefined
    const typed = actions.includes(request) && input instanceof Secret ? input.reveal() : input
    return (async () => answer(typed, { signal }))()
  }
}

/** What a failure was thrown as. */
export function errorOf(failure: FailureCode | Error): unknown {
  return failure instanceof Error ? failure : toError(rejectionWith(failure))
}

/** Any request that fails so: each of them throws the same. */
function rejectionWith(code: string) {
  const found = outcomes.find(
    ({ rejection }) => rejection && toFailure(toError(rejection)).code === code,
  )?.rejection
  if (!found) throw new TypeError(`No request ends with "${code}"`)
  return found
}

function endOfAction(actor: string, name: string): Outcome {
  if (name === 'done') return { actor, name, output: () => undefined }
  return { actor, name, rejection: rejectionWith(name) }
}

async function end({ output, rejection }: Outcome): Promise<unknown> {
  if (rejection) throw toError(rejection)
  return output?.(Date.now())
}

function outcomeNamed(request: string, name: string): Outcome {
  const named = outcomes.find((outcome) => outcome.actor === request && outcome.name === name)
  const outcome = named ?? rejectionsWith(request, name as FailureCode)[0]
  if (!outcome) throw new TypeError(`${request} never ends with "${name}"`)
  return outcome
}
