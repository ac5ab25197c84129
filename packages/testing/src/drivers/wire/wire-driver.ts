import type { AuthEntry, AuthInput, LinkEvent, ScreenEvent, SessionEvent } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import { type AuthSnapshot, actorOf } from '@authchart/machine/xstate'
import type { AnyEventObject, AnyMachineSnapshot } from 'xstate'
import { answerBeforeStorageError } from '../../catalogue/answer-before-storage-error.ts'
import { type Outcome, toError } from '../../catalogue/outcome.ts'
import { otherUser, person, user } from '../../catalogue/person.ts'
import type { Step } from '../../model/model.ts'
import type { Walk } from '../../plan/walk.ts'
import type { Driver, DriverKind, ExpectedStep } from '../../run/driver.ts'
import { exchangesOf } from '../../scripted-cognito/exchanges-of.ts'
import { type NextRequest, nextRequest, requestAt } from '../../scripted-cognito/next-request.ts'
import { scriptedConfig } from '../../scripted-cognito/pool.ts'
import {
  returnOf,
  storageOf,
  storedRedirect,
  storedSession,
} from '../../scripted-cognito/storage-of.ts'
import { act } from '../act.ts'
import { isDialog } from '../needs-authenticator.ts'
import { needsIdentityPool, noIdentityPool } from '../needs-identity-pool.ts'
import { StepDesk } from '../step-desk.ts'
import { cannotTake } from './cannot-take.ts'
import { differenceOf, differenceOfEnd } from './compare.ts'
import { openTab, type Tab } from './tab.ts'
import { tick, until } from './until.ts'
import type { Surface, WireOptions } from './wire-options.ts'

/** A time-out is waited for. */
const costOf = ({ outcome }: Step) => (outcome?.rejection?.type === 'TimeoutError' ? 20 : 1)

const noSurface = ({ auth }: Tab): Surface => ({ act: (event) => act(auth, event) })

/** As long as a time-out takes on walks that have one, in ms; nothing else on them may take so long. */
const shortMs = 3_000
const longMs = 15_000

const pool = scriptedConfig
const redirect = { pool, state: 'state', redirectUri: pool.hostedUi.redirectSignIn }
const nothing = { localStorage: {}, sessionStorage: {} }

/**
 * Walks the whole machine over a scripted Cognito: `createAuth`, the ports, the client and the requests
 * on the wire are the real ones. Only the browser is missing. Plan its walks with `withVault`.
 *
 * @example
 * const behaviour = withVault(authBehaviour)
 * const driver = wireDriver({ flow: 'USER_PASSWORD_AUTH' })
 * const { walks } = planWalks({ behaviour, ...driver })
 * for (const walk of walks) await runWalk(behaviour, walk, await driver.open())
 */
export function wireDriver({
  flow = 'USER_SRP_AUTH',
  surface = noSurface,
  identityPool,
  steps = [],
}: WireOptions = {}): DriverKind {
  return {
    cannotTake: (step) =>
      !identityPool && needsIdentityPool(step) ? noIdentityPool : cannotTake(step),
    costOf,
    open: () => new WireDriver({ flow, surface, identityPool, steps }),
  }
}

class WireDriver implements Driver {
  readonly #options: Required<WireOptions>
  readonly #desk: StepDesk
  #opened: Tab | undefined
  #surface: Surface | undefined
  /** Snapshots since the step began. */
  #passed: AuthSnapshot[] = []
  /** How many events there were when it began … */
  #eventsBefore = 0
  /** … and how many requests when the one that is waited for was not made yet. */
  #requestsBefore = 0
  #coming: NextRequest | undefined

  constructor(options: Required<WireOptions>) {
    this.#options = options
    this.#desk = new StepDesk(options.steps)
  }

  async begin(walk: Walk, after: AnyMachineSnapshot): Promise<void> {
    const { start, steps } = walk
    const { answer, initial } = start.input as AuthInput
    const isTimed = steps.some(({ outcome }) => outcome?.rejection?.type === 'TimeoutError')
    const completed = steps.find(({ outcome }) => outcome?.actor === 'completeRedirect')?.outcome
    const tab = openTab({
      address: answer ? returnOf(completed ?? {}, redirect) : redirect.redirectUri,
      stored: (moment) =>
        answer
          ? { ...nothing, localStorage: storedRedirect(moment, redirect) }
          : { ...nothing, localStorage: initial?.user ? storedSession(user, moment) : {} },
      initial,
      timeoutMs: isTimed ? shortMs : longMs,
      flow: this.#options.flow,
      identityPool: this.#options.identityPool,
      steps: this.#desk.steps,
    })
    this.#opened = tab
    const coming = requestAt(start.place, steps)
    this.#prepare(coming, start.place.leaf)
    actorOf(tab.auth).subscribe((snapshot) => this.#passed.push(snapshot))
    this.#surface = await this.#options.surface(tab, walk)
    if (coming) await this.#requested(coming.outcome)
    await tick()
    this.#compare(after)
  }

  async take(expected: ExpectedStep): Promise<void> {
    const tab = this.#tab
    const { kind, event, outcome, to, afterMs = 0 } = expected.step
    if (!this.#isTransient) {
      this.#eventsBefore = tab.events.length
      this.#passed = []
    }
    const coming = nextRequest(expected)
    const prepare = () => {
      if (kind === 'outcome' || coming) this.#prepare(coming, to.leaf)
    }
    if (outcome) await this.#end(outcome, prepare)
    else {
      prepare()
      if (kind === 'action') await this.#surface?.act(event as ScreenEvent)
      else if (kind === 'external') this.#report(event as SessionEvent | LinkEvent)
      else {
        tab.advance(afterMs)
        actorOf(tab.auth).send(event as never)
      }
    }
    await until(() => this.#eventOf(event.type), `${event.type} has not happened`)
    await tick()
    if (coming) await this.#requested(coming.outcome)
    if (outcome && coming?.outcome.actor !== 'revokeToken') tab.reject(undefined)
  }

  async check(expected: ExpectedStep): Promise<void> {
    const { event, outcome } = expected.step
    this.#compare(expected.after)
    // A transient place may be over before it is seen.
    if (!this.#isTransient) await this.#surface?.check?.(expected)
    if (!outcome) return
    const end = this.#eventOf(event.type)
    const difference = end && differenceOfEnd(end, outcome, this.#tab.now())
    if (difference) throw new Error(difference)
  }

  async end(): Promise<void> {
    await this.#surface?.close?.()
    this.#opened?.auth.stop()
    const { unexpected = [] } = this.#opened?.cognito ?? {}
    if (unexpected.length > 0) throw new Error(`Unexpected requests: ${unexpected.join(', ')}`)
  }

  #eventOf(type: string): AnyEventObject | undefined {
    return this.#tab.events.slice(this.#eventsBefore).find((event) => event.type === type)
  }

  get #tab(): Tab {
    if (!this.#opened) throw new Error('The walk has not begun')
    return this.#opened
  }

  /** What the browser and Cognito are to do about the request that comes next. */
  #prepare(coming: NextRequest | undefined, leaf: string): void {
    const tab = this.#tab
    this.#coming = coming
    this.#requestsBefore = tab.cognito.log.length
    tab.cognito.arm(coming?.outcome)
    if (!coming) return
    const { actor, rejection } = coming.outcome
    const isFederated = actorOf(tab.auth).getSnapshot().context.user?.kind === 'federated'
    const isRequested = exchangesOf(coming.outcome).length > 0
    const isInDialog = isDialog(actor)
    if ((!isRequested && !isInDialog) || (actor === 'revokeToken' && isFederated)) tab.hold(leaf)
    if (actor === 'revokeToken' && rejection?.operation === 'browser') tab.reject('remove')
    if (actor.startsWith('redirectTo')) tab.takeOpened()
    if (isInDialog) tab.takeDialog()
    const offer = coming.outcome.output?.(tab.now()) as { passkeyOffer?: unknown } | undefined
    tab.upgradePasskeys(offer?.passkeyOffer === 'upgrade')
    if (actor === 'autoSignIn') tab.keepPassword(coming.outcome.name !== 'no password any more')
    if (leaf.startsWith('signedIn.devices.')) tab.storeDevice()
  }

  async #end(outcome: Outcome, prepareNext: () => void): Promise<void> {
    const tab = this.#tab
    const { actor, name, rejection } = outcome
    this.#countRequests(outcome)
    if (actor === 'readSession') tab.store(storageOf(outcome, tab.cognito.moment()))
    const isOfStorage = rejection?.type === 'StorageError'
    // Only then there is nothing to refresh any more.
    if (rejection?.type === 'SignedOutError' && !this.#now.context.elsewhere) {
      tab.storeElsewhere({})
      await until(() => tab.events.at(-1)?.type === 'session.ended', 'No user was signed out')
    }
    if (rejection?.operation === 'browser') {
      if (actor === 'readSession') tab.reject('read')
      if (answerBeforeStorageError(outcome)) tab.reject('write')
      if (actor === 'endSession') tab.reject('remove')
      if (actor === 'redirectToSignIn' && isOfStorage) tab.reject('remember')
    }
    await this.#desk.called(actor)
    tab.cognito.release()
    tab.letGo()
    prepareNext()
    this.#desk.end(outcome)
    if (isDialog(actor)) {
      const dialog = await until(() => tab.takeDialog(), 'No passkey was requested')
      if (rejection) dialog.fail(toError(rejection))
      else dialog.give(new Secret(person.passkey))
      return
    }
    if (!actor.startsWith('redirectTo') || isOfStorage) return
    const page = await until(() => tab.takeOpened(), 'Nothing was opened')
    if (rejection) page.fail(Object.assign(new Error(rejection.message), { name: rejection.type }))
    else if (name === 'an answer') {
      const answer = await tab.cognito.fetch(page.url, { redirect: 'manual' })
      page.back(answer.headers.get('location') ?? undefined)
    } else page.back(undefined)
  }

  /** All requests have been made that are waited for. */
  async #requested(outcome: Outcome): Promise<void> {
    const { cognito, auth } = this.#tab
    const isFederated = actorOf(auth).getSnapshot().context.user?.kind === 'federated'
    if (exchangesOf(outcome).length === 0 || isFederated) return
    let isRequested = false
    void cognito.requested().then(() => {
      isRequested = true
    })
    await until(() => isRequested, `${outcome.actor} has not sent all its requests`)
  }

  /** Checks that no request was sent twice while its response was awaited. */
  #countRequests({ actor }: Outcome): void {
    const { log, answered } = this.#tab.cognito
    const operation = answered.at(-1)
    const count = (list: readonly string[]) => list.filter((name) => name === operation).length
    const made = count(log.slice(this.#requestsBefore))
    if (made > count(answered)) throw new Error(`${actor} has sent ${operation} ${made} times`)
  }

  #report(event: SessionEvent | LinkEvent): void {
    const { auth, cognito, ...tab } = this.#tab
    switch (event.type) {
      case 'session.found':
        tab.storeElsewhere(storedSession(otherUser, cognito.moment()))
        break
      case 'session.ended':
        tab.storeElsewhere({}, event.failure && { reason: event.failure })
        break
      case 'session.refreshed':
        tab.storeElsewhere(storedSession(event.user, cognito.moment()))
        break
      case 'session.refreshFailed':
        cognito.interject({ operation: 'GetTokensFromRefreshToken', kind: 'drop' })
        auth.getSession({ forceRefresh: true }).catch(() => undefined)
        break
      case 'account.read':
        actorOf(auth).send({ type: 'signedIn.load', part: 'profile' })
        break
      case 'link.opened':
        auth.enter(event as AuthEntry)
    }
  }

  /** A request is in flight that ends by itself. */
  get #isTransient(): boolean {
    return this.#coming?.outcome.name === 'no password any more'
  }

  get #now(): AuthSnapshot {
    return actorOf(this.#tab.auth).getSnapshot()
  }

  #compare(after: AnyMachineSnapshot): void {
    // The vault's response cannot be paused: it is enough that the chart passed the state.
    const seen = this.#isTransient ? [this.#now, ...this.#passed] : [this.#now]
    const differences = seen.map((snapshot) => differenceOf(snapshot, after))
    if (!differences.includes(undefined)) throw new Error(differences[0])
  }
}
