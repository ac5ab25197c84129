import { fromPromise, type InputFrom, type OutputFrom } from 'xstate'
import { type AuthRequests, actors } from '../chart/setup.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { presentably } from '../errors/load-failures.ts'
import { throwIfAborted } from '../platform/abort.ts'
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

/** What the first screen and a sign-out request: there at once. */
export type EarlyRequests = Pick<
  Requests,
  | 'readSession'
  | 'refreshSession'
  | 'autofillPasskey'
  | 'revokeToken'
  | 'endSession'
  | 'globalSignOut'
  | 'redirectToSignOut'
>

/** What an action of the user requests: loaded when the page is idle, or by the first of them. */
export type LaterRequests = Omit<Requests, keyof EarlyRequests>

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
export function toActors(
  early: EarlyRequests,
  loadLater: () => Promise<LaterRequests>,
  timeoutMs: number,
): ActorMakers<RequestName> {
  function toActor<Name extends RequestName>(name: Name) {
    type Input = InputFrom<AuthRequests[Name]>
    return fromPromise<OutputFrom<AuthRequests[Name]>, Input>(({ input, signal }) => {
      const send = (requests: EarlyRequests | LaterRequests, signal: AbortSignal) =>
        // Views tidy their input too, but not every event comes from a view.
        (requests as Requests)[name](tidyInput(input), { signal })
      const sendLater = async (signal: AbortSignal) => {
        const requests = await loadLater()
        // The state may have been left meanwhile.
        throwIfAborted(signal)
        return send(requests, signal)
      }
      const run = (signal: AbortSignal) =>
        presentably(async () => (name in early ? send(early, signal) : sendLater(signal)), input)
      return dialogs.has(name) ? run(signal) : withDeadline(timeoutMs, run, signal)
    })
  }
  const names = Object.keys(actors) as RequestName[]
  return Object.fromEntries(
    names.map((name) => [name, () => toActor(name)]),
  ) as unknown as ActorMakers<RequestName>
}
