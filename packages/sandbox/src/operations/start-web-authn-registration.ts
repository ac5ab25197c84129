import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { passkeyCreationOptions } from '../pool/passkeys/creation-options.ts'
import { startPasskeyRegistration } from '../pool/passkeys/passkey-registration.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken })

/** Returns the options for `navigator.credentials.create`. */
export const startWebAuthnRegistration: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user, clientId } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
  const registration = startPasskeyRegistration(context, user, clientId)
  return { CredentialCreationOptions: passkeyCreationOptions(user, registration) }
}
