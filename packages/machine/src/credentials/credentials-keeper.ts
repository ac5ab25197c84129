import { withDeadline } from '../concurrency/deadline.ts'
import { SerialQueue } from '../concurrency/serial-queue.ts'
import { SingleFlight } from '../concurrency/single-flight.ts'
import { toFailure } from '../errors/failure.ts'
import type { AwsCredentials, Clock, IdentityPool, Logins } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import type { Secret } from '../secret.ts'
import { SignedOutError, StoppedError, sessionHasEnded } from '../session/auth-session.ts'
import { essentialCredentials } from './essential-credentials.ts'
import { GuestAccessError } from './guest-access-error.ts'

/** Who is signed in, as an identity pool takes it. */
export interface CredentialsLogin {
  readonly logins: Secret<Logins>
  /** Never the same for two users. */
  readonly userId: string
  /** Where the app's own server has asked for it already (developer authenticated identities). */
  readonly identityId?: string | undefined
}

export interface CredentialsKeeperOptions {
  readonly identityPool: IdentityPool
  readonly clock: Clock
  /** Where the identity rests, so that a guest stays who they are. */
  readonly storage: KeyValueStorage
  /** Who is signed in now, with tokens that are good; `undefined`: nobody. */
  readonly getLogins: (generation: number) => Promise<CredentialsLogin | undefined>
  /** Changes when a session ends. */
  readonly getGeneration: () => number
  /** Who is signed in, whatever their tokens are worth. */
  readonly getUserId: () => string | undefined
  /** How long one attempt may take, in ms. */
  readonly timeoutMs: number
}

/**
 * For `credentials` of any client of AWS SDK v3. `memoized` has the client ask at each request: it
 * would keep what it got until shortly before expiry, though another user has signed in.
 */
export interface CredentialsProvider {
  (): Promise<AwsCredentials>
  readonly memoized: true
}

interface GetCredentialsOptions {
  readonly forceRefresh?: boolean
  /** The session of who asks, where that was before this call. */
  readonly generation?: number
}

interface HeldCredentials {
  readonly credentials: Secret<AwsCredentials>
  /** `undefined`: a guest. */
  readonly userId: string | undefined
  /** Epoch ms. */
  readonly expiresAt: number
  /** From then on whoever needs credentials gets new ones. Epoch ms. */
  readonly dueAt: number
}

/** Due so long before expiry, or a quarter of the lifetime where that is less. In ms. */
const leadMs = 5 * 60_000

/** A guest signs in once, and may sign out again: more is no user's doing. */
const mostTries = 5

/** How long the credentials of an identity pool live. In ms. */
const longestMs = 60 * 60_000

/**
 * The only owner of AWS credentials, which live in memory alone. Whatever comes back late looks
 * whether its user is still the one who is signed in.
 */
export class CredentialsKeeper {
  readonly #options: CredentialsKeeperOptions
  readonly #key: string
  #held: HeldCredentials | undefined
  readonly #flight = new SingleFlight<HeldCredentials>()
  /** Ends with `clear()`: what was asked for before is of the past then. */
  #turn = new AbortController()
  #isStopped = false
  readonly #queue: SerialQueue

  constructor(options: CredentialsKeeperOptions) {
    this.#options = options
    this.#queue = new SerialQueue(options.timeoutMs)
    // Amplify v6's own, so that its guests are found here.
    this.#key = `com.amplify.Cognito.${options.identityPool.identityPoolId}.identityId`
  }

  /**
   * The credentials of who is signed in, or of the guest, who becomes that user at the first request
   * after signing in. Callers at the same time share one request; due but not yet expired, a request
   * that fails does not matter. `forceRefresh`: new ones in any case, e.g. after roles have changed.
   *
   * @throws SignedOutError where the user who asked has signed out meanwhile, GuestAccessError where
   * guests get none, StoppedError after `stop()`, and what the identity pool and `getLogins` throw;
   * `toFailure()` reads them all.
   */
  async get({
    forceRefresh = false,
    generation = this.#options.getGeneration(),
  }: GetCredentialsOptions = {}): Promise<AwsCredentials> {
    const before = this.#held
    try {
      const login = await this.#login(generation)
      const held = this.#held?.userId === login?.userId ? this.#held : undefined
      if (held && !forceRefresh && isFresh(held, this.#now())) return reveal(held)
      const options = { key: generation, isForced: forceRefresh }
      return reveal(await this.#flight.run(options, () => this.#ask(generation)))
    } catch (error) {
      const isStillGood = before && this.#held === before && this.#now() < before.expiresAt
      const { getUserId, getGeneration } = this.#options
      const isTheirs = before?.userId === getUserId() && generation === getGeneration()
      if (isStillGood && isTheirs && !forceRefresh) return reveal(before)
      throw error
    }
  }

  /** Forgets the credentials at once and then the identity, e.g. on sign-out. Never rejects. */
  async clear(): Promise<void> {
    this.#held = undefined
    this.#turn.abort()
    this.#turn = new AbortController()
    await this.#forgetIdentity()
  }

  /** Gives up what is under way, and answers no more. The identity stays. */
  stop(): void {
    this.#isStopped = true
    this.#held = undefined
    this.#turn.abort()
  }

  /**
   * Asks until the answer, or the refusal, is for who is signed in when it comes: a guest may sign in
   * meanwhile. A user who has signed out gets nothing, nor does who asks while users come and go.
   */
  async #ask(generation: number): Promise<HeldCredentials> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const turn = this.#turn
      const login = await this.#login(generation)
      if (this.#held?.userId !== login?.userId) this.#held = undefined
      const { timeoutMs } = this.#options
      const [answer] = await Promise.allSettled([
        withDeadline(timeoutMs, (signal) => this.#fetch(login, signal), turn.signal),
      ])
      const now = await this.#login(generation)
      if (login && now?.userId !== login.userId) throw new SignedOutError(sessionHasEnded)
      if (this.#turn !== turn || now?.userId !== login?.userId) continue
      if (answer.status === 'rejected') throw answer.reason
      return this.#hold(answer.value, login?.userId)
    }
    throw new SignedOutError(sessionHasEnded)
  }

  async #fetch(
    login: CredentialsLogin | undefined,
    signal: AbortSignal,
  ): Promise<Secret<AwsCredentials>> {
    const { identityPool } = this.#options
    const known = login?.identityId ?? (await this.#inTurn((storage) => storage.getItem(this.#key)))
    if (known) {
      try {
        return await identityPool.getCredentials(known, login?.logins, { signal })
      } catch (error) {
        // Deleted, merged elsewhere, or somebody else's: then the user is not who has signed in.
        const { code, cause } = toFailure(error)
        const isTheirs = login?.identityId === undefined || isGone(cause)
        if (code !== 'identityNotFound' || !isTheirs) throw error
        await this.#forgetIdentity()
      }
    }
    const identityId = await identityPool.getId(login?.logins, { signal })
    return identityPool.getCredentials(identityId, login?.logins, { signal })
  }

  #hold(credentials: Secret<AwsCredentials>, userId: string | undefined): HeldCredentials {
    const { expiration, identityId } = credentials.reveal()
    const now = this.#now()
    const left = expiration.getTime() - now
    // More than they ever live, or nothing: this clock is wrong.
    const life = left > 0 && left < longestMs ? left : longestMs
    const expiresAt = now + life
    const lead = Math.min(leadMs, life / 4)
    const held = { credentials, userId, expiresAt, dueAt: expiresAt - lead }
    this.#held = held
    // Its place in the turns keeps it before a `clear()` that comes later; nobody waits for it.
    void this.#inTurn((storage) => storage.setItem(this.#key, identityId))
    return held
  }

  async #login(generation: number): Promise<CredentialsLogin | undefined> {
    const { getLogins, getGeneration, identityPool } = this.#options
    if (this.#isStopped) throw new StoppedError('This auth was stopped')
    const login = await getLogins(generation)
    if (generation !== getGeneration()) throw new SignedOutError(sessionHasEnded)
    if (login || !identityPool.isMandatorySignIn) return login
    throw new GuestAccessError('Sign in first: guests get no AWS credentials (mandatorySignIn)')
  }

  #forgetIdentity(): Promise<void> {
    return this.#inTurn((storage) => storage.removeItem(this.#key)).then(() => undefined)
  }

  /** A storage that refuses costs a guest the identity, and no more. */
  #inTurn<T>(work: (storage: KeyValueStorage) => T | Promise<T>): Promise<T | undefined> {
    return this.#queue.add(() => work(this.#options.storage)).catch(() => undefined)
  }

  #now(): number {
    return this.#options.clock.now()
  }
}

/** A clock that was set back would make them live longer than any do. */
const isFresh = ({ dueAt, expiresAt }: HeldCredentials, now: number) =>
  now < dueAt && expiresAt - now <= longestMs

const isGone = (cause: unknown) =>
  cause instanceof Error && cause.name === 'ResourceNotFoundException'

const reveal = ({ credentials }: HeldCredentials) => essentialCredentials(credentials.reveal())
