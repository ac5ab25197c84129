import { wrongCredentials } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import { userHandleOf } from './creation-options.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import { orInvalid, readAuthenticationCredential } from './read-credential.ts'
import { webAuthnLibrary } from './webauthn-library.ts'

/**
 * Checks the CREDENTIAL of a WEB_AUTHN response (AuthenticationResponseJSON as text), and returns the
 * user whose passkey signed. It stores the new signature counter.
 *
 * @throws CognitoError InvalidParameterException for text of another shape; NotAuthorizedException for
 * everything else, also for a user who does not exist.
 */
export async function verifyPasskey(
  { now }: OperationContext,
  user: User | undefined,
  request: PasskeyRequest,
  credential: string,
): Promise<User> {
  const { id, rawId, type, response } = readAuthenticationCredential(credential)
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  const library = await webAuthnLibrary()
  const { origin } = orInvalid(() => library.decodeClientDataJSON(clientDataJSON))
  const passkey = user?.passkeys.find((one) => one.id === id)
  const isOfUser = !userHandle || (user && userHandle === userHandleOf(user.sub))
  if (!user || !passkey || !isOfUser || !isAllowedOrigin(origin, request.relyingPartyId)) {
    throw wrongCredentials()
  }
  const counter = await library
    .verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: request.challenge,
      expectedOrigin: origin,
      expectedRPID: request.relyingPartyId,
      requireUserVerification: request.userVerification === 'required',
      credential: {
        id,
        publicKey: library.isoBase64URL.toBuffer(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    .then(
      ({ verified, authenticationInfo }) => (verified ? authenticationInfo.newCounter : undefined),
      () => undefined,
    )
  if (counter === undefined) throw wrongCredentials()
  user.passkeys = user.passkeys.map((one) => (one.id === id ? { ...one, counter } : one))
  user.modifiedAt = now
  return user
}
