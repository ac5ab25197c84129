import { accessToken, deviceKey } from '../input/members.ts'
import { oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { setDeviceStatus } from '../pool/devices/devices.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  DeviceKey: deviceKey,
  DeviceRememberedStatus: optional(oneOf('remembered', 'not_remembered')),
})

export const updateDeviceStatus: Operation = async (context, request) => {
  const { AccessToken, DeviceKey, DeviceRememberedStatus } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  setDeviceStatus(context, user, DeviceKey, DeviceRememberedStatus)
  return {}
}
