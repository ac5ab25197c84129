import type { AwsCredentialsAccess } from '../credentials/aws-credentials.ts'
import type { AuthPorts } from '../ports/index.ts'
import { accountActor } from '../session/account-actor.ts'
import { sessionActor } from '../session/session-actor.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { accountRequests } from './account.ts'
import { passkeySignInRequests } from './passkey-sign-in.ts'
import { passkeyRequests } from './passkeys.ts'
import { passwordRequests } from './password.ts'
import { type ActorMakers, toActors } from './request.ts'
import { restoreRequests } from './restore.ts'
import { signInRequests } from './sign-in.ts'
import { signOutRequests } from './sign-out.ts'
import { signUpRequests } from './sign-up.ts'

export type { ActorMakers } from './request.ts'

/**
 * The actors of the chart over its ports. A request is aborted after `timeoutMs` (ms) and when its
 * state is left.
 */
export function createActors(
  ports: AuthPorts,
  keeper: SessionKeeper,
  credentials: Pick<AwsCredentialsAccess, 'exchangeProviderToken'>,
  timeoutMs: number,
): ActorMakers {
  const requests = {
    ...restoreRequests(ports, keeper),
    ...signInRequests(ports, keeper, credentials),
    ...passkeySignInRequests(ports, timeoutMs),
    ...signUpRequests(ports),
    ...passwordRequests(ports, keeper),
    ...accountRequests(ports, keeper),
    ...passkeyRequests(ports, keeper),
    ...signOutRequests(ports, keeper),
  }
  return {
    ...toActors(requests, timeoutMs),
    session: () => sessionActor(keeper, ports),
    account: () => accountActor(keeper, ports, timeoutMs),
  }
}
