import { withDeadline } from '../concurrency/deadline.ts'
import { pause } from '../concurrency/pause.ts'
import { SingleFlight } from '../concurrency/single-flight.ts'
import { SessionExpiredError } from '../errors/auth-errors.ts'
import type { AuthFailure } from '../errors/failure.ts'
import { isSessionOver } from '../errors/failure-reader.ts'
import { failureOf } from '../errors/load-failures.ts'
import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, ClientMetadata, RequestOptions, SessionTokens } from '../ports/index.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import { withRefreshLock } from './refresh-lock.ts'
import type { SessionState } from './session-state.ts'
import { type StoreSync, writingMs } from './store-sync.ts'
import { isRefreshable, isSameUser, type TokenSession } from './token-session.ts'

type Ports = Pick<AuthPorts, 'userPool' | 'federation' | 'clock' | 'lock'>

interface RefreshOptions extends RequestOptions {
  readonly clientMetadata: ClientMetadata | undefined
  readonly generation: number
}

/** Refreshes the current session: one refresh at a time, in this tab and in all that share its lock. */
export class Refresher {
  readonly #ports: Ports
  readonly #state: SessionState
  readonly #sync: StoreSync
  readonly #flight = new SingleFlight<TokenSession>()

  constructor(ports: Ports, state: SessionState, sync: StoreSync) {
    this.#ports = ports
    this.#state = state
    this.#sync = sync
  }

  /**
   * Callers of one session share a refresh.
   *
   * @param isForced sends a request in any case, also if another tab has got new tokens meanwhile.
   */
  run(isForced: boolean, clientMetadata?: ClientMetadata): Promise<TokenSession> {
    const { generation } = this.#state
    return this.#flight.run({ key: generation, isForced }, () =>
      this.#refreshOrFail(isForced, generation, clientMetadata),
    )
  }

  async #refreshOrFail(
    isForced: boolean,
    generation: number,
    clientMetadata?: ClientMetadata,
  ): Promise<TokenSession> {
    const state = this.#state
    const before = state.require(generation)
    try {
      return await withRefreshLock(this.#ports.lock, state, (signal) =>
        this.#refreshLocked(before, isForced, { signal, clientMetadata, generation }),
      )
    } catch (error) {
      const failure = await failureOf(error)
      // Another tab was faster: its tokens are good, or it has signed out.
      if (state.current !== before) return state.require(generation)
      await this.#fail(failure)
      if (state.current && state.current !== before) return state.require(generation)
      throw error
    }
  }

  /** No other tab refreshes now. The tokens of an earlier refresh are in the store, or here already. */
  async #refreshLocked(
    before: TokenSession,
    isForced: boolean,
    options: RefreshOptions,
  ): Promise<TokenSession> {
    await this.#sync.syncWithStore()
    throwIfAborted(options.signal)
    const latest = this.#state.require(options.generation)
    const now = this.#ports.clock.now()
    if (latest !== before && !isForced && now < latest.dueAt) return latest

    // Also if forced: tokens that cannot be refreshed are used until they expire.
    if (!isRefreshable(latest) && now < latest.expiresAt) return latest

    const renewed = await this.#request(latest.tokens, options)
    return this.#accept(renewed, latest, options.generation)
  }

  #request(
    tokens: SessionTokens,
    { signal, clientMetadata }: RefreshOptions,
  ): Promise<SessionTokens> {
    const options = { signal, clientMetadata }
    if (!isUserPool(tokens)) return this.#ports.federation.refresh(tokens, options)
    if (tokens.reveal().refreshToken) return this.#ports.userPool.refreshTokens(tokens, options)
    throw new SessionExpiredError('The tokens have expired, and there is no refresh token')
  }

  /** Makes the refreshed tokens of `before` current and stores them. Returns the session current then. */
  async #accept(
    tokens: SessionTokens,
    before: TokenSession,
    generation: number,
  ): Promise<TokenSession> {
    const state = this.#state
    if (state.current !== before) {
      // The session has ended, so its new tokens are not used. After `stop()` it is still in the store.
      const isOver = generation !== state.generation
      if (isOver && !state.stopped.aborted) void this.#sync.revoke(tokens)
      return state.require(generation)
    }
    const session = this.#sync.receive(tokens)
    if (!isSameUser(session, before)) {
      throw new TypeError('The answer has the tokens of another user')
    }
    // A refresh handler that counts in seconds, for example: it would be called again without end.
    if (session.expiresAt <= this.#ports.clock.now()) {
      throw new TypeError('The answer has tokens that have expired already')
    }
    state.replace(session, false)
    await this.#sync.saveRefreshed(session)
    const current = state.require(generation)
    if (current === session) state.notify({ type: 'session.refreshed', user: session.user })
    return current
  }

  /** Reports a failed refresh, and ends a session that is over at Cognito. */
  async #fail(failure: AuthFailure): Promise<void> {
    const state = this.#state
    if (!isSessionOver(failure)) {
      state.notify({ type: 'session.refreshFailed', failure })
      return
    }
    const before = state.current
    const sync = () =>
      withDeadline(this.#state.timeoutMs, () => this.#sync.syncWithStore()).catch(() => undefined)
    // Cognito rejects old tokens, too: those from before a sign-out in another tab.
    await sync()
    if (state.current === before) {
      // Cognito may know of that sign-out before this tab sees it in the store.
      await pause(writingMs, state.stopped)
      await sync()
    }
    if (state.current === before) {
      const { code, message } = failure
      // A store that fails to delete the tokens does not matter: Cognito rejects them.
      await withDeadline(this.#state.timeoutMs, () => this.#sync.signOut({ code, message })).catch(
        () => undefined,
      )
      state.notify({ type: 'session.ended', failure })
    }
  }
}
