import { deviceKey, username, userPoolId } from '../input/members.ts'
import { oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { setDeviceStatus } from '../pool/devices/devices.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  DeviceKey: deviceKey,
  DeviceRememberedStatus: optional(oneOf('remembered', 'not_remembered')),
})

export const adminUpdateDeviceStatus: Operation = (context, request) => {
  const { DeviceKey, DeviceRememberedStatus } = readInput(input, request)
  const user = requestedUser(context, request)
  setDeviceStatus(context, user, DeviceKey, DeviceRememberedStatus)
  return {}
}
