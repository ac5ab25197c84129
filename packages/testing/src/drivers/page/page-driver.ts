import type { AuthRoute } from '@authchart/machine'
import { type CognitoConfig, parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import type { AnyMachineSnapshot } from 'xstate'
import type { Outcome } from '../../catalogue/outcome.ts'
import { type Expected, expectedOf } from '../../contract/check-input.ts'
import type { ActionType, Ui } from '../../contract/define-ui.ts'
import { leaksIn } from '../../contract/find-leaks.ts'
import { takeSnapshot } from '../../contract/page-snapshot.ts'
import { reveal } from '../../contract/reveal.ts'
import { Screens } from '../../contract/screens.ts'
import { type SecretText, secretTexts } from '../../contract/secret-texts.ts'
import type { Step } from '../../model/model.ts'
import type { Walk } from '../../plan/walk.ts'
import type { Driver, ExpectedStep } from '../../run/driver.ts'
import { scriptedConfig } from '../../scripted-cognito/pool.ts'
import { type ScriptedCognito, scriptedCognito } from '../../scripted-cognito/scripted-cognito.ts'
import {
  returnOf,
  storageOf,
  storedDevice,
  storedRedirect,
} from '../../scripted-cognito/storage-of.ts'
import { type Adversity, mishapsFor, type Scene } from './adversity.ts'
import {
  reject,
  rememberSubmission,
  replaceSession,
  seed,
  showAgain,
  stubbornStorage,
} from './in-page.ts'
import { isTransient, type LookAhead, lookAhead } from './look-ahead.ts'
import { blankPath, lookingTwiceMs, OtherTab } from './other-tab.ts'
import type { PlaywrightOptions } from './playwright-driver.ts'
import { StoredSession } from './stored-session.ts'
import { Traffic } from './traffic.ts'

/** As long as the client waits for an answer, and a little longer. In ms. */
const tooLong = 16_000

/** By actor, what its storage has to refuse for it to fail. */
const rejectedFor: Readonly<Record<string, string>> = {
  readSession: 'reads',
  signIn: 'writes',
  autoSignIn: 'writes',
  respondToChallenge: 'writes',
  redirectToSignIn: 'writes',
  revokeToken: 'removals',
  endSession: 'removals',
}

/** One session in a page. */
export class PageDriver implements Driver {
  readonly #page: Page
  readonly #ui: Ui<Page>
  readonly #path: string
  readonly #pool: CognitoConfig & { readonly identityPoolId: string }
  readonly #adversity: readonly Adversity[]
  readonly #cognito: ScriptedCognito
  readonly #traffic: Traffic
  readonly #screens: Screens<Page>
  readonly #stored: StoredSession
  #otherTab: OtherTab | undefined
  /** By how much the clock of the page is ahead, in ms. */
  #skippedMs = 0
  #secrets: readonly SecretText[] = []
  /** What the last action was given. */
  #given: readonly string[] = []
  /** Steps to come that happen by themselves. */
  #ahead = 0
  /** A request is armed that the page has to make. */
  #isRequesting = false
  /** How many requests there were when it was armed. */
  #armedAt = 0
  /** For whose request the storage refuses … */
  #rejectedActor: Outcome['actor'] | undefined
  /** … and whether that request is over: until the next screen is there, the app may be at it. */
  #isRejectionOver = false
  /** What happened on which screen. */
  readonly #borne = new Set<string>()
  #isFirst = true

  constructor(page: Page, options: PlaywrightOptions) {
    const { ui, config, path = '/', patienceMs = 8_000, adversity = [] } = options
    this.#page = page
    this.#ui = ui
    this.#path = path
    this.#adversity = adversity
    const parsed = parseConfig(config)
    const { identityPoolId = scriptedConfig.identityPoolId } = parsed
    this.#pool = { ...parsed, identityPoolId }
    const now = () => Date.now() + this.#skippedMs
    this.#cognito = scriptedCognito({ pool: this.#pool, now })
    this.#traffic = new Traffic(this.#cognito, parsed)
    this.#screens = new Screens({
      ui,
      handle: page,
      snapshot: () => page.evaluate(`(${takeSnapshot})(document)`),
      patienceMs,
    })
    this.#stored = new StoredSession(this.#cognito)
    // An action that cannot be done is a find: nobody has to wait for the whole test to run out of time.
    page.setDefaultTimeout(patienceMs)
  }

  async begin({ start, steps }: Walk, _after: AnyMachineSnapshot): Promise<void> {
    const page = this.#page
    const context = page.context()
    this.#secrets = secretTexts(steps)
    await this.#traffic.watch(context, page)
    await context.clock.install()
    await context.addInitScript(stubbornStorage)
    if (this.#adversity.includes('double submit')) await context.addInitScript(rememberSubmission)
    await context.route(`**${blankPath}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Blank</title>' }),
    )
    await page.goto(blankPath)
    this.#otherTab = new OtherTab(page, this.#pool.userPoolClientId, page.url())
    const upcoming = lookAhead({ to: start.place, from: undefined }, steps)
    const isBack = start.name === 'back from the hosted UI'
    const redirectUri = new URL('/', page.url()).href
    const redirect = { pool: this.#pool, state: 'state', redirectUri }
    const moment = this.#cognito.moment()
    const found = upcoming.read && storageOf(upcoming.read, moment)
    if (upcoming.read) this.#stored.follow(upcoming.read)
    const local = {
      ...storedDevice(this.#pool),
      ...(isBack && storedRedirect(moment, redirect)),
      ...found?.localStorage,
    }
    await page.evaluate(seed, { local, session: found?.sessionStorage ?? {} })
    await this.#prepare({ ...upcoming, read: undefined })
    await page.goto(isBack ? returnOf({}, redirect) : this.#path)
  }

  async take({ step, rest }: ExpectedStep): Promise<void> {
    const { kind, event, outcome, afterMs = 0 } = step
    this.#isRejectionOver ||= outcome !== undefined && outcome.actor === this.#rejectedActor
    if (this.#ahead > 0) {
      this.#ahead -= 1
      // What is read was stored with this very outcome in mind.
      if (outcome && outcome.actor !== 'readSession') this.#stored.follow(outcome)
      return
    }
    // On a page that has just loaded nothing was checked that would have waited for it.
    if (outcome && this.#isRequesting) await this.#requested()
    if (kind !== 'external' && step.to.leaf.startsWith('redirecting')) this.#traffic.stay()
    const upcoming = lookAhead(step, rest)
    const isFound = event.type === 'session.found'
    await this.#prepare({ ...upcoming, ...(isFound && { read: undefined }) }, outcome)
    if (kind === 'action') await this.#act(event.type as ActionType, event)
    else if (kind === 'timer') await this.#skip(afterMs)
    else if (kind === 'external') await this.#hear(event, upcoming.read)
    else if (outcome) await this.#end(outcome)
  }

  async check(step: ExpectedStep): Promise<void> {
    if (this.#ahead > 0 || isTransient(step.step.to)) return
    const expected = expectedOf(step)
    if (expected.isPending && this.#isRequesting) await this.#requested()
    await this.#screens.until(() => this.#screens.wrong(expected.route))
    if (this.#isRejectionOver || !expected.isPending) await this.#comply()
    await this.#runChecks(expected, this.#isFirst)
    // Until something is at rest, nobody was anywhere that the focus could have moved from.
    this.#isFirst &&= expected.route === 'restoring' || expected.isPending
    await this.#weave(expected.step.kind, expected)
  }

  async end(): Promise<void> {
    await this.#otherTab?.close()
    this.#complainOfSaid(this.#screens.shown)
  }

  /** Lets what comes next happen, before whatever leads to it is done. */
  async #prepare(upcoming: LookAhead, ending?: Outcome): Promise<void> {
    const { read, rejecting, armed, ahead } = upcoming
    if (ending) this.#stored.follow(ending)
    if (read) await this.#page.evaluate(replaceSession, this.#stored.asRead(read))
    if (rejecting) {
      this.#rejectedActor = rejecting.actor
      this.#isRejectionOver = false
      await this.#page.evaluate(reject, rejectedFor[rejecting.actor] ?? '')
    }
    if (ending) this.#cognito.release()
    if (armed !== 'as before') {
      this.#cognito.arm(armed)
      this.#isRequesting = armed !== undefined
      this.#armedAt = this.#cognito.log.length
    }
    this.#ahead = ahead
  }

  async #act(type: ActionType, event: object): Promise<void> {
    const { type: _type, ...payload } = event as { readonly type?: string }
    this.#given = Object.keys(payload)
    const act = this.#ui.actions[type] as (page: Page, payload: unknown) => unknown
    try {
      await act(this.#page, reveal(payload))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`actions['${type}'] of the contract failed: ${reason}`, { cause })
    }
  }

  /** What an outcome takes beside Cognito's answer. */
  async #end({ actor, rejection }: Outcome): Promise<void> {
    if (rejection?.type === 'TimeoutError') await this.#skip(tooLong)
    if (!actor.startsWith('redirectTo')) return
    if (!rejection) {
      const isLeft = () => (this.#traffic.hasLeft ? undefined : 'the page is not left')
      await this.#screens.until(isLeft)
      return this.#page.evaluate(showAgain)
    }
    // Nobody sees how it begins, so it begins anew, where it cannot be written down.
    await this.#act('redirecting.cancel', {})
    await this.#prepare({ rejecting: { actor }, armed: 'as before', ahead: 0 })
    await this.#act('signIn.redirect', { provider: 'Google' })
  }

  async #hear(
    event: { readonly type: string; readonly failure?: { code: string; message: string } },
    read: Outcome | undefined,
  ): Promise<void> {
    const tab = this.#otherTab
    switch (event.type) {
      case 'session.found':
        // The screen may look the same: there is nothing else to wait for.
        return tab?.store(this.#stored.ofAnother(read), lookingTwiceMs)
      case 'session.ended':
        this.#stored.end()
        return tab?.clear(event.failure)
      case 'session.refreshed':
        return tab?.store(this.#stored.renewed())
      case 'session.refreshFailed':
        return this.#failToRefresh()
      default:
        return this.#act('signedIn.load', {})
    }
  }

  /** Tokens that are due have to be refreshed, without an answer; then another tab has got new ones. */
  async #failToRefresh(): Promise<void> {
    const operation = 'GetTokensFromRefreshToken'
    const before = this.#cognito.log.length
    this.#cognito.interject({ operation, kind: 'drop' })
    await this.#otherTab?.store(this.#stored.due())
    const isRequested = () => this.#cognito.log.includes(operation, before)
    await this.#screens.until(() =>
      isRequested() ? undefined : 'tokens that are due are not refreshed',
    )
    await this.#otherTab?.store(this.#stored.renewed())
  }

  /** The storage takes orders again, and has forgotten what it refused to forget. */
  async #comply(): Promise<void> {
    if (!this.#rejectedActor) return
    this.#rejectedActor = undefined
    this.#isRejectionOver = false
    await this.#page.evaluate(reject, '')
    if (!this.#stored.isThere) await this.#page.evaluate(replaceSession, {})
  }

  async #requested(): Promise<void> {
    let isRequested = false
    void this.#cognito.requested().then(() => {
      isRequested = true
    })
    await this.#screens.until(() => {
      const { log } = this.#cognito
      const requested = log.slice(this.#armedAt).join(', ') || 'nothing'
      if (isRequested) return undefined
      return `the request that has to be made is not made; asked was ${requested}${this.#traffic.strayed || remedyFor(this.#given)}`
    })
  }

  async #runChecks(expected: Expected, isFirst: boolean): Promise<void> {
    await this.#screens.runChecks(expected, () => ({
      secrets: this.#secrets,
      requests: this.#requests(),
      isFirst,
    }))
    this.#complainOfSaid(expected.route)
  }

  /** By operation, how often it was asked for what is armed, all but once for each that was expected. */
  #requests(): ReadonlyMap<string, number> {
    const { log, answered } = this.#cognito
    const countIn = (all: readonly string[], name: string) =>
      all.filter((operation) => operation === name).length
    const since = log.slice(this.#armedAt)
    return new Map(
      answered.map((name) => [name, 1 + countIn(since, name) - countIn(answered, name)]),
    )
  }

  /** Lets mishaps happen that were asked for, the first time on each screen; it has to bear them all. */
  async #weave(kind: Step['kind'], expected: Expected): Promise<void> {
    const scene: Scene = {
      page: this.#page,
      path: this.#path,
      expected,
      isSubmitted: this.#isRequesting && kind === 'action',
      skip: (ms) => this.#skip(ms),
    }
    for (const { name, happen } of mishapsFor(this.#adversity, scene)) {
      const key = `${name} on “${expected.route}”`
      if (this.#borne.has(key)) continue
      try {
        if ((await happen(scene)) === false) continue
        this.#borne.add(key)
        await this.#runChecks(expected, true)
      } catch (cause) {
        throw new Error(`after ${key}: ${(cause as Error).message}`, { cause })
      }
    }
  }

  #complainOfSaid(route: AuthRoute): void {
    const [leak] = leaksIn(this.#traffic.takeSaid(), this.#secrets, route)
    if (leak) throw new Error(leak)
    const [error] = this.#traffic.takeErrors()
    if (error) throw new Error(`the page has met an error that nobody handles: ${error}`)
  }

  async #skip(ms: number): Promise<void> {
    this.#skippedMs += ms
    await this.#page.clock.fastForward(ms)
  }
}

const remedyFor = (given: readonly string[]) =>
  given.length > 0
    ? `\nThe last action was given ${given.join(', ')}: take all of it to the page; where your UI has no field for it, refuse the step in refuses of the contract.`
    : ''
