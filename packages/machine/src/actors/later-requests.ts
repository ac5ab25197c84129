import type { AwsCredentialsAccess } from '../credentials/aws-credentials.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { accountRequests } from './account.ts'
import { passkeyRequests } from './passkeys.ts'
import { passwordRequests } from './password.ts'
import type { LaterRequests } from './request.ts'
import { signInRequests } from './sign-in.ts'
import { signUpRequests } from './sign-up.ts'

/** The requests that follow an action of the user. */
export function laterRequests(
  ports: AuthPorts,
  keeper: SessionKeeper,
  credentials: Pick<AwsCredentialsAccess, 'exchangeProviderToken'>,
): LaterRequests {
  return {
    ...signInRequests(ports, keeper, credentials),
    ...signUpRequests(ports),
    ...passwordRequests(ports, keeper),
    ...accountRequests(ports, keeper),
    ...passkeyRequests(ports, keeper),
  }
}
