import { accessToken, pageLimit, pageToken } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { listOfDevices } from '../pool/devices/devices.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  Limit: optional(pageLimit),
  PaginationToken: optional(pageToken),
})

export const listDevices: Operation = async (context, request) => {
  const { AccessToken, Limit, PaginationToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  return listOfDevices(user, Limit, PaginationToken)
}
