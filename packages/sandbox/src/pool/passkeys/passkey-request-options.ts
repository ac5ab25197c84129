import type { OperationContext } from '../../operation.ts'
import { randomBase64Url } from '../../random.ts'
import { fakePasskeyId } from '../credentials/fake-user.ts'
import type { User } from '../users/user.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import { relyingPartyId } from './relying-party.ts'

const minute = 60_000

/**
 * The options of a passkey sign-in. Without a user: one fake credential id, always the same for the name.
 */
export function passkeyRequestOptions(
  { state, random }: OperationContext,
  user: User | undefined,
  username: string,
): PasskeyRequest {
  const { WebAuthnConfiguration, AuthSessionValidity } = state.options
  const isRequired =
    WebAuthnConfiguration.UserVerification === 'required' || user?.mfa.isPasskeyEnabled === true
  const userVerification = isRequired ? 'required' : 'preferred'
  const challenge = randomBase64Url(random, 32)
  const rpId = relyingPartyId(state.options) ?? ''
  const passkeys = user?.passkeys ?? [
    { id: fakePasskeyId(state, username), transports: ['internal'] },
  ]
  const options = JSON.stringify({
    challenge,
    timeout: AuthSessionValidity * minute,
    rpId,
    allowCredentials: passkeys.map(({ id, transports }) => ({
      type: 'public-key',
      id,
      transports,
    })),
    userVerification,
  })
  return { options, challenge, relyingPartyId: rpId, userVerification }
}
