import type { AuthRoute } from '@authchart/machine'
import type { Page } from '@playwright/test'
import type { AnyMachineSnapshot } from 'xstate'
import type { Outcome } from '../../catalogue/outcome.ts'
import { type Expected, expectedOf } from '../../contract/check-input.ts'
import type { ActionType } from '../../contract/define-ui.ts'
import { findLeaks } from '../../contract/find-leaks.ts'
import { type SecretText, secretTexts } from '../../contract/secret-texts.ts'
import type { Walk } from '../../plan/walk.ts'
import type { Driver, ExpectedStep } from '../../run/driver.ts'
import {
  returnOf,
  storageOf,
  storedDevice,
  storedRedirect,
} from '../../scripted-cognito/storage-of.ts'
import { type Authenticator, addAuthenticator } from './authenticator.ts'
import { ExternalEvents } from './external-events.ts'
import { rememberSubmission, seed, showAgain, stubbornStorage } from './in-page.ts'
import { isTransient, lookAhead } from './look-ahead.ts'
import { Mishaps } from './mishaps.ts'
import { blankPath, OtherTab } from './other-tab.ts'
import { openPageParts, type PageParts } from './page-parts.ts'
import type { PlaywrightOptions } from './playwright-options.ts'
import { RequestWatch } from './request-watch.ts'
import { StepSetup } from './step-setup.ts'

/** A little longer than the client waits for a response, in ms. */
const tooLong = 16_000

/** One walk in a page. */
export class PageDriver implements Driver {
  readonly #parts: PageParts
  readonly #requests: RequestWatch
  readonly #setup: StepSetup
  readonly #mishaps: Mishaps
  readonly #isSubmittedTwice: boolean
  readonly #hasAuthenticator: boolean
  #authenticator: Authenticator | undefined
  #external: ExternalEvents | undefined
  #secrets: readonly SecretText[] = []
  #isFirst = true

  constructor(page: Page, options: PlaywrightOptions) {
    const { adversity = [], authenticator = false } = options
    this.#parts = openPageParts(page, options)
    this.#requests = new RequestWatch(this.#parts)
    this.#setup = new StepSetup(this.#parts, this.#requests)
    this.#mishaps = new Mishaps(this.#parts, this.#requests, adversity)
    this.#isSubmittedTwice = adversity.includes('double submit')
    this.#hasAuthenticator = authenticator
  }

  async begin(walk: Walk, _after: AnyMachineSnapshot): Promise<void> {
    const { start, steps } = walk
    const { page, path, pool, cognito, stored } = this.#parts
    this.#secrets = secretTexts(steps)
    await this.#openBlank()
    this.#external = new ExternalEvents(
      this.#parts,
      new OtherTab(page, pool.userPoolClientId, page.url()),
    )
    const upcoming = lookAhead({ to: start.place, from: undefined }, steps)
    const isBack = start.name === 'back from the hosted UI'
    const redirect = { pool, state: 'state', redirectUri: new URL('/', page.url()).href }
    const moment = cognito.moment()
    const found = upcoming.read && storageOf(upcoming.read, moment)
    if (upcoming.read) stored.follow(upcoming.read)
    const local = {
      ...storedDevice(pool),
      ...(isBack && storedRedirect(moment, redirect)),
      ...found?.localStorage,
    }
    await page.evaluate(seed, { local, session: found?.sessionStorage ?? {} })
    await this.#setup.prepare({ ...upcoming, read: undefined })
    await page.goto(isBack ? returnOf({}, redirect) : path)
  }

  async take({ step, rest }: ExpectedStep): Promise<void> {
    const { kind, event, outcome, afterMs = 0 } = step
    const { actions, clock, traffic } = this.#parts
    if (this.#setup.skips(outcome)) return
    // `check` has not waited for the request of a page that has just loaded.
    if (outcome && this.#requests.isExpecting) await this.#requests.sent()
    if (kind !== 'external' && step.to.leaf.startsWith('redirecting')) traffic.stay()
    const upcoming = lookAhead(step, rest)
    const isFound = event.type === 'session.found'
    if (upcoming.armed !== 'as before') await this.#authenticator?.prepare(upcoming.armed)
    await this.#setup.prepare({ ...upcoming, ...(isFound && { read: undefined }) }, outcome)
    if (kind === 'action') await actions.act(event.type as ActionType, event)
    else if (kind === 'timer') await clock.skip(afterMs)
    else if (kind === 'external') await this.#external?.apply(event, upcoming.read)
    else if (outcome) await this.#end(outcome)
  }

  async check(step: ExpectedStep): Promise<void> {
    if (this.#setup.isAhead || isTransient(step.step.to)) return
    const { screens } = this.#parts
    const expected = expectedOf(step)
    if (expected.isPending && this.#requests.isExpecting) await this.#requests.sent()
    // Elsewhere the checks wait for the screen.
    if (this.#setup.mustRepairStorage(!expected.isPending)) {
      await screens.until(() => screens.wrong(expected.route))
      await this.#setup.repairStorage()
    }
    await this.#runChecks(expected, this.#isFirst)
    // Before the first screen is at rest, there was no focus that could have moved.
    this.#isFirst &&= expected.route === 'restoring' || expected.isPending
    await this.#mishaps.happen(step.step.kind, expected, () => this.#runChecks(expected, true))
  }

  async end(): Promise<void> {
    await this.#external?.close()
    this.#checkMessages(this.#parts.screens.shown)
  }

  get #allSecrets(): readonly SecretText[] {
    return [...this.#secrets, ...(this.#authenticator?.signed ?? [])]
  }

  /** Opens an empty page of the app's origin, which can write to its storage before the app starts. */
  async #openBlank(): Promise<void> {
    const { page, screens, traffic, stepRequests } = this.#parts
    const context = page.context()
    await traffic.watch(context, page)
    await stepRequests.watch(context)
    await context.clock.install()
    await context.addInitScript(stubbornStorage)
    if (this.#isSubmittedTwice) await context.addInitScript(rememberSubmission)
    await context.route(`**${blankPath}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Blank</title>' }),
    )
    await page.goto(blankPath)
    if (this.#hasAuthenticator) this.#authenticator = await addAuthenticator(page, screens)
  }

  /** Makes an outcome happen that needs more than Cognito's response. */
  async #end(outcome: Outcome): Promise<void> {
    const { actor, rejection } = outcome
    const { page, actions, clock, screens, traffic, stepRequests } = this.#parts
    if (stepRequests.knows(actor)) {
      await screens.until(() =>
        stepRequests.isWaiting(actor) ? undefined : `the request of ${actor} is not made`,
      )
      return stepRequests.end(outcome)
    }
    if (this.#authenticator?.ends(outcome)) return this.#authenticator.end(outcome)
    if (rejection?.type === 'TimeoutError') await clock.skip(tooLong)
    if (!actor.startsWith('redirectTo')) return
    if (!rejection) {
      await screens.until(() => (traffic.hasLeft ? undefined : 'the page is not left'))
      return page.evaluate(showAgain)
    }
    // The redirect has begun already: it is cancelled, and begun again while the storage rejects.
    await actions.act('redirecting.cancel', {})
    await this.#setup.prepare({ rejecting: { actor }, armed: 'as before', ahead: 0 })
    await actions.act('signIn.redirect', { provider: 'Google' })
  }

  async #runChecks(expected: Expected, isFirst: boolean): Promise<void> {
    await this.#parts.screens.runChecks(expected, () => ({
      secrets: this.#allSecrets,
      requests: this.#requests.counts(),
      isFirst,
    }))
    this.#checkMessages(expected.route)
  }

  /** Checks what the page has sent and logged. */
  #checkMessages(route: AuthRoute): void {
    const { traffic } = this.#parts
    const [leak] = findLeaks(traffic.takeSaid(), this.#allSecrets, route)
    if (leak) throw new Error(leak)
    const [error] = traffic.takeErrors()
    if (error) throw new Error(`the page has an unhandled error: ${error}`)
  }
}
