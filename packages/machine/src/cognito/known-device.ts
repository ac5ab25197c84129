import { toFailure } from '../failure.ts'
import type { DeviceStore, StoredDevice } from '../ports/index.ts'

/**
 * Runs a request that names this device, if it is one of the user's. A device that was forgotten
 * elsewhere is forgotten here too, and the request made again without it.
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
    if (toFailure(error).code !== 'deviceNotFound') throw error
    await devices.clear(username)
    return run({})
  }
}
