import type { AuthUser } from '../auth-user.ts'
import { withDeadline } from '../deadline.ts'
import { type AuthFailure, isSessionOver, toFailure } from '../failure.ts'
import type { AuthPorts, TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { readIdToken } from './id-token.ts'

/** The session of the signed-in user, for callers of APIs. */
export interface AuthSession {
  readonly user: AuthUser
  readonly accessToken: string
  readonly idToken: string
  /** Epoch ms, on this machine's clock. */
  readonly expiresAt: number
}

export type SessionNews =
  | { readonly type: 'refreshed'; readonly user: AuthUser }
  | { readonly type: 'refreshFailed'; readonly failure: AuthFailure }
  | { readonly type: 'ended'; readonly failure: AuthFailure }

interface Held {
  readonly tokens: Secret<TokenSet>
  readonly user: AuthUser
  /** Epoch ms on this machine's clock. */
  readonly expiresAt: number
  /** Epoch ms from which a refresh is due. */
  readonly refreshAt: number
}

/** A refresh is due a minute before expiry, or a quarter of the lifetime where that is less. */
const leadMs = 60_000

/** Nobody is signed in, so there is no token to give. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** The only owner of tokens: in memory while signed in, in the token store between page loads. */
export class SessionKeeper {
  readonly #ports: Pick<AuthPorts, 'userPool' | 'tokenStore' | 'clock'>
  readonly #timeoutMs: number
  readonly #listeners = new Set<(news: SessionNews) => void>()
  #held: Held | undefined
  #refreshing: Promise<Held> | undefined

  constructor(ports: Pick<AuthPorts, 'userPool' | 'tokenStore' | 'clock'>, timeoutMs: number) {
    this.#ports = ports
    this.#timeoutMs = timeoutMs
  }

  /** Reads the token store. */
  async load(): Promise<{ user: AuthUser; isDue: boolean } | undefined> {
    const tokens = await this.#ports.tokenStore.load()
    if (!tokens) return undefined
    // A stored session says nothing true of this clock, so Cognito's times are taken as they are.
    const { user, issuedAt, expiresAt } = readIdToken(tokens.reveal().idToken)
    this.#held = hold(tokens, user, issuedAt, expiresAt)
    return { user, isDue: this.isDue() }
  }

  /** Takes tokens that Cognito has just sent. */
  async start(tokens: Secret<TokenSet>): Promise<AuthUser> {
    const held = this.#receive(tokens)
    await this.#ports.tokenStore.save(tokens)
    this.#held = held
    return held.user
  }

  /** Forgets the tokens here and in the store, and hands them over a last time, to be revoked. */
  async end(): Promise<Secret<TokenSet> | undefined> {
    const tokens = this.#held?.tokens
    this.#held = undefined
    this.#refreshing = undefined
    await this.#ports.tokenStore.clear()
    return tokens
  }

  /** The tokens as they are, for a request that needs them. */
  get tokens(): Secret<TokenSet> {
    return this.#require().tokens
  }

  /** Ms until a refresh is due; 0 when it is. */
  get refreshInMs(): number {
    return Math.max(0, this.#require().refreshAt - this.#ports.clock.now())
  }

  isDue(): boolean {
    return this.refreshInMs === 0
  }

  /** The session, refreshed first when due. Past its lead but not yet expired, a lost network does not matter. */
  async get(): Promise<AuthSession> {
    const held = this.#require()
    if (!this.isDue()) return toSession(held)
    try {
      return toSession(await this.#refresh())
    } catch (error) {
      const isStillGood = this.#held === held && this.#ports.clock.now() < held.expiresAt
      if (isStillGood) return toSession(held)
      throw error
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

  #refresh(): Promise<Held> {
    this.#refreshing ??= this.#requestRefresh().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  async #requestRefresh(): Promise<Held> {
    const before = this.#require()
    try {
      const tokens = await withDeadline(this.#timeoutMs, (signal) =>
        this.#ports.userPool.refreshTokens(before.tokens, { signal }),
      )
      // Signed out meanwhile: the answer belongs to nobody.
      if (this.#held !== before) throw new SignedOutError('Signed out during the refresh')
      const held = this.#receive(tokens)
      this.#held = held
      await this.#saveOrTell(tokens)
      this.#tell({ type: 'refreshed', user: held.user })
      return held
    } catch (error) {
      if (this.#held === before) await this.#fail(toFailure(error))
      throw error
    }
  }

  /** A storage that refuses now does not end a session that goes on in memory. */
  async #saveOrTell(tokens: Secret<TokenSet>): Promise<void> {
    try {
      await this.#ports.tokenStore.save(tokens)
    } catch (error) {
      this.#tell({ type: 'refreshFailed', failure: toFailure(error) })
    }
  }

  async #fail(failure: AuthFailure): Promise<void> {
    if (!isSessionOver(failure)) return this.#tell({ type: 'refreshFailed', failure })
    await this.end()
    this.#tell({ type: 'ended', failure })
  }

  /** The lifetime counts from now on this machine's clock, so a wrong clock does no harm. */
  #receive(tokens: Secret<TokenSet>): Held {
    const { user, issuedAt, expiresAt } = readIdToken(tokens.reveal().idToken)
    const now = this.#ports.clock.now()
    return hold(tokens, user, now, now + expiresAt - issuedAt)
  }

  #require(): Held {
    if (!this.#held) throw new SignedOutError('Nobody is signed in')
    return this.#held
  }

  #tell(news: SessionNews): void {
    for (const listener of this.#listeners) listener(news)
  }
}

function hold(tokens: Secret<TokenSet>, user: AuthUser, from: number, expiresAt: number): Held {
  const lead = Math.min(leadMs, (expiresAt - from) / 4)
  return { tokens, user, expiresAt, refreshAt: expiresAt - lead }
}

function toSession({ tokens, user, expiresAt }: Held): AuthSession {
  const { accessToken, idToken } = tokens.reveal()
  return { user, accessToken, idToken, expiresAt }
}
