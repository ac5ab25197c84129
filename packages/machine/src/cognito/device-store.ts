import type { DeviceStore } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { Secret } from '../secret.ts'

/** Keeps devices beside the tokens, under the keys of `amazon-cognito-identity-js` and Amplify. */
export function cognitoDeviceStore(storage: KeyValueStorage, clientId: string): DeviceStore {
  const nameOf = (username: string, name: 'deviceKey' | 'deviceGroupKey' | 'randomPasswordKey') =>
    `CognitoIdentityServiceProvider.${clientId}.${username}.${name}`

  return {
    async load(username) {
      const key = await storage.getItem(nameOf(username, 'deviceKey'))
      const groupKey = await storage.getItem(nameOf(username, 'deviceGroupKey'))
      const password = await storage.getItem(nameOf(username, 'randomPasswordKey'))
      return key && groupKey && password ? new Secret({ key, groupKey, password }) : undefined
    },

    /** The key goes first and comes last: interrupted halfway it is no device, not half of two. */
    async save(username, device) {
      const { key, groupKey, password } = device.reveal()
      await storage.removeItem(nameOf(username, 'deviceKey'))
      await storage.setItem(nameOf(username, 'deviceGroupKey'), groupKey)
      await storage.setItem(nameOf(username, 'randomPasswordKey'), password)
      await storage.setItem(nameOf(username, 'deviceKey'), key)
    },

    async clear(username) {
      await storage.removeItem(nameOf(username, 'deviceKey'))
      await storage.removeItem(nameOf(username, 'deviceGroupKey'))
      await storage.removeItem(nameOf(username, 'randomPasswordKey'))
    },
  }
}
