import { pause } from '../../concurrency/pause.ts'
import { presentable } from '../../disclosure/presentable.ts'
import type { RequestOptions, TokenSet } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { Secret } from '../../secret.ts'
import { readIdToken } from '../../tokens/id-token.ts'
import { hasOpenIdScope } from '../../tokens/read-tokens.ts'
import { requireTokenSet } from '../../tokens/token-claims.ts'
import { StorageError } from '../errors.ts'
import { writeJournal } from './write-journal.ts'

/** In so many ms another tab is through with writing large tokens, of which a half is none. */
const writingMs = 100

interface Stored {
  readonly accessToken: string | null
  readonly idToken: string | null
  readonly refreshToken: string | null
}

/** What the libraries keep of a signed-in user, whose device is not among it. */
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
 * Keeps tokens under the keys of `amazon-cognito-identity-js` and Amplify, so that a session that
 * they left behind is found here, and the other way round.
 *
 * Other tabs read while one writes. So the refresh token is written first and read last: an access
 * token is never found with a refresh token that is older, which Cognito may have replaced.
 *
 * `save` that fails leaves the user's session as it was, or a newer refresh token in it; of another
 * user's, and where there was none, nothing is left.
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

  /** The session, or what there is that is none. `tries`: a storage may name another user each time. */
  async function look(
    tries = 3,
  ): Promise<{ tokens?: Secret<TokenSet> | undefined; broken?: Stored }> {
    const found = await read()
    const tokens = found && sessionIn(found)
    if (!found || tokens) return { tokens }
    // Another tab may have signed in somebody else meanwhile.
    if ((await storage.getItem(lastUserKey)) !== found.username && tries > 1) return look(tries - 1)
    return found.accessToken || found.idToken || found.refreshToken ? { broken: found } : {}
  }

  /**
   * What is no session though there are tokens is read again a little later: another tab may be writing
   * large ones. If it stays so, it is cleared: nobody could use it, and nobody would sign it out.
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
    // The implicit grant gives no refresh token; in whatever else is stored, it is missing.
    if (!idToken || !accessToken || !(refreshToken || hasOpenIdScope(accessToken))) return undefined
    try {
      requireTokenSet({ idToken, accessToken }, { clientId, userPoolId })
      return new Secret({ idToken, accessToken, refreshToken: refreshToken ?? undefined })
    } catch {
      return undefined
    }
  }

  async function write(
    username: string,
    { idToken, accessToken, refreshToken }: TokenSet,
    put: (key: string, value: string) => Promise<void>,
  ) {
    if (refreshToken) await put(keyOf(username, 'refreshToken'), refreshToken)
    else await storage.removeItem(keyOf(username, 'refreshToken'))
    await put(keyOf(username, 'idToken'), idToken)
    // So that Amplify's sign-out leads through the hosted UI as well.
    if (hasOpenIdScope(accessToken)) {
      await put(keyOf(username, 'oauthMetadata'), '{"oauthSignIn":true}')
    }
    await put(keyOf(username, 'accessToken'), accessToken)
    // The two libraries count the drift in other units and signs; 0 means the same to both.
    await put(keyOf(username, 'clockDrift'), '0')
    await put(lastUserKey, username)
  }

  /** All of it, also where a storage rejects a part: what it does not remove is made empty. */
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

  async function replace(username: string, tokens: TokenSet, signal: AbortSignal | undefined) {
    const previous = await storage.getItem(lastUserKey)
    const journal = signal && writeJournal(storage, signal)
    const put = journal?.put ?? (async (key: string, value: string) => storage.setItem(key, value))
    try {
      await write(username, tokens, put)
      if (previous && previous !== username) await forget(previous)
    } catch (error) {
      if (signal?.aborted) await attempt(async () => journal?.undo())
      else if (previous !== username) await giveUp(username, previous)
      throw error
    }
  }

  /** As far as a storage allows that has just rejected something. */
  async function giveUp(...usernames: (string | null)[]) {
    for (const username of usernames) if (username) await attempt(() => forget(username))
    await attempt(() => storage.removeItem(lastUserKey))
  }

  /** The name goes last: as long as it is there, what is left can be found. */
  async function clear() {
    const username = await storage.getItem(lastUserKey)
    if (!username) return
    await forget(username)
    // Amplify's, for whoever was signed in.
    await storage.removeItem(`${prefix}.oauthSignIn`)
    await storage.removeItem(lastUserKey)
  }

  return {
    load: async () => (await look()).tokens,
    loadOrClear,
    async save(tokens: Secret<TokenSet>, { signal }: Partial<RequestOptions> = {}): Promise<void> {
      const revealed = tokens.reveal()
      const { idToken, accessToken, refreshToken } = revealed
      const { username } = readIdToken(idToken).user
      await guarded(
        () => replace(username, revealed, signal),
        'The storage did not store the session',
        [idToken, accessToken, refreshToken ?? ''],
      )
    },
    clear: () => guarded(clear, 'The storage did not remove the session'),
  }
}

/** @throws StorageError, whose cause holds nothing of `secrets` and no objects. */
export async function guarded<T>(
  work: () => Promise<T>,
  message: string,
  secrets: readonly string[] = [],
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new StorageError(message, { cause: presentable(error, secrets) })
  }
}

export async function attempt(work: () => unknown) {
  try {
    await work()
  } catch {
    // Who attempts has a failure already.
  }
}
