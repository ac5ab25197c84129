import type { AuthRoute } from '@authchart/machine'
import type { Page } from '@playwright/test'
import type { Ui } from '../contract/define-ui.ts'
import { reveal } from '../contract/reveal.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
import { type Authenticator, addAuthenticator } from '../drivers/page/authenticator.ts'
import { ExternalEvents } from '../drivers/page/external-events.ts'
import { seed, showAgain, stubbornStorage } from '../drivers/page/in-page.ts'
import { isTransient, lookAhead } from '../drivers/page/look-ahead.ts'
import { blankPath, OtherTab } from '../drivers/page/other-tab.ts'
import { openPageParts, type PageParts } from '../drivers/page/page-parts.ts'
import { RequestWatch } from '../drivers/page/request-watch.ts'
import { StepSetup } from '../drivers/page/step-setup.ts'
import type { Step } from '../model/model.ts'
import type { Walk } from '../plan/walk.ts'
import { storageOf, storedDevice } from '../scripted-cognito/storage-of.ts'
import type { AppConfig } from './discover.ts'
import { isSamePage, lookWhenStill, waitFor } from './look.ts'
import { isButton, isInput, type Seen } from './seen.ts'

export interface FindDriverOptions {
  readonly page: Page
  /** Where the app is. */
  readonly url: string
  readonly config: AppConfig
  /** Whether the page gets an authenticator for passkeys. */
  readonly hasAuthenticator: boolean
  /** Does an action in the page. Rejects where it cannot. */
  readonly act: (step: Step, payload: object, driver: FindDriver) => Promise<void>
  /** Hears what the page shows after each step. */
  readonly seen: (step: Step | undefined, route: AuthRoute, page: readonly Seen[]) => Promise<void>
}

const patienceMs = 20_000
/** How long the script of a page may take to show anything, in ms. */
const emptyMs = 4_000
/** How long a page may take to show what has happened, in ms. */
const followMs = 2_000
/** A little longer than the client waits for a response, in ms. */
const tooLong = 16_000
/** What apps request of their own accord. */
const usual =
  /^(GetUser|ListDevices|ListWebAuthnCredentials|GetUserAuthFactors|GetTokensFromRefreshToken|GetId|GetCredentialsForIdentity)$/

const anything = { isVisible: async () => true }
/** Everything is there: what is really there is to be found out. */
const anyUi = {
  routes: new Proxy({}, { get: () => () => anything }),
  actions: {},
} as unknown as Ui<Page>

/** Takes walks through a page that has no contract yet. It checks requests, and no screens. */
export class FindDriver {
  readonly parts: PageParts
  readonly #options: FindDriverOptions
  readonly #requests: RequestWatch
  readonly #setup: StepSetup
  #authenticator: Authenticator | undefined
  #external: ExternalEvents | undefined
  readonly #bodies: string[] = []
  #last: readonly Seen[] = []

  constructor(options: FindDriverOptions) {
    const { page, url, config } = options
    const { pathname, search, hash } = new URL(url)
    this.#options = options
    const path = `${pathname}${search}${hash}`
    this.parts = openPageParts(page, { ui: anyUi, config, path, patienceMs }, true)
    this.#requests = new RequestWatch(this.parts)
    this.#setup = new StepSetup(this.parts, this.#requests)
  }

  async begin({ start, steps }: Walk): Promise<void> {
    const { page, url, hasAuthenticator } = this.#options
    const { pool, cognito, screens, stored, traffic } = this.parts
    const context = page.context()
    page.on('request', (request) => {
      if (request.headers()['x-amz-target']) this.#bodies.push(request.postData() ?? '')
    })
    await traffic.watch(context, page)
    await context.clock.install()
    await context.addInitScript(stubbornStorage)
    await context.route(`**${blankPath}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Blank</title>' }),
    )
    await page.goto(new URL(blankPath, url).href)
    if (hasAuthenticator) this.#authenticator = await addAuthenticator(page, screens)
    this.#external = new ExternalEvents(
      this.parts,
      new OtherTab(page, pool.userPoolClientId, page.url()),
    )
    const upcoming = lookAhead({ to: start.place, from: undefined }, steps)
    const found = upcoming.read && storageOf(upcoming.read, cognito.moment())
    if (upcoming.read) stored.follow(upcoming.read)
    const local = { ...storedDevice(pool), ...found?.localStorage }
    await page.evaluate(seed, { local, session: found?.sessionStorage ?? {} })
    await this.#setup.prepare({ ...upcoming, read: undefined })
    await page.goto(url)
  }

  async take(step: Step, rest: readonly Step[]): Promise<void> {
    const { kind, event, outcome, afterMs = 0 } = step
    const { clock, traffic } = this.parts
    if (!this.#setup.skips(outcome)) {
      if (outcome && this.#requests.isExpecting) await this.#requests.sent()
      if (kind !== 'external' && step.to.leaf.startsWith('redirecting')) traffic.stay()
      const upcoming = lookAhead(step, rest)
      const isFound = event.type === 'session.found'
      if (upcoming.armed !== 'as before') await this.#authenticator?.prepare(upcoming.armed)
      await this.#setup.prepare({ ...upcoming, ...(isFound && { read: undefined }) }, outcome)
      if (kind === 'action') await this.#options.act(step, payloadOf(step), this)
      else if (kind === 'timer') await clock.skip(afterMs)
      else if (kind === 'external') await this.#external?.apply(event, upcoming.read)
      else if (outcome && this.#authenticator?.ends(outcome)) await this.#authenticator.end(outcome)
      else if (outcome?.rejection?.type === 'TimeoutError') await clock.skip(tooLong)
      else if (outcome?.actor.startsWith('redirectTo')) {
        await this.#options.page.evaluate(showAgain)
      }
    }
    if (this.#setup.isAhead || isTransient(step.to)) return
    if (step.to.snapshot.hasTag('pending') && this.#requests.isExpecting) {
      await this.#requests.sent()
    }
    const page = await this.#lookAfter(step)
    await this.#options.seen(step, routeOfPlace(step.to) as AuthRoute, page)
  }

  /** Looks once the page shows a step: a change of the screen, or that a request has ended. */
  async #lookAfter({ from, to }: Step): Promise<readonly Seen[]> {
    const { page } = this.#options
    const isPending = (place: Step['to']) => place.snapshot.hasTag('pending')
    const isOther = routeOfPlace(from) !== routeOfPlace(to)
    const isLate = (seen: readonly Seen[]) =>
      (isOther || (isPending(from) && !isPending(to))) && isSamePage(seen, this.#last)
    // A screen that waits for its user has something to use: before that, its script has not run yet.
    const isEmpty = (seen: readonly Seen[]) =>
      !isPending(to) && !seen.some((one) => isInput(one) || isButton(one))
    let now = await lookWhenStill(page)
    const again = async () => {
      now = await lookWhenStill(page)
    }
    await waitFor(page, followMs, async () => !isLate(now) || again().then(() => !isLate(now)))
    await waitFor(page, emptyMs, async () => !isEmpty(now) || again().then(() => !isEmpty(now)))
    this.#last = now
    return now
  }

  async end(): Promise<void> {
    await this.#external?.close()
  }

  /** Whether the step that is taken has to send a request. */
  get isExpecting(): boolean {
    return this.#requests.isExpecting
  }

  /** Watches the requests from now on. */
  watch(): SentRequests {
    const { cognito } = this.parts
    const before = cognito.log.length
    const bodies = this.#bodies.length
    let isRequested = false
    void cognito.requested().then(() => {
      isRequested = true
    })
    return {
      isRequested: () => isRequested,
      /** The operations that no app sends of its own accord. */
      sent: () => cognito.log.slice(before).filter((operation) => !usual.test(operation)),
      all: () => cognito.log.slice(before),
      bodies: () => this.#bodies.slice(bodies),
    }
  }
}

export interface SentRequests {
  readonly isRequested: () => boolean
  readonly sent: () => readonly string[]
  readonly all: () => readonly string[]
  readonly bodies: () => readonly string[]
}

function payloadOf({ event }: Step): object {
  const { type: _type, ...payload } = event as { readonly type: string }
  return reveal(payload)
}
