import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { passkeyKey } from '../users/user-names.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import { friendlyName } from './friendly-name.ts'
import { invalidCredential, originNotAllowed } from './passkey-errors.ts'
import { requirePasskeyRegistration, requireRoomForPasskey } from './passkey-registration.ts'
import { orInvalid, readRegistrationCredential } from './read-credential.ts'
import { verifyRegistration } from './verify-registration.ts'
import { webAuthnLibrary } from './webauthn-library.ts'

/**
 * Adds the passkey of a RegistrationResponseJSON to the user. A registration accepts responses until
 * one is valid.
 *
 * @throws CognitoError with the name of the rule that the response breaks.
 */
export async function registerPasskey(
  context: OperationContext,
  user: User,
  clientId: string,
  document: unknown,
): Promise<void> {
  const { state, now } = context
  requireRoomForPasskey(context, user)
  const credential = readRegistrationCredential(document)
  const library = await webAuthnLibrary()
  const { challenge, origin } = orInvalid(() =>
    library.decodeClientDataJSON(credential.response.clientDataJSON),
  )
  const registration = requirePasskeyRegistration(context, user, clientId, challenge)
  if (!isAllowedOrigin(origin, registration.relyingPartyId)) throw originNotAllowed(origin)
  const verified = await verifyRegistration(credential, registration, origin)
  requireUnused(context, verified.credential.id)
  state.passkeyRegistrations.delete(challenge)
  const { authenticatorAttachment: attachment } = credential
  user.passkeys = [
    ...user.passkeys,
    {
      id: verified.credential.id,
      publicKey: library.isoBase64URL.fromBuffer(verified.credential.publicKey),
      counter: verified.credential.counter,
      transports: credential.response.transports ?? [],
      attachment,
      relyingPartyId: registration.relyingPartyId,
      friendlyName: friendlyName(verified.aaguid, attachment),
      createdAt: now,
    },
  ]
  user.modifiedAt = now
}

/** A credential id belongs to one user (WebAuthn level 3 §7.1, step 26). */
function requireUnused({ state }: OperationContext, id: string): void {
  for (const _ of state.users.named(passkeyKey(id))) throw invalidCredential()
}
