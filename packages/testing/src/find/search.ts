import { type AuthRoute, routeOf, screenActions } from '@authchart/machine'
import { parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import { payloads } from '../catalogue/payloads.ts'
import type { ActionType } from '../contract/define-ui.ts'
import { reveal } from '../contract/reveal.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
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
import { fitChoice, fitFields } from './fit-fields.ts'
import type { FindOptions, FoundUi, Gap } from './found-ui.ts'
import { Goals, variantOf } from './goals.ts'
import { lookWhenStill } from './look.ts'
import { follow, isSame, type Recipe } from './recipe.ts'
import type { Seen } from './seen.ts'
import { slotsOf } from './slots.ts'

/** A step could not be taken; the walk ends. */
class StepError extends Error {
  override readonly name = 'StepError'
}

const mostTries = 4

/** Walks through a UI, and collects what it finds. */
export class Search {
  readonly #options: FindOptions
  readonly #config: AppConfig
  readonly #phrases: Phrases
  readonly #goals: Goals
  readonly #sights: Sight[] = []
  readonly #recipes = new Map<string, Recipe[]>()
  readonly #wrong = new Map<string, Set<string>>()
  readonly #tries = new Map<string, number>()
  readonly #pictures = new Map<string, Buffer>()
  readonly #broken = new Set<string>()
  /** The screens on which an action was done whose request proves what they are. */
  readonly #proved = new Set<AuthRoute>()

  constructor(options: FindOptions, config: AppConfig, phrases: Phrases) {
    this.#options = options
    this.#config = config
    this.#phrases = phrases
    const model = explore(withVault(authBehaviour))
    this.#goals = new Goals(model, parseConfig(config))
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
      act: (step, payload, driver) => this.#act(page, step, payload, driver),
      seen: (step, route, seen) => this.#note(page, step, route, seen),
    })
    let at: Step | undefined
    try {
      await driver.begin(walk)
      for (const [index, step] of walk.steps.entries()) {
        at = step
        await driver.take(step, walk.steps.slice(index + 1))
        this.#goals.reach(step, walk.steps.slice(0, index))
      }
      return undefined
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      if (at) this.#fail(at, why)
      if (at) this.#doubt(at, walk)
      return `${at?.label}: ${why}`
    } finally {
      await driver.end().catch(() => undefined)
      await context.close()
    }
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
    const sign = this.#options.known?.routes[route]
    if (!sign || 'absent' in sign) return
    const shown = sign(page) as { isVisible(): Promise<boolean> } | null
    const isShown = shown && (await shown.isVisible().catch(() => false))
    if (!isShown) this.#broken.add(`routes.${route}`)
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
    const effect = (before: readonly Seen[]) =>
      effectOf(before, { ...base, canBe: (now) => this.#canBe(route, now) })
    const isLeftOut = this.#options.known?.cannotTake?.(step) !== undefined
    if (!isLeftOut && (await this.#actAsKnown(page, type, payload, effect))) return
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
    const attempts = new Attempts(page, this.#phrases)
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

  /** The action of the contract that is checked: what it does not do is broken. */
  async #actAsKnown(
    page: Page,
    type: ActionType,
    payload: object,
    effect: (before: readonly Seen[]) => Promise<Effect>,
  ): Promise<boolean> {
    const act = this.#options.known?.actions[type] as
      | ((page: Page, payload: object) => Promise<unknown>)
      | undefined
    if (!act || 'absent' in act) return false
    const before = await lookWhenStill(page)
    page.setDefaultTimeout(1_500)
    try {
      await act(page, payload)
      if ((await effect(before)) === 'done') return true
    } catch {
      // What it does not find is broken.
    }
    this.#broken.add(`actions.${type}`)
    return false
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
    const done = new Set([...this.#recipes.keys()].map((variant) => variant.split(' ')[0]))
    for (const type of actionTypes()) {
      if (done.has(type)) continue
      const why = this.#goals.whyGivenUp(type) ?? 'no walk has reached it'
      gaps.push({ name: `actions.${type}`, why, picture: this.#pictures.get(`actions.${type}`) })
    }
    const notOn = this.#goals.given.filter((key) => done.has(key.split(/[ @]/)[0]))
    return { routes, actions: this.#recipes, gaps, notOn, broken: [...this.#broken] }
  }
}
