import type { DeviceStore, StoredDevice } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { Secret } from '../../secret.ts'
import { guarded } from '../stores/guarded.ts'

/** At most so many names are stored: a cookie has little room. */
const mostLinks = 10

/** A name that a user may sign in by, and the name that the device is stored under. */
type Link = readonly [name: string, username: string]

/**
 * Stores devices beside the tokens, under the keys of `amazon-cognito-identity-js` and Amplify: by
 * `cognito:username`, or by the typed name when those libraries knew no other. A device is found by all
 * known names of its user. When the storage cannot be read, there is no device; when it cannot remove
 * one, the device stays. `save` throws a StorageError.
 */
export function cognitoDeviceStore(storage: KeyValueStorage, clientId: string): DeviceStore {
  const linksKey = `authchart.${clientId}.names`
  const nameOf = (username: string, name: 'deviceKey' | 'deviceGroupKey' | 'randomPasswordKey') =>
    `CognitoIdentityServiceProvider.${clientId}.${username}.${name}`

  async function loadOne(username: string): Promise<StoredDevice | undefined> {
    const key = await storage.getItem(nameOf(username, 'deviceKey'))
    const groupKey = await storage.getItem(nameOf(username, 'deviceGroupKey'))
    const password = await storage.getItem(nameOf(username, 'randomPasswordKey'))
    return key && groupKey && password ? { key, groupKey, password } : undefined
  }

  async function readLinks(): Promise<readonly Link[]> {
    return parseLinks(await storage.getItem(linksKey))
  }

  /** The names that a device of this user may be stored under. */
  async function namesOf(name: string): Promise<readonly string[]> {
    const links = await readLinks()
    const [, username = name] = links.find(([linked]) => isSame(linked, name)) ?? []
    const others = links.filter(([, of]) => of === username).map(([linked]) => linked)
    return [...new Set([name, username, ...others])]
  }

  return {
    async load(username) {
      try {
        for (const name of await namesOf(username)) {
          const device = await loadOne(name)
          if (device) return new Secret(device)
        }
      } catch {
        // Without a device Cognito requires the second factor.
      }
      return undefined
    },

    /** The key is removed first and written last: an interrupted write leaves no device, not half of two. */
    async save(username, device) {
      const { key, groupKey, password } = device.reveal()
      await guarded(async () => {
        await storage.removeItem(nameOf(username, 'deviceKey'))
        await storage.setItem(nameOf(username, 'deviceGroupKey'), groupKey)
        await storage.setItem(nameOf(username, 'randomPasswordKey'), password)
        await storage.setItem(nameOf(username, 'deviceKey'), key)
      }, 'The storage did not store the device')
    },

    async link(username, names) {
      try {
        const links = await readLinks()
        const fresh = names.filter((name) => name !== username)
        const isKnown = (name: string) =>
          links.some(([linked, of]) => linked === name && of === username)
        if (fresh.every(isKnown)) return
        const others = links.filter(([linked]) => !fresh.some((name) => isSame(linked, name)))
        const next = [...others, ...fresh.map((name): Link => [name, username])]
        await storage.setItem(linksKey, JSON.stringify(next.slice(-mostLinks)))
      } catch {
        // The device is still found by its other names.
      }
    },

    async clear(username) {
      try {
        for (const name of await namesOf(username)) {
          await storage.removeItem(nameOf(name, 'deviceKey'))
          await storage.removeItem(nameOf(name, 'deviceGroupKey'))
          await storage.removeItem(nameOf(name, 'randomPasswordKey'))
        }
      } catch {
        // Cognito rejects the rest at the next sign-in, which then goes on without it.
      }
    },
  }
}

/** Compares like Cognito: e-mail addresses, and in most pools user names, ignore case. */
const isSame = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

function parseLinks(stored: string | null): readonly Link[] {
  try {
    const links: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(links) ? links.filter(isLink) : []
  } catch {
    return []
  }
}

const isLink = (value: unknown): value is Link =>
  Array.isArray(value) && value.length === 2 && value.every((name) => typeof name === 'string')
