import type { AuthUser } from '../../auth-user.ts'
import { pause } from '../../concurrency/pause.ts'
import { loadFailures } from '../../errors/load-failures.ts'
import { ChunkError } from '../../platform/load-chunk.ts'
import type { RequestOptions, TokenSet } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { Secret } from '../../secret.ts'
import { parseTokens, readTokens } from '../../tokens/token-facts.ts'
import { StorageError } from './storage-error.ts'
import { writeJournal } from './write-journal.ts'

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

  async function write(
    { username, kind }: AuthUser,
    { idToken, accessToken, refreshToken }: TokenSet,
    put: (key: string, value: string) => Promise<void>,
  ) {
    if (refreshToken) await put(keyOf(username, 'refreshToken'), refreshToken)
    else await storage.removeItem(keyOf(username, 'refreshToken'))
    await put(keyOf(username, 'idToken'), idToken)
    // Amplify's sign-out then also opens the hosted UI.
    if (kind === 'hostedUi') {
      await put(keyOf(username, 'oauthMetadata'), '{"oauthSignIn":true}')
    }
    await put(keyOf(username, 'accessToken'), accessToken)
    // The two libraries use different units and signs for the drift; 0 means the same in both.
    await put(keyOf(username, 'clockDrift'), '0')
    await put(lastUserKey, username)
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

  async function replace(user: AuthUser, tokens: TokenSet, signal: AbortSignal | undefined) {
    const { username } = user
    const previous = await storage.getItem(lastUserKey)
    const journal = signal && writeJournal(storage, signal)
    const put = journal?.put ?? (async (key: string, value: string) => storage.setItem(key, value))
    try {
      await write(user, tokens, put)
      if (previous && previous !== username) await forget(previous)
    } catch (error) {
      if (signal?.aborted) await attempt(async () => journal?.undo())
      else if (previous !== username) await giveUp(username, previous)
      throw error
    }
  }

  /** Removes what it can from a storage that has just failed. */
  async function giveUp(...usernames: (string | null)[]) {
    for (const username of usernames) if (username) await attempt(() => forget(username))
    await attempt(() => storage.removeItem(lastUserKey))
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
      const revealed = tokens.reveal()
      const { idToken, accessToken, refreshToken } = revealed
      const { user } = readTokens(tokens)
      await guarded(
        () => replace(user, revealed, signal),
        'The storage did not store the session',
        [idToken, accessToken, refreshToken ?? ''],
      )
    },
    clear: () => guarded(clear, 'The storage did not remove the session'),
  }
}

/** @throws StorageError, whose cause has no `secrets` and no objects; ChunkError */
export async function guarded<T>(
  work: () => Promise<T>,
  message: string,
  secrets: readonly string[] = [],
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // The storage itself is not there yet.
    if (error instanceof ChunkError) throw error
    // Where the cause cannot be made safe, it is left out.
    const failures = await loadFailures().catch(() => undefined)
    throw new StorageError(message, { cause: failures?.presentable(error, secrets) })
  }
}

export async function attempt(work: () => unknown) {
  try {
    await work()
  } catch {
    // The caller has another failure already.
  }
}
