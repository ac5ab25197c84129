import type { OperationContext } from '../../operation.ts'
import { randomBase64Url } from '../../random.ts'
import { fakePasskeyId } from '../credentials/fake-user.ts'
import type { User } from '../users/user.ts'
import { relyingPartyId } from './relying-party.ts'

/** What the service remembers between a WEB_AUTHN challenge and its response. */
export interface PasskeyRequest {
  /** CREDENTIAL_REQUEST_OPTIONS: PublicKeyCredentialRequestOptionsJSON as text. */
  readonly options: string
  /** Base64url; the client data of the response must contain it. */
  readonly challenge: string
  readonly relyingPartyId: string
  readonly userVerification: 'preferred' | 'required'
}

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
