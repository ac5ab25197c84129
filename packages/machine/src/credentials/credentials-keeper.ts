import { withDeadline } from '../concurrency/deadline.ts'
import { SerialQueue } from '../concurrency/serial-queue.ts'
import { SingleFlight } from '../concurrency/single-flight.ts'
import {
  GuestAccessError,
  SignedOutError,
  StoppedError,
  sessionHasEnded,
} from '../errors/auth-errors.ts'
import { toFailure } from '../errors/failure.ts'
import type { AwsCredentials, Clock, IdentityPool, Logins } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import type { Secret } from '../secret.ts'
import { essentialCredentials } from './essential-credentials.ts'

/** The current user as an identity pool sees them. */
export interface CredentialsLogin {
  readonly logins: Secret<Logins>
  /** Never the same for two users. */
  readonly userId: string
  /** Known if the app's server has requested it (developer authenticated identities). */
  readonly identityId?: string | undefined
}

export interface CredentialsKeeperOptions {
  readonly identityPool: IdentityPool
  readonly clock: Clock
  /** Stores the identity id, so that a guest keeps their identity. */
  readonly storage: KeyValueStorage
  /** The current user with valid tokens; `undefined` if no user is signed in. */
  readonly getLogins: (generation: number) => Promise<CredentialsLogin | undefined>
  /** Changes when a session ends. */
  readonly getGeneration: () => number
  /** The current user, also if the tokens have expired. */
  readonly getUserId: () => string | undefined
  /** How long one attempt may take, in ms. */
  readonly timeoutMs: number
}

/**
 * For `credentials` of any client of AWS SDK v3. `memoized` makes the client call it for each request:
 * otherwise the client would use the credentials of a former user until shortly before expiry.
 *
 * @example
 * const s3 = new S3Client({ region, credentials: auth.credentials })
 */
export interface CredentialsProvider {
  (): Promise<AwsCredentials>
  readonly memoized: true
}

interface GetCredentialsOptions {
  readonly forceRefresh?: boolean
  /** The caller's session, if it was read before this call. */
  readonly generation?: number
}

interface CachedCredentials {
  readonly credentials: Secret<AwsCredentials>
  /** `undefined` for a guest. */
  readonly userId: string | undefined
  /** Epoch ms. */
  readonly expiresAt: number
  /** From this time on callers get new credentials. Epoch ms. */
  readonly dueAt: number
}

/** Credentials are due this long (ms) before expiry, or a quarter of their lifetime if that is less. */
const leadMs = 5 * 60_000

/** A guest signs in once, and may sign out again: no user causes more changes. */
const mostTries = 5

/** The lifetime of credentials of an identity pool, in ms. */
const longestMs = 60 * 60_000

/**
 * The only owner of AWS credentials, which stay in memory. After every wait it checks that the user of
 * the call is still signed in.
 */
export class CredentialsKeeper {
  readonly #options: CredentialsKeeperOptions
  readonly #key: string
  #cached: CachedCredentials | undefined
  readonly #flight = new SingleFlight<CachedCredentials>()
  /** Replaced by `clear()`: aborts the requests for the former user. */
  #turn = new AbortController()
  #isStopped = false
  readonly #queue: SerialQueue

  constructor(options: CredentialsKeeperOptions) {
    this.#options = options
    this.#queue = new SerialQueue(options.timeoutMs)
    // The key of Amplify v6, so that its guests keep their identity.
    this.#key = `com.amplify.Cognito.${options.identityPool.identityPoolId}.identityId`
  }

  /**
   * The credentials of the current user or guest. A guest's identity becomes the user's at the first
   * request after the sign-in. Callers at the same time share one request. If a request fails,
   * credentials that are due but not expired are returned. `forceRefresh` requests new ones in any case,
   * e.g. after roles have changed.
   *
   * @throws SignedOutError if the user has signed out meanwhile, GuestAccessError if guests get no
   * credentials, StoppedError after `stop()`, and the errors of the identity pool and `getLogins`;
   * `toFailure()` reads them all.
   */
  async get({
    forceRefresh = false,
    generation = this.#options.getGeneration(),
  }: GetCredentialsOptions = {}): Promise<AwsCredentials> {
    const before = this.#cached
    try {
      const login = await this.#login(generation)
      const cached = this.#cached?.userId === login?.userId ? this.#cached : undefined
      if (cached && !forceRefresh && isFresh(cached, this.#now())) return reveal(cached)
      const options = { key: generation, isForced: forceRefresh }
      return reveal(await this.#flight.run(options, () => this.#request(generation)))
    } catch (error) {
      const isStillGood = before && this.#cached === before && this.#now() < before.expiresAt
      const { getUserId, getGeneration } = this.#options
      const isTheirs = before?.userId === getUserId() && generation === getGeneration()
      if (isStillGood && isTheirs && !forceRefresh) return reveal(before)
      throw error
    }
  }

  /** Drops the credentials at once, then deletes the stored identity, e.g. on sign-out. Never rejects. */
  async clear(): Promise<void> {
    this.#cached = undefined
    this.#turn.abort()
    this.#turn = new AbortController()
    await this.#forgetIdentity()
  }

  /** Aborts what is in flight; later calls reject with StoppedError. The stored identity stays. */
  stop(): void {
    this.#isStopped = true
    this.#cached = undefined
    this.#turn.abort()
  }

  /**
   * Requests credentials until a response, or an error, is for the user who is current when it arrives:
   * a guest may sign in meanwhile. Rejects if the user has signed out, or the users change too often.
   */
  async #request(generation: number): Promise<CachedCredentials> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const turn = this.#turn
      const login = await this.#login(generation)
      if (this.#cached?.userId !== login?.userId) this.#cached = undefined
      const { timeoutMs } = this.#options
      const [answer] = await Promise.allSettled([
        withDeadline(timeoutMs, (signal) => this.#fetch(login, signal), turn.signal),
      ])
      const now = await this.#login(generation)
      if (login && now?.userId !== login.userId) throw new SignedOutError(sessionHasEnded)
      if (this.#turn !== turn || now?.userId !== login?.userId) continue
      if (answer.status === 'rejected') throw answer.reason
      return this.#cache(answer.value, login?.userId)
    }
    throw new SignedOutError(sessionHasEnded)
  }

  async #fetch(
    login: CredentialsLogin | undefined,
    signal: AbortSignal,
  ): Promise<Secret<AwsCredentials>> {
    const { identityPool } = this.#options
    const known = login?.identityId ?? (await this.#queued((storage) => storage.getItem(this.#key)))
    if (known) {
      try {
        return await identityPool.getCredentials(known, login?.logins, { signal })
      } catch (error) {
        // The stored identity is deleted, merged into another one, or another user's.
        const { code, cause } = toFailure(error)
        const isTheirs = login?.identityId === undefined || isGone(cause)
        if (code !== 'identityNotFound' || !isTheirs) throw error
        await this.#forgetIdentity()
      }
    }
    const identityId = await identityPool.getId(login?.logins, { signal })
    return identityPool.getCredentials(identityId, login?.logins, { signal })
  }

  #cache(credentials: Secret<AwsCredentials>, userId: string | undefined): CachedCredentials {
    const { expiration, identityId } = credentials.reveal()
    const now = this.#now()
    const left = expiration.getTime() - now
    // Credentials that seem expired, or valid for longer than possible: this clock is wrong.
    const life = left > 0 && left < longestMs ? left : longestMs
    const expiresAt = now + life
    const lead = Math.min(leadMs, life / 4)
    const cached = { credentials, userId, expiresAt, dueAt: expiresAt - lead }
    this.#cached = cached
    // Queued, so that a later `clear()` deletes it. Not awaited.
    void this.#queued((storage) => storage.setItem(this.#key, identityId))
    return cached
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
    return this.#queued((storage) => storage.removeItem(this.#key)).then(() => undefined)
  }

  /** If the storage fails, a guest loses the identity, and nothing else fails. */
  #queued<T>(work: (storage: KeyValueStorage) => T | Promise<T>): Promise<T | undefined> {
    return this.#queue.add(() => work(this.#options.storage)).catch(() => undefined)
  }

  #now(): number {
    return this.#options.clock.now()
  }
}

/** If the clock was set back, they would seem valid for longer than possible. */
const isFresh = ({ dueAt, expiresAt }: CachedCredentials, now: number) =>
  now < dueAt && expiresAt - now <= longestMs

const isGone = (cause: unknown) =>
  cause instanceof Error && cause.name === 'ResourceNotFoundException'

const reveal = ({ credentials }: CachedCredentials) => essentialCredentials(credentials.reveal())
