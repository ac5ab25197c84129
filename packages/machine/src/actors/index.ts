import type { AwsCredentialsAccess } from '../credentials/aws-credentials.ts'
import { lazy } from '../platform/lazy.ts'
import type { AuthPorts } from '../ports/index.ts'
import { accountActor } from '../session/account-actor.ts'
import { sessionActor } from '../session/session-actor.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { autofillRequests } from './autofill.ts'
import { type ActorMaker, requestActors } from './request.ts'
import { restoreRequests } from './restore.ts'
import { signOutRequests } from './sign-out.ts'

export type { ActorMaker } from './request.ts'

/**
 * The actors of the chart over its ports. A request is aborted after `timeoutMs` (ms) and when its
 * state is left.
 */
export function createActors(
  ports: AuthPorts,
  keeper: SessionKeeper,
  credentials: Pick<AwsCredentialsAccess, 'exchangeProviderToken'>,
  timeoutMs: number,
): ActorMaker {
  const early = {
    ...restoreRequests(ports, keeper),
    ...autofillRequests(ports, timeoutMs),
    ...signOutRequests(ports, keeper),
  }
  const loadLater = lazy(
    () => import('./later-requests.ts'),
    ({ laterRequests }) => laterRequests(ports, keeper, credentials),
    'What sends requests',
  )
  const requestActor = requestActors(early, loadLater, timeoutMs)
  return (name) => {
    if (name === 'session') return sessionActor(keeper, ports)
    if (name === 'account') return accountActor(keeper, ports, timeoutMs)
    return requestActor(name)
  }
}
