import type { AuthUser } from '../auth-user.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { pause } from '../concurrency/pause.ts'
import { SerialQueue } from '../concurrency/serial-queue.ts'
import { failureOf, failuresLoaded } from '../errors/load-failures.ts'
import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, SessionTokens, StoreChange } from '../ports/index.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import { reconcile } from './reconcile.ts'
import type { SessionState } from './session-state.ts'
import {
  clockDriftOf,
  fromServer,
  fromStore,
  isSameRefreshToken,
  isSameToken,
  type TokenSession,
} from './token-session.ts'

type Ports = Pick<AuthPorts, 'userPool' | 'tokenStore' | 'clock' | 'channel'>

/** Another tab finishes writing large tokens within this time (ms). Until then a part may be missing. */
export const writingMs = 100

/** Keeps the session in memory and the token store, which all tabs share, the same. */
export class StoreSync {
  readonly #ports: Ports
  readonly #state: SessionState
  readonly #claims: readonly string[]
  readonly #queue: SerialQueue
  /** Measured by this page or another tab (ms); `undefined` if neither has. */
  #clockDrift: number | undefined
  /** Sign-outs whose tokens are still being removed from the store. */
  #pendingClears = 0

  /** @param claims of the ID token that the user has beside the attributes. */
  constructor(ports: Ports, state: SessionState, claims: readonly string[]) {
    this.#ports = ports
    this.#state = state
    this.#claims = claims
    this.#queue = new SerialQueue(state.timeoutMs)
  }

  /** The stored session. */
  read(): Promise<TokenSession | undefined> {
    return this.#queue.add(() => this.#read())
  }

  /** The session of tokens that Cognito has just sent. Measures the clock drift. */
  receive(tokens: SessionTokens): TokenSession {
    const now = this.#ports.clock.now()
    this.#clockDrift = clockDriftOf(tokens, now) ?? this.#clockDrift
    return fromServer(tokens, now, this.#claims)
  }

  /**
   * Stores new tokens and makes their session current. Revokes them if `signal` aborts before they are
   * stored, or the store fails.
   */
  start(tokens: SessionTokens, signal: AbortSignal): Promise<AuthUser> {
    const { tokenStore } = this.#ports
    const session = this.receive(tokens)
    return this.#queue.add(async () => {
      const former = signal.aborted ? undefined : await this.#read().catch(() => undefined)
      try {
        throwIfAborted(signal)
        await tokenStore.save(tokens, { signal, clockDrift: this.#clockDrift })
        if (signal.aborted) await this.#takeBack(session)
        throwIfAborted(signal)
      } catch (error) {
        void this.revoke(tokens)
        throw error
      }
      this.#state.replace(session, true)
      this.#post({ clockDrift: this.#clockDrift })
      // The former tokens are overwritten: no tab can use them any more.
      if (former && !isSameRefreshToken(former, session)) void this.revoke(former.tokens)
      return session.user
    })
  }

  /**
   * Ends the current session at once, then deletes its tokens from the store. Rejects when the store
   * does.
   */
  async signOut(reason?: StoreChange['reason']): Promise<void> {
    const ended = this.#state.signOut()
    const userId = ended?.user.userId ?? this.#state.shownUserId
    this.#pendingClears += 1
    try {
      await this.#queue.add(async () => {
        const stored = userId && (await this.#read().catch(() => undefined))
        // Another user has signed in meanwhile.
        if (stored && stored.user.userId !== userId) return
        // Before the store is empty, so that the other tabs know the reason when they find it empty.
        if (reason) this.#post({ reason })
        await this.#ports.tokenStore.clear()
        // Another tab has signed in or refreshed: the caller revokes only the tokens that it knows.
        if (stored && ended && !isSameRefreshToken(stored, ended)) void this.revoke(stored.tokens)
      })
      this.#post({ reason })
    } finally {
      this.#pendingClears -= 1
    }
  }

  /**
   * Reads the store and follows it: another tab may have refreshed, signed out or signed in. Never
   * rejects, because a store that fails once does not end a session.
   *
   * @param change what the other tab has posted.
   */
  async syncWithStore(change?: StoreChange): Promise<void> {
    this.#clockDrift = change?.clockDrift ?? this.#clockDrift
    // A browser may show the empty store before the post with the reason, or after it.
    if (change) {
      this.#state.reason = change.reason && { ...change.reason, at: this.#ports.clock.now() }
    }
    const sync = async () => {
      const stored = await this.#read()
      // Another tab's reason is read by it.
      if (this.#state.reason) await failuresLoaded()
      if (this.#pendingClears > 0 || this.#state.stopped.aborted) return
      this.#reconcile(stored)
      const { current, lastStored } = this.#state
      // A write has failed before, and may succeed now.
      if (current && lastStored && !isSameToken(current, lastStored)) await this.#save(current)
    }
    await this.#queue.add(sync).catch(() => undefined)
  }

  /**
   * Stores refreshed tokens, unless another tab has changed the store meanwhile: then follows it. If
   * the write fails, the session goes on in memory.
   */
  saveRefreshed(session: TokenSession): Promise<void> {
    return this.#queue.add(async () => {
      if (this.#state.current !== session) return
      try {
        const stored = await this.#read()
        const { lastStored } = this.#state
        if (stored && lastStored && isSameToken(stored, lastStored)) await this.#save(session)
        else this.#reconcile(stored)
      } catch (error) {
        this.#state.notify({ type: 'session.refreshFailed', failure: await failureOf(error) })
      }
    })
  }

  /** Revokes tokens that no tab uses any more. Never rejects: they expire in any case. */
  async revoke(tokens: SessionTokens): Promise<void> {
    const { userPool } = this.#ports
    if (!isUserPool(tokens)) return
    const revoke = (signal: AbortSignal) => userPool.revokeToken(tokens, { signal })
    await withDeadline(this.#state.timeoutMs, revoke, this.#state.stopped).catch(() => undefined)
  }

  #reconcile(stored: TokenSession | undefined): void {
    const next = reconcile(this.#state, stored, this.#ports.clock.now())
    if (next === 'unchanged') return
    if (next.current) this.#state.replace(next.current, true)
    else this.#state.clear()
    // A reason is good for one end of a session.
    this.#state.reason = undefined
    this.#state.notify(next.event)
  }

  async #save(session: TokenSession): Promise<void> {
    await this.#ports.tokenStore.save(session.tokens, { clockDrift: this.#clockDrift })
    this.#state.markStored(session)
    this.#post({ clockDrift: this.#clockDrift })
  }

  /** Reads a store that is suddenly empty once more: another tab may be in the middle of a write. */
  async #read(): Promise<TokenSession | undefined> {
    const { tokenStore, clock } = this.#ports
    let tokens = await tokenStore.load()
    if (!tokens && this.#state.lastStored) {
      await pause(writingMs, this.#state.stopped)
      tokens = await tokenStore.load()
    }
    if (!tokens) return undefined
    const drift = this.#clockDrift ?? (await tokenStore.loadClockDrift?.(tokens))
    return fromStore(tokens, drift ?? 0, clock.now(), this.#claims)
  }

  /** Deletes the tokens that were just written, unless another tab has stored its own meanwhile. */
  async #takeBack(session: TokenSession): Promise<void> {
    const stored = await this.#ports.tokenStore.load()
    if (stored && isSameToken(fromStore(stored, 0, 0), session))
      await this.#ports.tokenStore.clear()
  }

  /** Never throws: the other tabs see the change when they read the store. */
  #post(change: StoreChange): void {
    try {
      this.#ports.channel.post(change)
    } catch {
      // See above.
    }
  }
}
