import type { Outcome } from '../../catalogue/outcome.ts'
import { reject, replaceSession } from './in-page.ts'
import type { LookAhead } from './look-ahead.ts'
import type { PageParts } from './page-parts.ts'
import type { RequestWatch } from './request-watch.ts'

/** By actor, the method of the storage that has to fail so that the actor fails. */
const rejectedFor: Readonly<Record<string, string>> = {
  readSession: 'reads',
  signIn: 'writes',
  autoSignIn: 'writes',
  respondToChallenge: 'writes',
  redirectToSignIn: 'writes',
  revokeToken: 'removals',
  endSession: 'removals',
}

/** Prepares Cognito and the storage of the page for a step and for what follows by itself. */
export class StepSetup {
  readonly #parts: PageParts
  readonly #requests: RequestWatch
  /** How many of the next steps happen by themselves. */
  #ahead = 0
  /** The actor whose storage rejects … */
  #rejectedActor: Outcome['actor'] | undefined
  /** … and whether it has ended. Until the next screen is there, the app may still use the storage. */
  #isRejectionOver = false

  constructor(parts: PageParts, requests: RequestWatch) {
    this.#parts = parts
    this.#requests = requests
  }

  /** Whether the next step has happened by itself already. */
  get isAhead(): boolean {
    return this.#ahead > 0
  }

  /** Notes that a walk takes a step; `true` if the step has happened by itself already. */
  skips(outcome: Outcome | undefined): boolean {
    this.#isRejectionOver ||= outcome !== undefined && outcome.actor === this.#rejectedActor
    if (this.#ahead === 0) return false
    this.#ahead -= 1
    // What `readSession` finds was stored for this very outcome.
    if (outcome && outcome.actor !== 'readSession') this.#parts.stored.follow(outcome)
    return true
  }

  /** Prepares what comes next, before the step that leads to it. */
  async prepare(upcoming: LookAhead, ending?: Outcome): Promise<void> {
    const { page, stored, cognito } = this.#parts
    const { read, rejecting, armed, ahead } = upcoming
    if (ending) stored.follow(ending)
    if (read) await page.evaluate(replaceSession, stored.asRead(read))
    if (rejecting) {
      this.#rejectedActor = rejecting.actor
      this.#isRejectionOver = false
      await page.evaluate(reject, rejectedFor[rejecting.actor] ?? '')
    }
    if (ending) cognito.release()
    if (armed !== 'as before') this.#requests.arm(armed)
    this.#ahead = ahead
  }

  /** Whether the storage still rejects, and no longer has to. */
  mustRepairStorage(isAtRest: boolean): boolean {
    return this.#rejectedActor !== undefined && (this.#isRejectionOver || isAtRest)
  }

  /** Lets the storage work again after a rejection, and removes what it did not remove. */
  async repairStorage(): Promise<void> {
    const { page, stored } = this.#parts
    this.#rejectedActor = undefined
    this.#isRejectionOver = false
    await page.evaluate(reject, '')
    if (!stored.isThere) await page.evaluate(replaceSession, {})
  }
}
