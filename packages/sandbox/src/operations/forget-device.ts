import { accessToken, deviceKey } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { forget } from '../pool/devices/devices.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken, DeviceKey: deviceKey })

export const forgetDevice: Operation = async (context, request) => {
  const { AccessToken, DeviceKey } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  forget(user, DeviceKey)
  return {}
}
