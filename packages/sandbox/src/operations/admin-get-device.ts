import { deviceKey, username, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { describeDevice, requireDevice } from '../pool/devices/devices.ts'
import { requestedDeviceOwner } from '../pool/users/requested-user.ts'

const input = structure({ UserPoolId: userPoolId, Username: username, DeviceKey: deviceKey })

export const adminGetDevice: Operation = (context, request) => {
  const { DeviceKey } = readInput(input, request)
  const user = requestedDeviceOwner(context, request)
  return { Device: describeDevice(requireDevice(user, DeviceKey)) }
}
