import { accessToken } from '../input/members.ts'
import { readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { deletePasskey } from '../pool/passkeys/list-passkeys.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken, CredentialId: text({ max: 131_072 }) })

/** Deletes a passkey. Sessions that began with it continue. */
export const deleteWebAuthnCredential: Operation = async (context, request) => {
  const { AccessToken, CredentialId } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
  deletePasskey(context, user, CredentialId)
  return {}
}
