import { toFailure } from '../../errors/failure.ts'
import type { DeviceStore, StoredDevice } from '../../ports/index.ts'

/**
 * Runs a request that names this device, when it is a device of the user. When Cognito does not know it
 * any more, removes it here too, and runs the request again without it.
 */
export async function withKnownDevice<T>(
  devices: DeviceStore,
  username: string,
  run: (device: Partial<Record<'DEVICE_KEY', string>>) => Promise<T>,
): Promise<T> {
  const device: StoredDevice | undefined = (await devices.load(username))?.reveal()
  if (!device) return run({})
  try {
    return await run({ DEVICE_KEY: device.key })
  } catch (error) {
    if (!isDeviceRejected(error)) throw error
    const isNamed = toFailure(error).code === 'deviceNotFound'
    if (isNamed) await devices.clear(username)
    const answer = await run({})
    // Cognito may not say what it has not found. The success shows that it was the device.
    if (!isNamed) await devices.clear(username)
    return answer
  }
}

/** Whether Cognito rejected a request because of the device that it named. */
export function isDeviceRejected(error: unknown): boolean {
  const isUnnamed = error instanceof Error && error.name === 'ResourceNotFoundException'
  return isUnnamed || toFailure(error).code === 'deviceNotFound'
}
