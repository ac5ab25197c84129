import type { TokenStore } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { Secret } from '../secret.ts'
import { readIdToken } from '../session/id-token.ts'
import { StorageError } from './errors.ts'

/**
 * Keeps tokens under the keys of `amazon-cognito-identity-js` and Amplify, so that a session that
 * they left behind is found here, and the other way round.
 */
export function cognitoTokenStore(storage: KeyValueStorage, clientId: string): TokenStore {
  const prefix = `CognitoIdentityServiceProvider.${clientId}`
  const lastUserKey = `${prefix}.LastAuthUser`
  const keyOf = (username: string, name: string) => `${prefix}.${username}.${name}`

  /** The name goes last: as long as it is there, what is left can be found. */
  async function clear() {
    const username = await storage.getItem(lastUserKey)
    if (!username) return
    for (const name of ['idToken', 'accessToken', 'refreshToken', 'clockDrift', 'userData']) {
      await storage.removeItem(keyOf(username, name))
    }
    await storage.removeItem(lastUserKey)
  }

  async function guarded(work: () => Promise<void>, message: string) {
    try {
      await work()
    } catch (cause) {
      throw new StorageError(message, { cause })
    }
  }

  return {
    async load() {
      const username = await storage.getItem(lastUserKey)
      if (!username) return undefined
      const [idToken, accessToken, refreshToken] = await Promise.all(
        ['idToken', 'accessToken', 'refreshToken'].map((name) =>
          storage.getItem(keyOf(username, name)),
        ),
      )
      if (!idToken || !accessToken || !refreshToken || !isReadable(idToken)) return undefined
      return new Secret({ idToken, accessToken, refreshToken })
    },

    async save(tokens) {
      const { idToken, accessToken, refreshToken } = tokens.reveal()
      const { username } = readIdToken(idToken).user
      const write = async () => {
        if ((await storage.getItem(lastUserKey)) !== username) await clear()
        await storage.setItem(lastUserKey, username)
        await storage.setItem(keyOf(username, 'idToken'), idToken)
        await storage.setItem(keyOf(username, 'accessToken'), accessToken)
        await storage.setItem(keyOf(username, 'refreshToken'), refreshToken)
        // The two libraries count the drift in other units and signs; 0 means the same to both.
        await storage.setItem(keyOf(username, 'clockDrift'), '0')
      }
      await guarded(async () => {
        try {
          await write()
        } catch (error) {
          // Half a session is none.
          await clear().catch(() => undefined)
          throw error
        }
      }, 'The storage refused to keep the session')
    },

    clear: () => guarded(clear, 'The storage refused to forget the session'),
  }
}

function isReadable(idToken: string): boolean {
  try {
    readIdToken(idToken)
    return true
  } catch {
    return false
  }
}
