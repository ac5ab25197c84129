import { toFailure } from '../../errors/failure.ts'
import type { DeviceStore, StoredDevice } from '../../ports/index.ts'

/**
 * Runs a request that names this device, if it is one of the user's. A device that Cognito does not
 * know any more is forgotten here too, and the request made again without it.
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
    // Without a word of what was not found, it is the success that tells that it was the device.
    if (!isNamed) await devices.clear(username)
    return answer
  }
}

/** Of a request that named a device: Cognito may not say what it is that it does not find. */
export function isDeviceRejected(error: unknown): boolean {
  const isUnnamed = error instanceof Error && error.name === 'ResourceNotFoundException'
  return isUnnamed || toFailure(error).code === 'deviceNotFound'
}
