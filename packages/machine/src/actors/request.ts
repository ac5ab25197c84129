import { fromPromise, type InputFrom, type OutputFrom } from 'xstate'
import type { AuthRequests } from '../chart/setup.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { presentable } from '../disclosure/presentable.ts'
import { secretsInInput } from '../disclosure/secrets-in.ts'
import type { RequestOptions } from '../ports/index.ts'
import { tidyInput } from '../tidy-input.ts'

type RequestName = Exclude<keyof AuthRequests, 'session' | 'account'>

/** One async function for each request of the chart. */
export type Requests = {
  readonly [Name in RequestName]: (
    input: InputFrom<AuthRequests[Name]>,
    options: RequestOptions,
  ) => Promise<OutputFrom<AuthRequests[Name]>>
}

/** Creates the logic of each actor. A handle stores these functions: the logic is larger and rarely needed. */
export type ActorMakers<Name extends keyof AuthRequests = keyof AuthRequests> = {
  readonly [Key in Name]: () => AuthRequests[Key]
}

/** These last as long as the user takes, so they have no deadline. */
const dialogs: ReadonlySet<RequestName> = new Set([
  'redirectToSignIn',
  'redirectToSignOut',
  'createPasskey',
  'getPasskey',
  'autofillPasskey',
])

/** Promise actors over the requests. Each is aborted after `timeoutMs` (ms), and when its state is left. */
export function toActors(requests: Requests, timeoutMs: number): ActorMakers<RequestName> {
  function toActor<Name extends RequestName>(name: Name) {
    type Input = InputFrom<AuthRequests[Name]>
    return fromPromise<OutputFrom<AuthRequests[Name]>, Input>(({ input, signal }) => {
      // Views tidy their input too, but not every event comes from a view.
      const run = (signal: AbortSignal) => requests[name](tidyInput(input), { signal })
      return presentably(
        input,
        dialogs.has(name) ? run(signal) : withDeadline(timeoutMs, run, signal),
      )
    })
  }
  const names = Object.keys(requests) as RequestName[]
  return Object.fromEntries(
    names.map((name) => [name, () => toActor(name)]),
  ) as unknown as ActorMakers<RequestName>
}

/** Ports may be the app's own: what they throw reaches events, the inspection and the console. */
async function presentably<T>(input: unknown, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw presentable(error, secretsInInput(input))
  }
}
