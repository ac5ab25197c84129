import { CognitoError } from '../errors.ts'
import { accessToken, deviceKey } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { deviceNotFound, putDevice } from '../pool/devices/devices.ts'
import { readVerifier } from '../pool/devices/read-device-verifier.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  DeviceKey: deviceKey,
  DeviceSecretVerifierConfig: optional(
    structure({
      PasswordVerifier: optional(text({ secret: true })),
      Salt: optional(text({ secret: true })),
    }),
  ),
  DeviceName: optional(text({ min: 1, max: 1024 })),
})

/** Only the sign-in that received a device key may confirm it. */
export const confirmDevice: Operation = async (context, request) => {
  const { AccessToken, DeviceKey, DeviceSecretVerifierConfig, DeviceName } = readInput(
    input,
    request,
  )
  const { state, now } = context
  const { user, family } = await requireAccessToken(context, AccessToken)
  if (family.device?.key !== DeviceKey) throw deviceNotFound()
  if (user.devices.some(({ key }) => key === DeviceKey)) {
    throw new CognitoError('DeviceKeyExistsException', 'Device already exists.')
  }
  const needsConfirmation =
    state.options.DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt ?? false
  putDevice(user, {
    ...family.device,
    ...readVerifier(DeviceSecretVerifierConfig),
    name: DeviceName,
    isRemembered: !needsConfirmation,
    createdAt: now,
    modifiedAt: now,
    authenticatedAt: now,
  })
  return { UserConfirmationNecessary: needsConfirmation }
}
