import { deviceKey, username, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { forget } from '../pool/devices/devices.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

const input = structure({ UserPoolId: userPoolId, Username: username, DeviceKey: deviceKey })

export const adminForgetDevice: Operation = (context, request) => {
  const { DeviceKey } = readInput(input, request)
  forget(requestedUser(context, request), DeviceKey)
  return {}
}
