import { SignedOutError, StoppedError, sessionHasEnded } from '../errors/auth-errors.ts'
import type { KnownSession, SignOutReason, TokenEvent } from './reconcile.ts'
import { isSameSession, type TokenSession } from './token-session.ts'

/** `changed`: there are other tokens to refresh in time, or none. */
export type SessionChange = TokenEvent | { readonly type: 'changed' }

/** The session of this tab, in memory. Reports its changes, and counts the sessions that have ended. */
export class SessionState implements KnownSession {
  readonly #stopped = new AbortController()
  readonly #listeners = new Set<(change: SessionChange) => void>()
  // Written only by the methods below.
  current: TokenSession | undefined
  lastStored: TokenSession | undefined
  lastSignedOut: TokenSession | undefined
  /** How many sessions have ended here. */
  generation = 0
  reason: SignOutReason | undefined
  /** The user of a page that a server has rendered, shown before the tokens are found. */
  shownUserId: string | undefined
  /** How long a storage, a lock or a request may take, in ms. */
  readonly timeoutMs: number

  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs
  }

  /** Aborts with `stop()`. */
  get stopped(): AbortSignal {
    return this.#stopped.signal
  }

  /**
   * The current session, if it is that of `generation`.
   *
   * @throws SignedOutError, StoppedError
   */
  require(generation: number): TokenSession {
    if (this.stopped.aborted) throw new StoppedError('This auth was stopped')
    if (generation !== this.generation) throw new SignedOutError(sessionHasEnded)
    if (!this.current) throw new SignedOutError('No user is signed in')
    return this.current
  }

  /** Makes `session` current. `isStored`: the store has it. */
  replace(session: TokenSession, isStored: boolean): void {
    if (this.current && !isSameSession(session, this.current)) this.#drop()
    this.current = session
    if (isStored) this.lastStored = session
    this.reason = undefined
    this.notify({ type: 'changed' })
  }

  /** Ends the current session. */
  clear(): void {
    if (this.current) this.#drop()
    this.lastStored = undefined
    this.notify({ type: 'changed' })
  }

  /** Ends the current session for this tab's own reason, and returns it. */
  signOut(): TokenSession | undefined {
    const ended = this.current
    this.lastSignedOut = ended ?? this.lastSignedOut
    this.clear()
    return ended
  }

  /** Rejects what was requested for a session whose tokens were not found. */
  endGeneration(): void {
    this.generation += 1
  }

  /** The store has `session` now, if that is still current. */
  markStored(session: TokenSession): void {
    if (this.current === session) this.lastStored = session
  }

  subscribe(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  notify(change: SessionChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        // Reported as uncaught: it cannot undo the change.
        setTimeout(() => {
          throw error
        })
      }
    }
  }

  /** Aborts what is running. What is stored stays. */
  stop(): void {
    this.current = undefined
    this.#stopped.abort()
  }

  #drop(): void {
    this.generation += 1
    this.current = undefined
    this.notify({ type: 'changed' })
  }
}
