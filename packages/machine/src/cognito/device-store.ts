import type { DeviceStore } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { Secret } from '../secret.ts'

/** Keeps devices beside the tokens, under the keys of `amazon-cognito-identity-js` and Amplify. */
export function cognitoDeviceStore(storage: KeyValueStorage, clientId: string): DeviceStore {
  const keysOf = (username: string) =>
    ['deviceKey', 'deviceGroupKey', 'randomPasswordKey'].map(
      (name) => `CognitoIdentityServiceProvider.${clientId}.${username}.${name}`,
    )

  return {
    async load(username) {
      const [key, groupKey, password] = await Promise.all(
        keysOf(username).map((name) => storage.getItem(name)),
      )
      return key && groupKey && password ? new Secret({ key, groupKey, password }) : undefined
    },

    async save(username, device) {
      const { key, groupKey, password } = device.reveal()
      const values = [key, groupKey, password]
      for (const [index, name] of keysOf(username).entries()) {
        await storage.setItem(name, values[index] ?? '')
      }
    },

    async clear(username) {
      for (const name of keysOf(username)) await storage.removeItem(name)
    },
  }
}
