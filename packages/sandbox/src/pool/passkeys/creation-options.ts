import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from '../../base64.ts'
import type { User } from '../users/user.ts'
import { ceremonyTimeout } from './passkey-registration.ts'
import type { PasskeyRegistration } from './pending-registration.ts'

/** The algorithms of passkeys (IANA COSE), the preferred one first: ES256, RS256. */
export const passkeyAlgorithms = [-7, -257]

/** PublicKeyCredentialCreationOptionsJSON. Passkeys of the user are excluded. */
export function passkeyCreationOptions(
  { username, sub, passkeys }: User,
  { challenge, relyingPartyId, isVerificationRequired }: PasskeyRegistration,
) {
  return {
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: isVerificationRequired ? 'required' : 'preferred',
    },
    challenge,
    excludeCredentials: passkeys.map(({ id }) => ({ id, type: 'public-key' })),
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ alg, type: 'public-key' })),
    rp: { id: relyingPartyId, name: relyingPartyId },
    timeout: ceremonyTimeout,
    user: { displayName: username, id: userHandleOf(sub), name: username },
  }
}

/** The user id that an authenticator stores: the sub, in base64url. */
export function userHandleOf(sub: string): string {
  return toBase64Url(utf8ToBytes(sub))
}
