import { pause } from '../../concurrency/pause.ts'
import { loadChunk } from '../../platform/load-chunk.ts'
import type { RequestOptions, TokenSet } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { Secret } from '../../secret.ts'
import { parseTokens, readTokens } from '../../tokens/token-facts.ts'
import { attempt, guarded } from './guarded.ts'

/** Another tab finishes writing large tokens within this time. In ms. */
const writingMs = 100

interface Stored {
  readonly accessToken: string | null
  readonly idToken: string | null
  readonly refreshToken: string | null
}

/** The keys that the libraries store for a session. The device has its own keys. */
const namesOfSession = [
  'refreshToken',
  'accessToken',
  'idToken',
  'clockDrift',
  'userData',
  'signInDetails',
  'oauthMetadata',
]

/**
 * Stores tokens under the keys of `amazon-cognito-identity-js` and Amplify, so that each library finds the
 * session of the other.
 *
 * Other tabs read while one tab writes. So the refresh token is written first and read last: an access
 * token is never combined with an older refresh token, which Cognito may have replaced.
 *
 * A `save` that fails keeps the user's previous session, or that session with a newer refresh token. When
 * the previous session was another user's, or there was none, nothing stays.
 */
export function cognitoTokenStore(storage: KeyValueStorage, clientId: string, userPoolId?: string) {
  const prefix = `CognitoIdentityServiceProvider.${clientId}`
  const lastUserKey = `${prefix}.LastAuthUser`
  const keyOf = (username: string, name: string) => `${prefix}.${username}.${name}`

  async function read() {
    const username = await storage.getItem(lastUserKey)
    if (!username) return undefined
    const accessToken = await storage.getItem(keyOf(username, 'accessToken'))
    const idToken = await storage.getItem(keyOf(username, 'idToken'))
    const refreshToken = await storage.getItem(keyOf(username, 'refreshToken'))
    return { username, accessToken, idToken, refreshToken }
  }

  /** The stored session, or the values that are not one. `tries`: the stored user may change meanwhile. */
  async function look(
    tries = 3,
  ): Promise<{ tokens?: Secret<TokenSet> | undefined; broken?: Stored }> {
    const found = await read()
    const tokens = found && sessionIn(found)
    if (!found || tokens) return { tokens }
    // Another tab may have signed in another user meanwhile.
    if ((await storage.getItem(lastUserKey)) !== found.username && tries > 1) return look(tries - 1)
    return found.accessToken || found.idToken || found.refreshToken ? { broken: found } : {}
  }

  /**
   * Reads incomplete tokens again after {@link writingMs}: another tab may be writing them. Tokens that stay
   * incomplete are removed: no app could use them, and no user would sign them out.
   */
  async function loadOrClear(): Promise<Secret<TokenSet> | undefined> {
    const { tokens, broken } = await look()
    if (!broken) return tokens
    await pause(writingMs)
    const again = await look()
    if (JSON.stringify(again.broken) === JSON.stringify(broken)) await attempt(clear)
    return again.tokens
  }

  function sessionIn({ accessToken, idToken, refreshToken }: Stored): Secret<TokenSet> | undefined {
    if (!idToken || !accessToken) return undefined
    const stored = { idToken, accessToken, refreshToken: refreshToken ?? undefined }
    try {
      const tokens = parseTokens(stored, { clientId, userPoolId })
      // Only sessions of the implicit grant (hosted UI) have no refresh token.
      return refreshToken || readTokens(tokens).user.kind === 'hostedUi' ? tokens : undefined
    } catch {
      return undefined
    }
  }

  /** Removes all keys. A key that the storage does not remove is set to an empty text. */
  async function forget(username: string) {
    const rejected: unknown[] = []
    for (const name of namesOfSession) {
      const key = keyOf(username, name)
      try {
        await storage.removeItem(key)
      } catch (error) {
        rejected.push(error)
        await attempt(() => storage.setItem(key, ''))
      }
    }
    if (rejected.length > 0) throw rejected[0]
  }

  /** Removes the name last: the remaining keys can be found as long as it is stored. */
  async function clear() {
    const username = await storage.getItem(lastUserKey)
    if (!username) return
    await forget(username)
    // Amplify's flag, which names no user.
    await storage.removeItem(`${prefix}.oauthSignIn`)
    await storage.removeItem(lastUserKey)
  }

  return {
    load: async () => (await look()).tokens,
    loadOrClear,
    async save(tokens: Secret<TokenSet>, { signal }: Partial<RequestOptions> = {}): Promise<void> {
      const { saveTokens } = await loadChunk(import('./save-tokens.ts'), 'What stores a session')
      await saveTokens({ storage, lastUserKey, keyOf, forget }, tokens, signal)
    },
    clear: () => guarded(clear, 'The storage did not remove the session'),
  }
}
