import { type AuthRoute, routeOf, screenActions } from '@authchart/machine'
import { parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import { payloads } from '../catalogue/payloads.ts'
import type { ActionType } from '../contract/define-ui.ts'
import { reveal } from '../contract/reveal.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
import { hasPasskeys } from '../drivers/page/authenticator.ts'
import { authBehaviour } from '../model/auth-behaviour.ts'
import { explore } from '../model/explore.ts'
import type { Step } from '../model/model.ts'
import { withVault } from '../model/with-vault.ts'
import type { Walk } from '../plan/walk.ts'
import type { Phrases } from './action-phrases.ts'
import { actionTypes } from './action-types.ts'
import { type Sight, type Sign, signOf } from './atlas.ts'
import { Attempts, type Effect } from './attempt.ts'
import type { AppConfig } from './discover.ts'
import { effectOf } from './effects.ts'
import { FindDriver } from './find-driver.ts'
import { FindError } from './find-error.ts'
import { fitChoice, fitFields } from './fit-fields.ts'
import type { FindOptions, FoundUi, Gap } from './found-ui.ts'
import { Goals, variantOf } from './goals.ts'
import { KnownContract } from './known-contract.ts'
import { lookWhenStill, whileItReacts } from './look.ts'
import { follow, isSame, type Recipe } from './recipe.ts'
import type { Seen } from './seen.ts'
import { slotsOf } from './slots.ts'

/** A step could not be taken; the walk ends. */
class StepError extends Error {
  override readonly name = 'StepError'
}

const mostTries = 4
/** How long an action of a contract may have no effect, in ms: that it works is likely. */
const knownIdleMs = 4_000
/** How often in a row the app may not open. */
const mostDead = 3

/** Walks through a UI, and collects what it finds. */
export class Search {
  readonly #options: FindOptions
  readonly #config: AppConfig
  readonly #hasAuthenticator: boolean
  readonly #phrases: Phrases
  readonly #goals: Goals
  readonly #sights: Sight[] = []
  readonly #recipes = new Map<string, Recipe[]>()
  readonly #wrong = new Map<string, Set<string>>()
  readonly #tries = new Map<string, number>()
  /** How many walks in a row could not open the app. */
  #dead = 0
  /** What leads to the question before, by role and name. */
  readonly #backs = new Set<string>()
  readonly #pictures = new Map<string, Buffer>()
  readonly #known: KnownContract | undefined
  /** The screens on which an action was done whose request proves what they are. */
  readonly #proved = new Set<AuthRoute>()

  constructor(options: FindOptions, config: AppConfig, phrases: Phrases) {
    this.#options = options
    this.#config = config
    this.#known = options.known && new KnownContract(options.known)
    this.#phrases = phrases
    const isChromium = options.browser.browserType().name() === 'chromium'
    this.#hasAuthenticator = isChromium && hasPasskeys(new URL(options.url).hostname)
    this.#goals = new Goals(explore(withVault(authBehaviour)), {
      config: parseConfig(config),
      isGiven: options.config !== undefined,
      hasAuthenticator: this.#hasAuthenticator,
      leftOut: (step) => this.#known?.leavesOut(step),
    })
  }

  async run(): Promise<number> {
    const { mostWalks = 150, progress } = this.#options
    let count = 0
    for (; count < mostWalks; count += 1) {
      const walk = this.#goals.next()
      if (!walk) break
      const end = await this.#take(walk)
      progress?.(`walk ${count + 1}, ${this.#goals.left} left${end ? `: ${end}` : ''}`)
    }
    return count
  }

  async #take(walk: Walk): Promise<string | undefined> {
    const { browser, url } = this.#options
    const context = await browser.newContext()
    const page = await context.newPage()
    const driver = new FindDriver({
      page,
      url,
      config: this.#config,
      hasAuthenticator: this.#hasAuthenticator,
      act: (step, payload, driver) => this.#act(page, step, payload, driver),
      seen: (step, route, seen) => this.#note(page, step, route, seen),
    })
    let at = undefined as Step | undefined
    const walked = async () => {
      await driver.begin(walk)
      for (const [index, step] of walk.steps.entries()) {
        this.#dead = 0
        at = step
        await driver.take(step, walk.steps.slice(index + 1))
        this.#goals.reach(step, walk.steps.slice(0, index))
      }
    }
    try {
      await whileItReacts(page, walked())
      return undefined
    } catch (error) {
      if (!at) return this.#notOpened(error)
      const why = whyOf(error, driver)
      this.#fail(at, why)
      this.#doubt(at, walk)
      return `${at.label}: ${why}`
    } finally {
      await driver.end().catch(() => undefined)
      await context.close()
    }
  }

  /** @throws FindError if the app does not open any more. */
  #notOpened(error: unknown): string {
    this.#dead += 1
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
    if (this.#dead < mostDead) return why
    throw new FindError(
      'noAnswer',
      `${this.#options.url} no longer answers (${why}). Start the app again.`,
    )
  }

  /** A step is tried a few times: each time another button may be the right one. */
  #fail(step: Step, why: string): void {
    const key = step.kind === 'action' ? `${variantOf(step)}@${step.from.leaf}` : step.transition
    const tries = (this.#tries.get(key) ?? 0) + 1
    this.#tries.set(key, tries)
    if (tries >= mostTries || /^(not found|a known way)/.test(why)) this.#goals.giveUp(step, why)
    else if (step.kind !== 'action' && tries > 1) this.#goals.giveUp(step, why)
  }

  /**
   * The first action on a new screen leads elsewhere: what led to the screen is doubtful, and forgotten.
   */
  #doubt(step: Step, { steps }: Walk): void {
    const from = routeOfPlace(step.from) as AuthRoute
    if (!step.event.type.endsWith('.submit') || this.#proved.has(from)) return
    const before = steps[steps.indexOf(step) - 1]
    if (!before?.event.type.startsWith('go.')) return
    const variant = variantOf(before)
    const press = this.#recipes.get(variant)?.at(-1)?.moves.at(-1)
    if (press?.place.by === 'role' && typeof press.place.name === 'string') {
      const wrong = this.#wrong.get(variant) ?? new Set()
      this.#wrong.set(variant, wrong.add(`${press.place.role} ${press.place.name}`))
    }
    this.#recipes.delete(variant)
    this.#sights.splice(
      0,
      this.#sights.length,
      ...this.#sights.filter(({ route }) => route !== from),
    )
    this.#goals.reopen(before)
  }

  async #note(page: Page, step: Step | undefined, route: AuthRoute, seen: readonly Seen[]) {
    const leaf = step?.to.leaf ?? ''
    this.#sights.push({ route, leaf, page: seen })
    await this.#picture(page, `routes.${route}`)
    await this.#known?.checkSigns(page, route)
  }

  async #picture(page: Page, name: string): Promise<void> {
    if (this.#pictures.has(name)) return
    this.#pictures.set(name, await page.screenshot())
  }

  async #act(page: Page, step: Step, payload: object, driver: FindDriver): Promise<void> {
    const type = step.event.type as ActionType
    const from = routeOfPlace(step.from) as AuthRoute
    // What another tab has stored is read meanwhile.
    const isBack = type === 'go.signedIn'
    const route = isBack ? 'signedIn' : (routeOfPlace(step.to) as AuthRoute)
    const requests = driver.watch()
    const base = { page, driver, requests, type, payload, from, route, sights: this.#sights }
    const effect = (before: readonly Seen[], idleMs?: number) =>
      effectOf(before, { ...base, canBe: (now) => this.#canBe(route, now) }, idleMs)
    const before = this.#known ? await lookWhenStill(page) : []
    const known = await this.#known?.act(page, step, payload, () => effect(before, knownIdleMs))
    if (known === 'done') return
    // The page may have moved on: the next walk tries again.
    if (known === 'failed') throw new StepError('the contract does not do it')
    await this.#actByRecipe(page, step, payload, effect)
    if (driver.isExpecting) this.#proved.add(from)
  }

  /** Does an action as it was done before, or looks for how it is done. */
  async #actByRecipe(
    page: Page,
    step: Step,
    payload: object,
    effect: (before: readonly Seen[]) => Promise<Effect>,
  ): Promise<void> {
    const variant = variantOf(step)
    const type = step.event.type as ActionType
    const from = routeOfPlace(step.from) as AuthRoute
    const slots = slotsOf(type, payload)
    const values = Object.fromEntries(slots.map(({ name, value }) => [name, value]))
    const known = this.#recipes.get(variant) ?? []
    for (const recipe of known) {
      const before = await lookWhenStill(page)
      const isDone = await follow(page, recipe, values).then(
        () => effect(before),
        () => 'nothing' as Effect,
      )
      if (isDone === 'done') return
      if (isDone === 'wrong') throw new StepError('a known way led elsewhere')
    }
    const wrong = this.#wrong.get(variant) ?? new Set()
    this.#wrong.set(variant, wrong)
    const rivals = screenActions[from].filter((other) => other !== type)
    const attempts = new Attempts(page, this.#phrases, this.#backs)
    const found = await attempts.find({ type, payload, rivals, wrong, effect })
    if (found === 'wrong') throw new StepError('a button led elsewhere')
    if (found === 'missing') {
      await this.#picture(page, `actions.${type}`)
      throw new StepError(`not found on the screen “${from}”`)
    }
    if (!known.some((recipe) => isSame(recipe, found))) {
      this.#recipes.set(variant, [...known, found])
    }
  }

  /** Whether a page may be a screen that was not seen yet: it has what the screen needs. */
  #canBe(route: AuthRoute, page: readonly Seen[]): boolean {
    const type = `${route}.submit` as ActionType
    const [payload] = payloads[type] ?? []
    if (!payload) return true
    const slots = slotsOf(type, reveal(payload))
    const choice = slots.find(({ kind }) => kind === 'choice')
    const hasPassword = page.some(({ role }) => role === 'password')
    if (hasPassword && slots.every(({ kind }) => kind !== 'password')) return false
    if (choice) return fitChoice(choice, page, this.#phrases) !== undefined
    return fitFields(slots, page, this.#phrases).length > 0
  }

  found(): Pick<FoundUi, 'routes' | 'actions' | 'gaps' | 'notOn' | 'broken'> {
    const routes = new Map<AuthRoute, Sign>()
    const gaps: Gap[] = []
    for (const route of new Set(Object.values(routeOf))) {
      if (this.#known?.has(`routes.${route}`)) continue
      const sign = signOf(route, this.#sights)
      if (sign) routes.set(route, sign)
      else {
        const isSeen = this.#sights.some((sight) => sight.route === route)
        const why = isSeen
          ? 'nothing on it distinguishes it from other screens'
          : 'it was not reached'
        gaps.push({ name: `routes.${route}`, why, picture: this.#pictures.get(`routes.${route}`) })
      }
    }
    const done = new Set([...this.#recipes.keys()].map((variant) => variant.split(' ')[0] ?? ''))
    for (const type of actionTypes()) {
      if (done.has(type) || this.#known?.has(`actions.${type}`)) continue
      const why = this.#goals.whyGivenUp(type) ?? 'no walk has reached it'
      gaps.push({ name: `actions.${type}`, why, picture: this.#pictures.get(`actions.${type}`) })
    }
    const notOn = this.#goals.given.filter((key) => done.has(key.split(/[ @]/)[0] ?? ''))
    return { routes, actions: this.#recipes, gaps, notOn, broken: this.#brokenOf(routes, done) }
  }

  /** The members of the checked contract to write anew: what does not work, and gaps that are found now. */
  #brokenOf(routes: ReadonlyMap<AuthRoute, Sign>, done: ReadonlySet<string>): readonly string[] {
    const known = this.#known
    if (!known) return []
    const found = [
      ...[...routes.keys()].map((route) => `routes.${route}`),
      ...[...done].map((type) => `actions.${type}`),
    ]
    return [...new Set([...known.broken, ...found.filter((name) => known.isGap(name))])]
  }
}

/** Why a step could not be taken, in one line. */
function whyOf(error: unknown, { parts: { traffic } }: FindDriver): string {
  const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
  const [failed] = traffic.takeErrors()
  return failed === undefined ? why : `${why}; the page failed: ${failed}`
}
