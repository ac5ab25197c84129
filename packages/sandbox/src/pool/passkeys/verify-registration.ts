import { passkeyAlgorithms } from './creation-options.ts'
import { invalidCredential, passkeyNotSupported, relyingPartyMismatch } from './passkey-errors.ts'
import type { PasskeyRegistration } from './pending-registration.ts'
import { orInvalid, type RegistrationCredential } from './read-credential.ts'
import { webAuthnLibrary } from './webauthn-library.ts'

/** The library verifies everything; what has an exception of its own is checked before. */
export async function verifyRegistration(
  credential: RegistrationCredential,
  registration: PasskeyRegistration,
  origin: string,
) {
  const library = await webAuthnLibrary()
  const { id, rawId, type, response } = credential
  const { isoBase64URL, isoUint8Array } = library
  const { attestation, data, algorithm } = orInvalid(() => {
    const attestation = library.decodeAttestationObject(
      isoBase64URL.toBuffer(response.attestationObject),
    )
    const data = library.parseAuthenticatorData(attestation.get('authData'))
    const key = library.decodeCredentialPublicKey(data.credentialPublicKey ?? new Uint8Array())
    return { attestation, data, algorithm: key.get(library.cose.COSEKEYS.alg) ?? 0 }
  })
  const ownHash = await library.toHash(registration.relyingPartyId)
  if (!isoUint8Array.areEqual(data.rpIdHash, ownHash)) throw relyingPartyMismatch()
  if (!passkeyAlgorithms.includes(algorithm)) {
    throw passkeyNotSupported('The algorithm of the passkey is neither ES256 nor RS256.')
  }
  if (registration.isVerificationRequired && !data.flags.uv) {
    throw passkeyNotSupported('The authenticator did not verify the user.')
  }
  try {
    const { registrationInfo } = await library.verifyRegistrationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: {
          clientDataJSON: response.clientDataJSON,
          attestationObject: isCheckedHere(attestation.get('fmt'))
            ? response.attestationObject
            : isoBase64URL.fromBuffer(withoutAttestation(library, attestation.get('authData'))),
        },
      },
      expectedChallenge: registration.challenge,
      expectedOrigin: origin,
      expectedRPID: registration.relyingPartyId,
      requireUserVerification: registration.isVerificationRequired,
      supportedAlgorithmIDs: passkeyAlgorithms,
    })
    if (registrationInfo?.credential.id === id) return registrationInfo
  } catch {
    // The library's messages are for developers of servers.
  }
  throw invalidCredential()
}

function isCheckedHere(format: string): boolean {
  return format === 'none' || format === 'packed'
}

type Library = Awaited<ReturnType<typeof webAuthnLibrary>>
type CborMap = Parameters<Library['isoCBOR']['encode']>[0]

/**
 * The same registration without its attestation. Cognito enforces none, and the library would look up the
 * certificates of most formats online.
 */
function withoutAttestation({ isoCBOR }: Library, authData: Uint8Array) {
  const statement: CborMap = new Map()
  return isoCBOR.encode(
    new Map([
      ['fmt', 'none'],
      ['attStmt', statement],
      ['authData', authData],
    ] as [string, CborMap][]),
  )
}
