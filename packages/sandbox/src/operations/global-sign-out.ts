import { notAuthorized } from '../errors.ts'
import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import { revokeAllOf } from '../pool/tokens/token-families.ts'

const input = structure({ AccessToken: accessToken })

export const globalSignOut: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken, {
    // GlobalSignOut does not declare UserNotFoundException.
    deletedUser: () => notAuthorized('Access Token has been revoked'),
  })
  revokeAllOf(context.state, user)
  return {}
}
