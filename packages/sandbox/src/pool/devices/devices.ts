import { resourceNotFound } from '../../errors.ts'
import { pageOf } from '../../input/paging.ts'
import type { OperationContext } from '../../operation.ts'
import { randomText, randomUuid } from '../../random.ts'
import type { PoolOptions } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import type { Device, DeviceKeys } from './device.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Keys for a sign-in on a new device. The device exists after ConfirmDevice. */
export function createDeviceKeys({ state, random }: OperationContext): DeviceKeys {
  return {
    key: `${state.region}_${randomUuid(random)}`,
    groupKey: `-${randomText(random, letters, 8)}`,
  }
}

export function deviceNotFound() {
  return resourceNotFound('Device does not exist.')
}

export function requireDevice(user: User, key: string): Device {
  const device = user.devices.find((one) => one.key === key)
  if (!device) throw deviceNotFound()
  return device
}

/** The device key that the client sent, checked; `fallback` if it sent none. */
export function knownDeviceKey(
  user: User,
  { DEVICE_KEY }: Readonly<Record<string, string>>,
  fallback?: string | undefined,
): string | undefined {
  return DEVICE_KEY ? requireDevice(user, DEVICE_KEY).key : fallback
}

/** The same for USER_AUTH, which tolerates a device key that is not the user's. */
export function ownDeviceKey(
  user: User,
  { DEVICE_KEY }: Readonly<Record<string, string>>,
): string | undefined {
  return user.devices.find(({ key }) => key === DEVICE_KEY)?.key
}

/**
 * The remembered device, which must prove its secret; `replacesMfa` says whether that replaces a
 * second factor.
 */
export function rememberedDevice(
  { DeviceConfiguration }: PoolOptions,
  user: User,
  key: string | undefined,
): (Device & { readonly replacesMfa: boolean }) | undefined {
  const device = user.devices.find((one) => one.key === key)
  if (!DeviceConfiguration || !device?.isRemembered) return undefined
  return { ...device, replacesMfa: DeviceConfiguration.ChallengeRequiredOnNewDevice ?? false }
}

/** Replaces the device with the same key, or adds it. */
export function putDevice(user: User, device: Device): void {
  const isNew = user.devices.every(({ key }) => key !== device.key)
  user.devices = isNew
    ? [...user.devices, device]
    : user.devices.map((one) => (one.key === device.key ? device : one))
}

/** The device in the shape of DeviceType; dates in epoch s. */
export function describeDevice(device: Device) {
  return {
    DeviceKey: device.key,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      ...(device.name === undefined ? [] : [{ Name: 'device_name', Value: device.name }]),
      { Name: 'last_ip_used', Value: '127.0.0.1' },
      {
        Name: 'dev:device_remembered_status',
        Value: device.isRemembered ? 'remembered' : 'not_remembered',
      },
    ],
    DeviceCreateDate: device.createdAt / 1000,
    DeviceLastModifiedDate: device.modifiedAt / 1000,
    DeviceLastAuthenticatedDate: device.authenticatedAt / 1000,
  }
}

export function listOfDevices(
  { devices }: User,
  limit: number | undefined,
  token: string | undefined,
) {
  const { page, next } = pageOf(devices, { limit, token })
  return { Devices: page.map(describeDevice), ...(next !== undefined && { PaginationToken: next }) }
}

export function setDeviceStatus(
  { now }: OperationContext,
  user: User,
  key: string,
  status: 'remembered' | 'not_remembered' | undefined,
): void {
  const device = requireDevice(user, key)
  const isRemembered = status === undefined ? device.isRemembered : status === 'remembered'
  putDevice(user, { ...device, isRemembered, modifiedAt: now })
}

/** Deletes a device. Its sessions continue until their tokens expire. */
export function forget(user: User, key: string): void {
  const device = requireDevice(user, key)
  user.devices = user.devices.filter((one) => one !== device)
}
