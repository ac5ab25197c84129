import { accessToken, pageToken } from '../input/members.ts'
import { integer, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { listOfPasskeys, passkeyPage } from '../pool/passkeys/list-passkeys.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  MaxResults: optional(integer({ min: 0, max: passkeyPage })),
  NextToken: optional(pageToken),
})

export const listWebAuthnCredentials: Operation = async (context, request) => {
  const { AccessToken, MaxResults, NextToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
  return listOfPasskeys(user, MaxResults, NextToken)
}
