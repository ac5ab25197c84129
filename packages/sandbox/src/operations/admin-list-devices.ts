import { pageLimit, pageToken, username, userPoolId } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { listOfDevices } from '../pool/devices/devices.ts'
import { requestedDeviceOwner } from '../pool/users/requested-user.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  Limit: optional(pageLimit),
  PaginationToken: optional(pageToken),
})

export const adminListDevices: Operation = (context, request) => {
  const { Limit, PaginationToken } = readInput(input, request)
  return listOfDevices(requestedDeviceOwner(context, request), Limit, PaginationToken)
}
