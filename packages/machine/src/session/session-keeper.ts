import type { AuthUser } from '../auth-user.ts'
import { withDeadline } from '../deadline.ts'
import { type AuthFailure, isSessionOver, isTokenRefused, toFailure } from '../failure.ts'
import type { AuthPorts, ClientMetadata, TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { type AuthSession, SignedOutError, StoppedError } from './auth-session.ts'
import { type HeldSession, recall, receive, toSession } from './held-session.ts'

export type SessionNews =
  | { readonly type: 'refreshed'; readonly user: AuthUser }
  | { readonly type: 'refreshFailed'; readonly failure: AuthFailure }
  | { readonly type: 'ended'; readonly failure: AuthFailure }

export interface GetOptions {
  /** Also when the tokens are still good, e.g. after attributes or groups have changed. */
  readonly forceRefresh?: boolean
  /** Passed to the pre token generation trigger, where a refresh is made. */
  readonly clientMetadata?: ClientMetadata | undefined
}

type Ports = Pick<AuthPorts, 'userPool' | 'tokenStore' | 'clock'>

/**
 * The only owner of tokens: in memory while signed in, in the token store between page loads.
 * Whatever comes back late, an answer or a storage, looks whether its session is still held.
 */
export class SessionKeeper {
  readonly #ports: Ports
  readonly #timeoutMs: number
  readonly #stopped = new AbortController()
  readonly #listeners = new Set<(news: SessionNews) => void>()
  #held: HeldSession | undefined
  #refreshing: Promise<HeldSession> | undefined
  /** Storages may be slow and answer out of order, so only one thing is done to them at a time. */
  #storing: Promise<unknown> = Promise.resolve()

  constructor(ports: Ports, timeoutMs: number) {
    this.#ports = ports
    this.#timeoutMs = timeoutMs
  }

  /** Reads the token store. `isDue`: a refresh has to come first. */
  async load(signal: AbortSignal): Promise<{ user: AuthUser; isDue: boolean } | undefined> {
    const tokens = await this.#inTurn(() => this.#ports.tokenStore.load())
    signal.throwIfAborted()
    if (!tokens) return undefined
    this.#held = recall(tokens)
    return { user: this.#held.user, isDue: this.refreshInMs === 0 }
  }

  /** Takes tokens that Cognito has just sent, unless the attempt is given up before they are stored. */
  start(tokens: Secret<TokenSet>, signal: AbortSignal): Promise<AuthUser> {
    const held = receive(tokens, this.#ports.clock.now())
    return this.#inTurn(async () => {
      signal.throwIfAborted()
      await this.#ports.tokenStore.save(tokens)
      if (signal.aborted) await this.#ports.tokenStore.clear()
      signal.throwIfAborted()
      this.#held = held
      return held.user
    })
  }

  /** Forgets the tokens, at once here and then in the store. Rejects when the store refuses. */
  async end(): Promise<void> {
    this.#held = undefined
    this.#refreshing = undefined
    await this.#inTurn(() => this.#ports.tokenStore.clear())
  }

  /** The tokens as they are, for a request that needs them. */
  get tokens(): Secret<TokenSet> | undefined {
    return this.#held?.tokens
  }

  /** Ms until a refresh is due, 0 when it is; `undefined` when nobody is signed in. */
  get refreshInMs(): number | undefined {
    return this.#held && Math.max(0, this.#held.refreshAt - this.#ports.clock.now())
  }

  /**
   * The session, refreshed first when due or when `forceRefresh` says so. Due but not yet expired, a
   * lost network does not matter.
   */
  async get({ forceRefresh = false, clientMetadata }: GetOptions = {}): Promise<AuthSession> {
    const held = this.#require()
    if (!forceRefresh && this.refreshInMs !== 0) return toSession(held)
    try {
      return toSession(await this.#refresh(clientMetadata))
    } catch (error) {
      const isStillGood = this.#held === held && this.#ports.clock.now() < held.expiresAt
      if (isStillGood && !forceRefresh) return toSession(held)
      throw error
    }
  }

  /**
   * Runs a request with the access token. One that Cognito refuses for the token's sake is made once
   * more after a refresh, which tells whether the session is over.
   */
  async withTokens<T>(run: (tokens: Secret<TokenSet>) => Promise<T>): Promise<T> {
    await this.get()
    const { tokens } = this.#require()
    try {
      return await run(tokens)
    } catch (error) {
      if (!isTokenRefused(toFailure(error))) throw error
      await this.#refresh()
      return run(this.#require().tokens)
    }
  }

  /** Refreshes now; callers at the same time share one request. */
  async refresh(): Promise<AuthUser> {
    return (await this.#refresh()).user
  }

  /** Tells of refreshes and of the end of the session, whoever asked for the refresh. */
  listen(listener: (news: SessionNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives up a refresh that is under way, and answers no more. What is stored stays. */
  stop(): void {
    this.#held = undefined
    this.#stopped.abort()
  }

  #refresh(clientMetadata?: ClientMetadata): Promise<HeldSession> {
    if (this.#refreshing) return this.#refreshing
    const refreshing = this.#requestRefresh(clientMetadata).finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined
    })
    this.#refreshing = refreshing
    return refreshing
  }

  async #requestRefresh(clientMetadata?: ClientMetadata): Promise<HeldSession> {
    const before = this.#require()
    try {
      const held =
        (await this.#findNewer(before)) ?? (await this.#askForNewer(before, clientMetadata))
      this.#tell({ type: 'refreshed', user: held.user })
      return held
    } catch (error) {
      if (this.#held === before) await this.#fail(toFailure(error))
      throw error
    }
  }

  /** Another tab may have refreshed meanwhile, and its tokens are in the store. */
  async #findNewer(before: HeldSession): Promise<HeldSession | undefined> {
    const tokens = await this.#inTurn(() => this.#ports.tokenStore.load())
    if (!tokens || tokens.reveal().accessToken === before.tokens.reveal().accessToken) return
    const stored = recall(tokens)
    const isOurs = stored.user.userId === before.user.userId && this.#held === before
    if (!isOurs || this.#ports.clock.now() >= stored.refreshAt) return
    this.#held = stored
    return stored
  }

  async #askForNewer(before: HeldSession, clientMetadata?: ClientMetadata): Promise<HeldSession> {
    const tokens = await withDeadline(
      this.#timeoutMs,
      (signal) => this.#ports.userPool.refreshTokens(before.tokens, { signal, clientMetadata }),
      this.#stopped.signal,
    )
    this.#mustHold(before)
    const held = receive(tokens, this.#ports.clock.now())
    this.#held = held
    await this.#inTurn(() => this.#saveOrTell(held))
    this.#mustHold(held)
    return held
  }

  /** A storage that refuses now does not end a session that goes on in memory. */
  async #saveOrTell(held: HeldSession): Promise<void> {
    if (this.#held !== held) return
    try {
      await this.#ports.tokenStore.save(held.tokens)
    } catch (error) {
      this.#tell({ type: 'refreshFailed', failure: toFailure(error) })
    }
  }

  async #fail(failure: AuthFailure): Promise<void> {
    if (!isSessionOver(failure)) return this.#tell({ type: 'refreshFailed', failure })
    // What a storage keeps against our will is of no use: Cognito has refused it.
    await this.end().catch(() => undefined)
    this.#tell({ type: 'ended', failure })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#storing.then(work)
    this.#storing = turn.catch(() => undefined)
    return turn
  }

  #mustHold(session: HeldSession): void {
    if (this.#held !== session) throw new SignedOutError('Signed out during the refresh')
  }

  #require(): HeldSession {
    if (this.#stopped.signal.aborted) throw new StoppedError('This auth was stopped')
    if (!this.#held) throw new SignedOutError('Nobody is signed in')
    return this.#held
  }

  #tell(news: SessionNews): void {
    for (const listener of this.#listeners) listener(news)
  }
}
