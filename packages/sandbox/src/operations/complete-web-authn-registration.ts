import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { registerPasskey } from '../pool/passkeys/register-passkey.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken, Credential: (value: unknown) => value })

/** Stores the passkey that an authenticator made with the options of StartWebAuthnRegistration. */
export const completeWebAuthnRegistration: Operation = async (context, request) => {
  const { AccessToken, Credential } = readInput(input, request)
  const { user, clientId } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
  await registerPasskey(context, user, clientId, Credential)
  return {}
}
