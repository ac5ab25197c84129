import type { AuthUser } from '../auth-user.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { FederatedUserError } from '../errors/auth-errors.ts'
import { isTokenRejected } from '../errors/failure-reader.ts'
import { failureOf } from '../errors/load-failures.ts'
import { throwIfAborted } from '../platform/abort.ts'
import { lazy } from '../platform/lazy.ts'
import type {
  AuthPorts,
  ClientMetadata,
  SessionTokens,
  StoreChange,
  TokenSet,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import type { AuthSession } from './auth-session.ts'
import type { Refresher } from './refresher.ts'
import { type SessionChange, SessionState } from './session-state.ts'
import { StoreSync } from './store-sync.ts'
import { type TokenSession, toSession } from './token-session.ts'

export interface GetOptions {
  /** Refreshes tokens that are not due, e.g. after attributes or groups have changed. */
  readonly forceRefresh?: boolean
  /** Passed to the pre token generation trigger if there is a refresh. */
  readonly clientMetadata?: ClientMetadata | undefined
}

interface RefreshOptions {
  /** Sends a request in any case, because the claims have changed. */
  readonly isForced?: boolean
  readonly generation?: number
}

type Ports = Pick<
  AuthPorts,
  'userPool' | 'federation' | 'tokenStore' | 'clock' | 'channel' | 'lock'
>

/** Tokens that are younger than this (ms) are not refreshed because an API rejects them. */
const freshMs = 10_000

/**
 * The only owner of tokens: in memory while signed in, in the token store between page loads and
 * for the other tabs.
 *
 * A session may end while a caller waits. So callers read the `generation` before the wait, and the
 * methods compare it after the wait: a request of one user never gets the tokens of another.
 */
export class SessionKeeper {
  readonly #clock: AuthPorts['clock']
  readonly #state: SessionState
  readonly #sync: StoreSync
  readonly #loadRefresher: () => Promise<Refresher>
  #resuming: Promise<void> | undefined

  /**
   * @param timeoutMs how long a storage, a lock or a request may take, in ms.
   * @param claims of the ID token that the user has beside the attributes.
   */
  constructor(ports: Ports, timeoutMs: number, claims: readonly string[] = []) {
    this.#clock = ports.clock
    this.#state = new SessionState(timeoutMs)
    this.#sync = new StoreSync(ports, this.#state, claims)
    this.#loadRefresher = lazy(
      () => import('./refresher.ts'),
      ({ Refresher }) => new Refresher(ports, this.#state, this.#sync),
      'What refreshes the session',
    )
  }

  /** Reads the token store. `isDue`: the tokens have to be refreshed first. */
  async load(signal: AbortSignal): Promise<{ user: AuthUser; isDue: boolean } | undefined> {
    const stored = await this.#sync.read()
    throwIfAborted(signal)
    if (!stored) return undefined
    this.#state.replace(stored, true)
    return { user: stored.user, isDue: this.isDue }
  }

  /** Finds the tokens of a user whom a server has rendered: the chart starts as signed in. */
  resume(user: AuthUser): void {
    const state = this.#state
    state.shownUserId = user.userId
    const load = async () => {
      const stored = await this.#sync.read()
      if (state.stopped.aborted) return
      if (stored?.user.userId === user.userId) {
        state.replace(stored, true)
        return
      }
      // Requests that wait were made by the user who was shown.
      state.endGeneration()
      state.notify(
        stored
          ? { type: 'session.found', user: stored.user }
          : { type: 'session.ended', failure: undefined },
      )
    }
    this.#resuming = withDeadline(this.#state.timeoutMs, load, state.stopped).catch(async (error) =>
      state.notify({ type: 'session.ended', failure: await failureOf(error) }),
    )
  }

  /**
   * Stores tokens that Cognito has just sent and makes their session current. Revokes them if `signal`
   * aborts before they are stored, or the store fails.
   */
  start(tokens: SessionTokens, signal: AbortSignal): Promise<AuthUser> {
    return this.#sync.start(tokens, signal)
  }

  /** Ends the session at once, then deletes its tokens from the store. Rejects when the store does. */
  end(reason?: StoreChange['reason']): Promise<void> {
    return this.#sync.signOut(reason)
  }

  /** Reads the store and follows what another tab has done (`change`). Never rejects. */
  syncWithStore(change?: StoreChange): Promise<void> {
    return this.#sync.syncWithStore(change)
  }

  /** The tokens, not refreshed. Waits for those of a user whom a server has rendered. */
  async resumed(): Promise<SessionTokens | undefined> {
    const { generation } = this
    if (this.#resuming) await this.#resuming
    return generation === this.generation ? this.#state.current?.tokens : undefined
  }

  /**
   * Changes when a session ends. Read it when a request is made, before any wait, and pass it on:
   * the methods that take it reject with SignedOutError if that session has ended meanwhile.
   */
  get generation(): number {
    return this.#state.generation
  }

  get user(): AuthUser | undefined {
    return this.#state.current?.user
  }

  /** Whether there are tokens that have to be refreshed. */
  get isDue(): boolean {
    const { current } = this.#state
    const now = this.#clock.now()
    return current !== undefined && (now >= current.dueAt || now < current.validFrom)
  }

  /** When the timer has to refresh the tokens, epoch ms; `undefined` if there are none. */
  get refreshAt(): number | undefined {
    const { current } = this.#state
    const now = this.#clock.now()
    return current && (now < current.validFrom ? now : current.refreshAt)
  }

  /**
   * The session, refreshed first when it is due or `forceRefresh` is set. If the refresh fails, tokens
   * that are due but not expired are returned.
   */
  async get(options: GetOptions = {}, generation = this.generation): Promise<AuthSession> {
    await this.#resuming
    return toSession(await this.#fresh(options, generation))
  }

  /** The tokens for an identity pool, refreshed first when due; `undefined` if no user is signed in. */
  async current(generation = this.generation): Promise<SessionTokens | undefined> {
    await this.#resuming
    return this.#state.current && (await this.#fresh({}, generation)).tokens
  }

  /**
   * A session with another access token than `accessToken`, which an API has rejected. Returns the same
   * token if it is younger than 10 s.
   */
  async replace(accessToken: string, generation = this.generation): Promise<AuthSession> {
    const current = this.#state.require(generation)
    const { receivedAt = Number.NEGATIVE_INFINITY } = current
    const age = this.#clock.now() - receivedAt
    // Negative if the clock was set back meanwhile.
    const isFresh = age >= 0 && age < freshMs
    const session = toSession(current)
    if (isFresh || session.accessToken !== accessToken) return session
    await this.#renew(false)
    return toSession(this.#state.require(generation))
  }

  /**
   * Runs a request with the access token. If Cognito rejects the token, the request is sent once more
   * after a refresh, which shows whether the session is over.
   */
  async withTokens<T>(run: (tokens: Secret<TokenSet>) => Promise<T>): Promise<T> {
    const { generation } = this
    await this.get({}, generation)
    const current = this.#state.require(generation)
    try {
      return await run(tokenSetOf(current))
    } catch (error) {
      const failure = await failureOf(error)
      if (!isTokenRejected(failure) || generation !== this.generation) throw error
      await this.#renew(false)
      if (generation !== this.generation) throw error
      return run(tokenSetOf(this.#state.require(generation)))
    }
  }

  /** Refreshes now. Callers at the same time share one request, and tabs use each other's new tokens. */
  async refresh({
    isForced = false,
    generation = this.generation,
  }: RefreshOptions = {}): Promise<AuthUser> {
    this.#state.require(generation)
    await this.#renew(isForced)
    return this.#state.require(generation).user
  }

  /** Reports every refresh and the end of the session, including those of other tabs. */
  subscribe(listener: (change: SessionChange) => void): () => void {
    return this.#state.subscribe(listener)
  }

  /** Aborts a refresh that is running; later calls reject with StoppedError. What is stored stays. */
  stop(): void {
    this.#state.stop()
  }

  /**
   * Loads what refreshes at the first refresh. If that fails, it is a refresh that has failed. A caller whose tokens
   * another tab has replaced meanwhile is content with those.
   */
  async #renew(isForced: boolean, clientMetadata?: ClientMetadata): Promise<void> {
    const state = this.#state
    const { generation, stopped, timeoutMs } = state
    const before = state.require(generation)
    const isDone = () => state.require(generation) !== before && !isForced && !this.isDue
    let refresher: Refresher
    try {
      refresher = await withDeadline(timeoutMs, this.#loadRefresher, stopped)
    } catch (error) {
      const failure = await failureOf(error)
      if (isDone()) return
      state.notify({ type: 'session.refreshFailed', failure })
      throw error
    }
    if (!isDone()) await refresher.run(isForced, clientMetadata)
  }

  async #fresh(
    { forceRefresh = false, clientMetadata }: GetOptions,
    generation: number,
  ): Promise<TokenSession> {
    const session = this.#state.require(generation)
    if (!forceRefresh && !this.isDue) return session
    try {
      await this.#renew(forceRefresh, clientMetadata)
      return this.#state.require(generation)
    } catch (error) {
      const isStillGood = this.#state.current === session && this.#clock.now() < session.expiresAt
      if (isStillGood && !forceRefresh) return session
      throw error
    }
  }
}

/** @throws FederatedUserError */
function tokenSetOf({ tokens, user }: TokenSession): Secret<TokenSet> {
  if (!isUserPool(tokens)) throw new FederatedUserError(user.provider)
  return tokens
}
