import { wrongCredentials } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import type { PasskeyRequest } from './passkey-request.ts'

/**
 * Checks the CREDENTIAL of a WEB_AUTHN response (AuthenticationResponseJSON as text), and returns the user whose passkey signed.
 * It stores the new signature counter.
 *
 * @throws CognitoError NotAuthorizedException; also for a user who does not exist.
 */
export async function verifyPasskey(
  _context: OperationContext,
  _user: User | undefined,
  _request: PasskeyRequest,
  _credential: string,
): Promise<User> {
  throw wrongCredentials()
}
