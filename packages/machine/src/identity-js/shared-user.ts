import {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  type CognitoUserPool,
  CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js'
import type { AuthSession } from '../session/auth-session.ts'
import type { GetOptions } from '../session/session-keeper.ts'

/** The session of an auth, as the library's methods need it. */
export interface SharedSession {
  /** @throws SignedOutError when it has ended. */
  get(options?: GetOptions): Promise<AuthSession>
  /** Ends it at the auth; resolves then. */
  end(global: boolean): Promise<void>
}

type SessionCallback = Parameters<CognitoUser['getSession']>[0]
type RefreshCallback = Parameters<CognitoUser['refreshSession']>[1]
type Metadata = Readonly<Record<string, string>> | undefined

/** What the library has at run time, and its types lack. */
interface Untyped {
  signInUserSession: CognitoUserSession | null
}

/** A `CognitoUser` whose session is an auth's. Its storage is its own, so the library's keys of the auth stay as they are. */
export class SharedUser extends CognitoUser {
  readonly #shared: SharedSession

  /** @internal */
  constructor(username: string, pool: CognitoUserPool, shared: SharedSession) {
    super({ Username: username, Pool: pool, Storage: ownStorage() })
    this.#shared = shared
  }

  /** Makes a session current. @internal */
  show(session: AuthSession | undefined): void {
    const untyped = this as unknown as Untyped
    untyped.signInUserSession = session ? toUserSession(session) : null
  }

  override getSession(
    callback: SessionCallback,
    { clientMetadata }: { clientMetadata?: Record<string, string> } = {},
  ): void {
    this.#answer({ clientMetadata }, callback as RefreshCallback)
  }

  /** The auth has the refresh token: the one that is passed is not used. */
  override refreshSession(
    _refreshToken: CognitoRefreshToken,
    callback: RefreshCallback,
    clientMetadata?: Metadata,
  ): void {
    this.#answer({ forceRefresh: true, clientMetadata }, callback)
  }

  override signOut(callback?: (error?: unknown) => void): void {
    this.#shared.end(false).then(
      () => callback?.(),
      (error: unknown) => callback?.(error),
    )
  }

  override globalSignOut({ onSuccess, onFailure }: Parameters<CognitoUser['globalSignOut']>[0]) {
    this.#shared.end(true).then(() => onSuccess('SUCCESS'), onFailure)
  }

  /** Called by the library when the session is over for it, e.g. after `deleteUser`. */
  clearCachedUser(): void {
    this.#shared.end(false).catch(() => undefined)
  }

  #answer(options: GetOptions, callback: RefreshCallback): void {
    const answer = async () => {
      const session = await this.#shared.get(options)
      this.show(session)
      return toUserSession(session)
    }
    answer().then(
      (session) => callback(null, session),
      (error: unknown) => callback(error, null),
    )
  }
}

function toUserSession({ idToken, accessToken, expiresAt }: AuthSession): CognitoUserSession {
  const id = new CognitoIdToken({ IdToken: idToken })
  const access = new CognitoAccessToken({ AccessToken: accessToken })
  const data = {
    IdToken: id,
    AccessToken: access,
    // Empty: the library sends no refresh of its own then.
    RefreshToken: new CognitoRefreshToken({ RefreshToken: '' }),
    // In s: the library's own guess is right only for tokens that have just arrived.
    ClockDrift: Math.round(expiresAt / 1000 - Math.min(id.getExpiration(), access.getExpiration())),
  }
  return new CognitoUserSession(data)
}

/** For what the library caches of the user. */
function ownStorage(): ICognitoStorage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}
