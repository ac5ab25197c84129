import { type AnyActorLogic, fromPromise, type InputFrom, type OutputFrom } from 'xstate'
import type { AuthRequests } from '../chart/setup.ts'
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

/** Creates the logic of an actor, by its name. A handle stores this function: the logic is larger and rarely needed. */
export type ActorMaker<Name = keyof AuthRequests> = (name: Name) => AnyActorLogic

/** These last as long as the user takes, so they have no deadline. */
const dialogs: ReadonlySet<RequestName> = new Set([
  'redirectToSignIn',
  'redirectToSignOut',
  'createPasskey',
  'getPasskey',
  'autofillPasskey',
])

/** Promise actors over the requests. Each is aborted after `timeoutMs` (ms), and when its state is left. */
export function requestActors(
  early: EarlyRequests,
  loadLater: () => Promise<LaterRequests>,
  timeoutMs: number,
): ActorMaker<RequestName> {
  return <Name extends RequestName>(name: Name) =>
    fromPromise<OutputFrom<AuthRequests[Name]>, InputFrom<AuthRequests[Name]>>(
      ({ input, signal }) => {
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
      },
    )
}
