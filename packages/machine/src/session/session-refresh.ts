import { withDeadline } from '../concurrency/deadline.ts'
import { pause } from '../concurrency/pause.ts'
import { SingleFlight } from '../concurrency/single-flight.ts'
import { type AuthFailure, toFailure } from '../errors/failure.ts'
import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, ClientMetadata, RequestOptions, SessionTokens } from '../ports/index.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import { SessionExpiredError } from './auth-session.ts'
import { type TokenSession, isRefreshable } from './token-session.ts'

/** Who holds the session, as far as a refresh has to do with it. */
export interface SessionHolder {
  readonly held: () => TokenSession | undefined
  /** How many sessions have ended. */
  readonly generation: () => number
  /** @throws SignedOutError where the session of `generation` has ended, StoppedError */
  readonly require: (generation: number) => TokenSession
  /** Does as the token store says. */
  readonly syncWithStore: () => Promise<void>
  /** Takes what `before` was refreshed to, here and in the store, and gives what is held then. */
  readonly take: (
    tokens: SessionTokens,
    before: TokenSession,
    generation: number,
  ) => Promise<TokenSession>
  /** Tells of a refresh that has failed, and ends a session that is over. */
  readonly fail: (failure: AuthFailure) => Promise<void>
}

type Ports = Pick<AuthPorts, 'userPool' | 'federation' | 'clock' | 'lock'>
type RefreshOptions = RequestOptions & {
  readonly clientMetadata: ClientMetadata | undefined
  readonly generation: number
}

/** A browser shows what one tab stores to the others some time later, and gives a lock at once. In ms. */
const propagationMs = 500

/** Refreshes a session once at a time, in this tab and in all that share its lock. */
export class SessionRefresh {
  readonly #ports: Ports
  readonly #holder: SessionHolder
  readonly #timeoutMs: number
  readonly #stopped: AbortSignal
  readonly #flight = new SingleFlight<TokenSession>()

  constructor(ports: Ports, holder: SessionHolder, timeoutMs: number, stopped: AbortSignal) {
    this.#ports = ports
    this.#holder = holder
    this.#timeoutMs = timeoutMs
    this.#stopped = stopped
  }

  /**
   * Callers of one session at the same time share one. `isForced`: in any case by a request, where
   * another tab's new tokens would do otherwise.
   */
  run(isForced: boolean, clientMetadata?: ClientMetadata): Promise<TokenSession> {
    const generation = this.#holder.generation()
    return this.#flight.run({ key: generation, isForced }, () =>
      this.#refreshOrFail(isForced, generation, clientMetadata),
    )
  }

  async #refreshOrFail(
    isForced: boolean,
    generation: number,
    clientMetadata?: ClientMetadata,
  ): Promise<TokenSession> {
    const { held, require, fail } = this.#holder
    const before = require(generation)
    try {
      return await this.#withLock((signal) =>
        this.#refreshLocked(before, isForced, { signal, clientMetadata, generation }),
      )
    } catch (error) {
      // Another tab was quicker: its tokens are good, or it has signed out.
      if (held() !== before) return require(generation)
      await fail(toFailure(error))
      if (held() && held() !== before) return require(generation)
      throw error
    }
  }

  /**
   * Keeps the lock until the other tabs see what was stored, while those who wait here go on. A tab that
   * hangs with the lock keeps it for one time-out: then it is taken from it.
   */
  #withLock(refresh: (signal: AbortSignal) => Promise<TokenSession>): Promise<TokenSession> {
    return new Promise((resolve, reject) => {
      const work = async () => {
        // A storage that hangs in this tab does not keep the lock from the others.
        const refreshed = withDeadline(this.#timeoutMs, refresh, this.#stopped)
        refreshed.then(resolve, reject)
        const held = await refreshed
        if (held.receivedAt !== undefined) await pause(propagationMs, this.#stopped)
      }
      const steal = (error: unknown) => {
        if (this.#stopped.aborted || toFailure(error).code !== 'timeout') throw error
        return this.#begin(work, true)
      }
      this.#begin(work, false).catch(steal).catch(reject)
    })
  }

  /** Resolves as soon as `work` has begun. */
  #begin(work: () => Promise<void>, steal: boolean): Promise<void> {
    const wait = (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const begin = async () => {
          // A lock that knows no signals gives it too late.
          if (signal.aborted) return
          resolve()
          await work()
        }
        this.#ports.lock.hold(begin, { signal, steal }).catch(reject)
      })
    return withDeadline(this.#timeoutMs, wait, this.#stopped)
  }

  /** With the lock no other tab refreshes; what one has got meanwhile is in the store, or here already. */
  async #refreshLocked(
    before: TokenSession,
    isForced: boolean,
    options: RefreshOptions,
  ): Promise<TokenSession> {
    await this.#holder.syncWithStore()
    throwIfAborted(options.signal)
    const latest = this.#holder.require(options.generation)
    const now = this.#ports.clock.now()
    if (latest !== before && !isForced && now < latest.dueAt) return latest

    // A forced refresh leaves alone what nothing could replace.
    if (!isRefreshable(latest) && now < latest.expiresAt) return latest

    const renewed = await this.#renew(latest.tokens, options)
    return this.#holder.take(renewed, latest, options.generation)
  }

  #renew(
    tokens: SessionTokens,
    { signal, clientMetadata }: RefreshOptions,
  ): Promise<SessionTokens> {
    const options = { signal, clientMetadata }
    if (!isUserPool(tokens)) return this.#ports.federation.refresh(tokens, options)
    if (tokens.reveal().refreshToken) return this.#ports.userPool.refreshTokens(tokens, options)
    throw new SessionExpiredError('The tokens have expired, and there is no refresh token')
  }
}
