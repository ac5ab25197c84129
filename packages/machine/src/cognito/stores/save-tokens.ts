import type { AuthUser } from '../../auth-user.ts'
import type { TokenSet } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { Secret } from '../../secret.ts'
import { readTokens } from '../../tokens/token-facts.ts'
import { attempt, guarded } from './guarded.ts'
import { writeJournal } from './write-journal.ts'

/** Where a session is stored. */
interface TokenPlace {
  readonly storage: KeyValueStorage
  readonly lastUserKey: string
  readonly keyOf: (username: string, name: string) => string
  /** Removes all keys of a user. */
  readonly forget: (username: string) => Promise<void>
}

/**
 * A lazy chunk: what follows a sign-in and a refresh.
 *
 * @throws StorageError
 */
export async function saveTokens(
  place: TokenPlace,
  tokens: Secret<TokenSet>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const revealed = tokens.reveal()
  const { idToken, accessToken, refreshToken } = revealed
  const { user } = readTokens(tokens)
  await guarded(
    () => replace(place, user, revealed, signal),
    'The storage did not store the session',
    [idToken, accessToken, refreshToken ?? ''],
  )
}

async function replace(
  place: TokenPlace,
  user: AuthUser,
  tokens: TokenSet,
  signal: AbortSignal | undefined,
) {
  const { storage, lastUserKey, forget } = place
  const { username } = user
  const previous = await storage.getItem(lastUserKey)
  const journal = signal && writeJournal(storage, signal)
  const put = journal?.put ?? (async (key: string, value: string) => storage.setItem(key, value))
  try {
    await write(place, user, tokens, put)
    if (previous && previous !== username) await forget(previous)
  } catch (error) {
    if (signal?.aborted) await attempt(async () => journal?.undo())
    else if (previous !== username) await giveUp(place, [username, previous])
    throw error
  }
}

async function write(
  { storage, lastUserKey, keyOf }: TokenPlace,
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

/** Removes what it can from a storage that has just failed. */
async function giveUp(
  { storage, lastUserKey, forget }: TokenPlace,
  usernames: readonly (string | null)[],
) {
  for (const username of usernames) if (username) await attempt(() => forget(username))
  await attempt(() => storage.removeItem(lastUserKey))
}
