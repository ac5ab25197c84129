import type { AuthUser } from '../auth-user.ts'
import type { SessionEvent } from '../chart/events.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { pause } from '../concurrency/pause.ts'
import { SerialQueue } from '../concurrency/serial-queue.ts'
import {
  type AuthFailure,
  isSessionOver,
  isTokenRefused,
  retold,
  toFailure,
} from '../errors/failure.ts'
import { throwIfAborted } from '../platform/abort.ts'
import type {
  AuthPorts,
  ClientMetadata,
  SessionTokens,
  StoreChange,
  StoreChangeReason,
  TokenSet,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import {
  type AuthSession,
  FederatedUserError,
  SignedOutError,
  StoppedError,
  sessionHasEnded,
} from './auth-session.ts'
import {
  clockDriftOf,
  type TokenSession,
  isSameRefreshToken,
  isSameSession,
  isSameToken,
  isSameUser,
  fromStore,
  fromServer,
  toSession,
} from './token-session.ts'
import { SessionRefresh } from './session-refresh.ts'

/** `changed`: there are tokens to keep fresh now, or none any more. */
export type SessionChange =
  | Exclude<SessionEvent, { type: 'account.read' }>
  | { readonly type: 'changed' }

export interface GetOptions {
  /** Also when the tokens are still good, e.g. after attributes or groups have changed. */
  readonly forceRefresh?: boolean
  /** Passed to the pre token generation trigger, where a refresh is made. */
  readonly clientMetadata?: ClientMetadata | undefined
}

interface RefreshOptions {
  /** In any case by a request, because the claims have changed. */
  readonly isForced?: boolean
  readonly generation?: number
}

type Ports = Pick<
  AuthPorts,
  'userPool' | 'federation' | 'tokenStore' | 'clock' | 'channel' | 'lock'
>

/** In so many ms after it has said why a session ends, another tab has ended it. */
const reasonMs = 5_000

/** In so many ms another tab is through with writing large tokens, of which a half is none. */
const writingMs = 100

/** Tokens that were made this short a time ago (ms) are not made again because an API refuses them. */
const freshMs = 10_000

/**
 * The only owner of tokens: in memory while signed in, in the token store between page loads and
 * for the other tabs.
 *
 * A caller who waits may wait past a sign-out. So the generation of the session is read before the
 * wait and compared after it, in `#require`: nothing that one user asked for gets the tokens of another.
 */
export class SessionKeeper {
  readonly #ports: Ports
  readonly #timeoutMs: number
  readonly #stopped = new AbortController()
  readonly #refreshes: SessionRefresh
  readonly #listeners = new Set<(change: SessionChange) => void>()
  #current: TokenSession | undefined
  /** How many sessions have ended here. */
  #generation = 0
  /** What the store had of this session when it was last written or read: older, where it has refused since. */
  #lastStored: TokenSession | undefined
  /** Who a page that a server rendered shows, until its tokens are found. */
  #shownUserId: string | undefined
  /** Ended here: a store that keeps it all the same does not bring it back. */
  #lastSignedOut: TokenSession | undefined
  /** What this page or another tab has learned; `undefined`: nothing yet. */
  #clockDrift: number | undefined
  /** Why another tab ends the session, and when it said so (epoch ms). Its next post takes the place of it. */
  #reason: (StoreChangeReason & { readonly at: number }) | undefined
  #resuming: Promise<void> | undefined
  /** Sign-outs whose tokens are still being removed from the store. */
  #pendingClears = 0
  readonly #queue: SerialQueue

  constructor(ports: Ports, timeoutMs: number) {
    this.#ports = ports
    this.#timeoutMs = timeoutMs
    this.#queue = new SerialQueue(timeoutMs)
    const holder = {
      held: () => this.#current,
      generation: () => this.#generation,
      require: (generation: number) => this.#require(generation),
      syncWithStore: () => this.syncWithStore(),
      take: this.#take.bind(this),
      fail: this.#fail.bind(this),
    }
    this.#refreshes = new SessionRefresh(ports, holder, timeoutMs, this.#stopped.signal)
  }

  /** Reads the token store. `isDue`: a refresh has to come first. */
  async load(signal: AbortSignal): Promise<{ user: AuthUser; isDue: boolean } | undefined> {
    const stored = await this.#queue.add(() => this.#readStore())
    throwIfAborted(signal)
    if (!stored) return undefined
    this.#hold(stored, true)
    return { user: stored.user, isDue: this.isDue }
  }

  /** For a chart that starts as signed in, because a server has looked already: finds its tokens. */
  resume(user: AuthUser): void {
    this.#shownUserId = user.userId
    const load = async () => {
      const stored = await this.#queue.add(() => this.#readStore())
      if (this.#stopped.signal.aborted) return
      if (stored?.user.userId === user.userId) {
        this.#hold(stored, true)
        return
      }
      // What was asked for meanwhile was asked for by the user who was shown.
      this.#generation += 1
      this.#notify(
        stored
          ? { type: 'session.found', user: stored.user }
          : { type: 'session.ended', failure: undefined },
      )
    }
    this.#resuming = withDeadline(this.#timeoutMs, load, this.#stopped.signal).catch((error) =>
      this.#notify({ type: 'session.ended', failure: toFailure(error) }),
    )
  }

  /**
   * Takes tokens that Cognito has just sent, unless the attempt is given up before they are stored:
   * then they are revoked.
   */
  start(tokens: SessionTokens, signal: AbortSignal): Promise<AuthUser> {
    const { tokenStore } = this.#ports
    const held = this.#receive(tokens)
    return this.#queue.add(async () => {
      const former = signal.aborted ? undefined : await this.#readStore().catch(() => undefined)
      try {
        throwIfAborted(signal)
        await tokenStore.save(tokens, { signal, clockDrift: this.#clockDrift })
        if (signal.aborted) await this.#takeBack(held)
        throwIfAborted(signal)
      } catch (error) {
        // Nobody will have them.
        void this.#revoke(tokens)
        throw error
      }
      this.#hold(held, true)
      this.#post({ clockDrift: this.#clockDrift })
      // Nobody has them any more.
      if (former && !isSameRefreshToken(former, held)) void this.#revoke(former.tokens)
      return held.user
    })
  }

  /**
   * Forgets the tokens of the user who is shown, at once here and then in the store. Rejects when the
   * store refuses.
   */
  async end(reason?: StoreChange['reason']): Promise<void> {
    const ended = this.#current
    const userId = ended?.user.userId ?? this.#shownUserId
    this.#lastSignedOut = ended ?? this.#lastSignedOut
    this.#hold(undefined, false)
    this.#pendingClears += 1
    try {
      await this.#queue.add(async () => {
        const stored = userId && (await this.#readStore().catch(() => undefined))
        // Somebody else has signed in meanwhile.
        if (stored && stored.user.userId !== userId) return
        // Tabs that see the store empty have to know why by then, and to look again where they do not see it.
        if (reason) this.#post({ reason })
        await this.#ports.tokenStore.clear()
        // Of the same user, and not those that the caller knew: another tab has signed in or refreshed.
        if (stored && ended && !isSameRefreshToken(stored, ended)) void this.#revoke(stored.tokens)
      })
      this.#post({ reason })
    } finally {
      this.#pendingClears -= 1
    }
  }

  /**
   * Looks at the store: another tab may have refreshed, signed out, or signed somebody in, and may
   * have told more of it. Never rejects.
   */
  async syncWithStore(change?: StoreChange): Promise<void> {
    this.#clockDrift = change?.clockDrift ?? this.#clockDrift
    // A browser may show the emptied store after the post that says why, or before it.
    if (change) this.#reason = change.reason && { ...change.reason, at: this.#ports.clock.now() }
    const look = async () => {
      const stored = await this.#readStore()
      if (this.#pendingClears > 0 || this.#stopped.signal.aborted) return
      this.#reconcile(stored)
      const held = this.#current
      // It has refused newer ones, and may take them now.
      if (held && this.#lastStored && !isSameToken(held, this.#lastStored)) await this.#save(held)
    }
    // A storage that does not answer now does not end a session.
    await this.#queue.add(look).catch(() => undefined)
  }

  /** The tokens as they are, once those that a server knows of are found. */
  async resumed(): Promise<SessionTokens | undefined> {
    const generation = this.#generation
    if (this.#resuming) await this.#resuming
    return generation === this.#generation ? this.#current?.tokens : undefined
  }

  /**
   * Changes when a session ends. Read it when a request is made, before any wait, and pass it on:
   * the methods that take it reject with SignedOutError when that session has ended meanwhile.
   */
  get generation(): number {
    return this.#generation
  }

  get user(): AuthUser | undefined {
    return this.#current?.user
  }

  /** Whether somebody is signed in whose tokens have to be refreshed. */
  get isDue(): boolean {
    const now = this.#ports.clock.now()
    return this.#current !== undefined && (now >= this.#current.dueAt || now < this.#current.validFrom)
  }

  /** Epoch ms from which the tokens are refreshed though nobody asks; `undefined` without any. */
  get refreshAt(): number | undefined {
    const now = this.#ports.clock.now()
    return this.#current && (now < this.#current.validFrom ? now : this.#current.refreshAt)
  }

  /**
   * The session, refreshed first when due or when `forceRefresh` says so. Due but not yet expired, a
   * lost network does not matter.
   */
  async get(options: GetOptions = {}, generation = this.#generation): Promise<AuthSession> {
    await this.#resuming
    return toSession(await this.#fresh(options, generation))
  }

  /** The tokens, refreshed first when due, for an identity pool; `undefined`: nobody is signed in. */
  async current(generation = this.#generation): Promise<SessionTokens | undefined> {
    await this.#resuming
    return this.#current && (await this.#fresh({}, generation)).tokens
  }

  /** The session with another access token than the one an API refuses; the same if it is brand-new. */
  async replace(accessToken: string, generation = this.#generation): Promise<AuthSession> {
    const held = this.#require(generation)
    const { receivedAt = Number.NEGATIVE_INFINITY } = held
    const age = this.#ports.clock.now() - receivedAt
    // Less than nothing: the clock was set back meanwhile.
    const isFresh = age >= 0 && age < freshMs
    const session = toSession(held)
    if (isFresh || session.accessToken !== accessToken) return session
    await this.#refreshes.run(false)
    return toSession(this.#require(generation))
  }

  /**
   * Runs a request with the access token. One that Cognito refuses for the token's sake is made once
   * more after a refresh, which tells whether the session is over.
   */
  async withTokens<T>(run: (tokens: Secret<TokenSet>) => Promise<T>): Promise<T> {
    const generation = this.#generation
    await this.get({}, generation)
    const held = this.#require(generation)
    try {
      return await run(tokenSetOf(held))
    } catch (error) {
      if (!isTokenRefused(toFailure(error)) || generation !== this.#generation) throw error
      await this.#refreshes.run(false)
      if (generation !== this.#generation) throw error
      return run(tokenSetOf(this.#require(generation)))
    }
  }

  /** Refreshes now; callers at the same time share one request, and tabs take what another has got. */
  async refresh({
    isForced = false,
    generation = this.#generation,
  }: RefreshOptions = {}): Promise<AuthUser> {
    this.#require(generation)
    await this.#refreshes.run(isForced)
    return this.#require(generation).user
  }

  /** Tells of refreshes and of the end of the session, whoever asked for the refresh. */
  subscribe(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives up a refresh that is under way, and answers no more. What is stored stays. */
  stop(): void {
    this.#current = undefined
    this.#stopped.abort()
  }

  async #fresh(
    { forceRefresh = false, clientMetadata }: GetOptions,
    generation: number,
  ): Promise<TokenSession> {
    const held = this.#require(generation)
    if (!forceRefresh && !this.isDue) return held
    try {
      await this.#refreshes.run(forceRefresh, clientMetadata)
      return this.#require(generation)
    } catch (error) {
      const isStillGood = this.#current === held && this.#ports.clock.now() < held.expiresAt
      if (isStillGood && !forceRefresh) return held
      throw error
    }
  }

  async #take(
    tokens: SessionTokens,
    before: TokenSession,
    generation: number,
  ): Promise<TokenSession> {
    if (this.#current !== before) {
      // They belong to a session that has ended. After `stop()` it has not: it is in the store.
      const isOver = generation !== this.#generation
      if (isOver && !this.#stopped.signal.aborted) void this.#revoke(tokens)
      return this.#require(generation)
    }
    const held = this.#receive(tokens)
    if (!isSameUser(held, before)) throw new TypeError('The answer has the tokens of another user')
    // A refresh handler's, which counts in seconds perhaps: it would be asked again at once, for ever.
    if (held.expiresAt <= this.#ports.clock.now()) {
      throw new TypeError('The answer has tokens that have expired already')
    }
    this.#hold(held, false)
    await this.#queue.add(() => this.#saveRefreshed(held))
    const kept = this.#require(generation)
    if (kept === held) this.#notify({ type: 'session.refreshed', user: held.user })
    return kept
  }

  /**
   * Unless another tab has signed out or somebody else in, so that the store is not what it was. A
   * storage that refuses now does not end a session that goes on in memory.
   */
  async #saveRefreshed(held: TokenSession): Promise<void> {
    if (this.#current !== held) return
    try {
      const stored = await this.#readStore()
      if (stored && this.#isLastStored(stored)) await this.#save(held)
      else this.#reconcile(stored)
    } catch (error) {
      this.#notify({ type: 'session.refreshFailed', failure: toFailure(error) })
    }
  }

  async #save(held: TokenSession): Promise<void> {
    await this.#ports.tokenStore.save(held.tokens, { clockDrift: this.#clockDrift })
    if (this.#current === held) this.#lastStored = held
    this.#post({ clockDrift: this.#clockDrift })
  }

  /** Does as the store says. Tokens that it refused to take it knows nothing of. */
  #reconcile(stored: TokenSession | undefined): void {
    const held = this.#current
    if (stored && this.#isLastStored(stored)) return
    if (!held && stored && this.#lastSignedOut && isSameToken(stored, this.#lastSignedOut)) return
    if (stored && held && isSameUser(stored, held)) {
      this.#hold(stored, true)
      this.#notify({ type: 'session.refreshed', user: stored.user })
      return
    }
    this.#hold(undefined, false)
    const failure = this.#takeReason()
    this.#notify(
      stored ? { type: 'session.found', user: stored.user } : { type: 'session.ended', failure },
    )
  }

  /** Why the session has ended, where another tab has just said so. Good for one end. */
  #takeReason(): AuthFailure | undefined {
    const reason = this.#reason
    this.#reason = undefined
    const age = this.#ports.clock.now() - (reason?.at ?? 0)
    return reason && age >= 0 && age < reasonMs ? retold(reason) : undefined
  }

  async #fail(failure: AuthFailure): Promise<void> {
    if (!isSessionOver(failure)) {
      this.#notify({ type: 'session.refreshFailed', failure })
      return
    }
    const before = this.#current
    const look = () => withDeadline(this.#timeoutMs, () => this.syncWithStore()).catch(() => undefined)
    // Cognito refuses tokens of the past, too: those of before a sign-out in another tab.
    await look()
    if (this.#current === before) {
      // Cognito may know of that sign-out before this tab sees it in the store.
      await pause(writingMs, this.#stopped.signal)
      await look()
    }
    if (this.#current === before) {
      const { code, message } = failure
      // What a storage keeps against our will is of no use: Cognito has refused it.
      await withDeadline(this.#timeoutMs, () => this.end({ code, message })).catch(() => undefined)
      this.#notify({ type: 'session.ended', failure })
    }
  }

  /** An emptiness where there was a session is looked at twice. */
  async #readStore(): Promise<TokenSession | undefined> {
    const { tokenStore } = this.#ports
    let tokens = await tokenStore.load()
    if (!tokens && this.#lastStored) {
      await pause(writingMs, this.#stopped.signal)
      tokens = await tokenStore.load()
    }
    if (!tokens) return undefined
    const drift = this.#clockDrift ?? (await tokenStore.loadClockDrift?.(tokens))
    return fromStore(tokens, drift ?? 0, this.#ports.clock.now())
  }

  /** Unless another auth of this page, or another tab, has stored its own meanwhile. */
  async #takeBack(held: TokenSession): Promise<void> {
    const stored = await this.#ports.tokenStore.load()
    if (stored && isSameToken(fromStore(stored, 0, 0), held)) await this.#ports.tokenStore.clear()
  }

  /** Never throws: what is stored is stored, though the other tabs do not hear of it. */
  #post(change: StoreChange): void {
    try {
      this.#ports.channel.post(change)
    } catch {
      // They see it when they look at the store.
    }
  }

  /** Tokens that nobody will hold. Should that fail, they end by themselves. */
  async #revoke(tokens: SessionTokens): Promise<void> {
    const { userPool } = this.#ports
    if (!isUserPool(tokens)) return
    const revoke = (signal: AbortSignal) => userPool.revokeToken(tokens, { signal })
    await withDeadline(this.#timeoutMs, revoke, this.#stopped.signal).catch(() => undefined)
  }

  #receive(tokens: SessionTokens): TokenSession {
    const now = this.#ports.clock.now()
    this.#clockDrift = clockDriftOf(tokens, now) ?? this.#clockDrift
    return fromServer(tokens, now)
  }

  #isLastStored(stored: TokenSession): boolean {
    return this.#lastStored !== undefined && isSameToken(stored, this.#lastStored)
  }

  #hold(held: TokenSession | undefined, isStored: boolean): void {
    if (this.#current && !(held && isSameSession(held, this.#current))) this.#endGeneration()
    this.#current = held
    if (isStored || !held) this.#lastStored = held
    if (held) this.#reason = undefined
    this.#notify({ type: 'changed' })
  }

  /** What waits for the session that ends here gets no other. */
  #endGeneration(): void {
    this.#generation += 1
    this.#current = undefined
    this.#notify({ type: 'changed' })
  }

  /** The session, if it is the one of `generation`. */
  #require(generation: number): TokenSession {
    if (this.#stopped.signal.aborted) throw new StoppedError('This auth was stopped')
    if (generation !== this.#generation) throw new SignedOutError(sessionHasEnded)
    if (!this.#current) throw new SignedOutError('Nobody is signed in')
    return this.#current
  }

  #notify(change: SessionChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        // Reported as uncaught: it cannot undo what has happened.
        setTimeout(() => {
          throw error
        })
      }
    }
  }
}

/** @throws FederatedUserError */
function tokenSetOf({ tokens, user }: TokenSession): Secret<TokenSet> {
  if (!isUserPool(tokens)) throw new FederatedUserError(user.provider)
  return tokens
}
