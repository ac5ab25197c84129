import {
  type AuthFetchInit,
  type AuthSession,
  type FailureCode,
  toFailure,
} from '@authchart/machine'
import type { AuthRequests } from '@authchart/machine/xstate'
import type { InputFrom, OutputFrom } from 'xstate'
import type { answers, RequestName } from '../catalogue/answers.ts'
import { type Outcome, outcomes, toError } from '../catalogue/outcome.ts'
import type { Answer } from './scripted-chart.ts'

type Given<Output> = Output | Promise<Output>

/**
 * The answer to a request: its name in the catalogue of outcomes (`'tokens'`, `'SMS_MFA'`), the code of a failure, or a
 * function. One that throws rejects the request.
 */
type AnswerTo<Name extends RequestName> =
  | (keyof (typeof answers)[Name] & string)
  | FailureCode
  | ((
      input: InputFrom<AuthRequests[Name]>,
      options: { readonly signal: AbortSignal },
    ) => Given<OutputFrom<AuthRequests[Name]>>)

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
 * @throws TypeError for a name that the catalogue does not have.
 */
export function answerBy(given: Answers): Answer {
  const named = new Map<string, unknown>(Object.entries(given))
  for (const [request, answer] of named) {
    if (typeof answer === 'string') outcomeNamed(request, answer)
  }
  return (request, input, signal) => {
    const answer = named.get(request)
    if (typeof answer === 'function') return (async () => answer(input, { signal }))()
    if (typeof answer === 'string') return end(outcomeNamed(request, answer))
    return undefined
  }
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
