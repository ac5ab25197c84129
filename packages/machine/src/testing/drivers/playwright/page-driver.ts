import type { Page } from '@playwright/test'
import type { AnyMachineSnapshot } from 'xstate'
import type { AuthUser } from '../../../auth-user.ts'
import type { RestoreResult } from '../../../chart/outcomes.ts'
import { type CognitoConfig, parseConfig } from '../../../cognito/config.ts'
import type { AuthRoute } from '../../../view/route.ts'
import { routeOf } from '../../../view/route.ts'
import type { Outcome } from '../../catalogue/outcome.ts'
import { otherUser, user as person } from '../../catalogue/person.ts'
import type { Walk } from '../../plan/walk.ts'
import type { Driver, Stride } from '../../run/driver.ts'
import type { ActionType, Ui } from '../../ui/define-ui.ts'
import { judge } from '../../ui/judge.ts'
import { look } from '../../ui/look.ts'
import { leaksIn } from '../../ui/oracles/no-secret.ts'
import { reveal } from '../../ui/reveal.ts'
import { type SecretText, secretTexts } from '../../ui/secret-texts.ts'
import { expectedOf } from '../../ui/sight.ts'
import { scriptedConfig } from '../../wire/pool.ts'
import { type ScriptedCognito, scriptedCognito } from '../../wire/scripted-cognito.ts'
import {
  returnOf,
  storageOf,
  storedDevice,
  storedRedirect,
  storedSession,
} from '../../wire/storage-of.ts'
import type { PlaywrightOptions } from '../playwright.ts'
import { type Adversity, mishaps, slowMs, submitAgain } from './adversity.ts'
import { type Foresight, foresee, isFleeting } from './foresee.ts'
import { blankPath, OtherTab, otherThan, replacement, replaceSession } from './other-tab.ts'
import { refusedFor, stubbornStorage } from './stubborn-storage.ts'
import { Traffic } from './traffic.ts'

/** As long as the client waits for an answer, and a little longer. In ms. */
const tooLong = 16_000

type Expected = ReturnType<typeof expectedOf>

/** One session in a page. */
export class PageDriver implements Driver {
  readonly #page: Page
  readonly #ui: Ui<Page>
  readonly #path: string
  readonly #patienceMs: number
  readonly #pool: CognitoConfig & { readonly identityPoolId: string }
  readonly #cognito: ScriptedCognito
  readonly #traffic: Traffic
  #otherTab: OtherTab | undefined
  /** By how much the clock of the page is ahead, in ms. */
  #skippedMs = 0
  #secrets: readonly SecretText[] = []
  /** Whose tokens are stored. */
  #holder: AuthUser | undefined
  /** Steps to come that happen by themselves. */
  #ahead = 0
  /** A request is armed that the page has to make. */
  #isAsking = false
  /** How many requests there were when it was armed. */
  #armedAt = 0
  /** The storage refuses until the screen that tells so is there. */
  #isStubborn = false
  readonly #adversity: readonly Adversity[]
  /** What happened on which screen. */
  readonly #borne = new Set<string>()
  #shown: AuthRoute = 'restoring'
  #isFirst = true

  constructor(page: Page, options: PlaywrightOptions) {
    const { ui, config, path = '/', patienceMs = 8_000, adversity = [] } = options
    this.#adversity = adversity
    this.#page = page
    this.#ui = ui
    this.#path = path
    this.#patienceMs = patienceMs
    const parsed = parseConfig(config)
    const { identityPoolId = scriptedConfig.identityPoolId } = parsed
    this.#pool = { ...parsed, identityPoolId }
    const now = () => Date.now() + this.#skippedMs
    this.#cognito = scriptedCognito({ pool: this.#pool, now })
    this.#traffic = new Traffic(this.#cognito, parsed)
  }

  async begin({ start, steps }: Walk, _after: AnyMachineSnapshot): Promise<void> {
    const page = this.#page
    const context = page.context()
    this.#secrets = secretTexts(steps)
    // An action that cannot be done is a find: nobody has to wait for the whole test to run out of time.
    page.setDefaultTimeout(this.#patienceMs)
    await this.#traffic.watch(context, page)
    await context.clock.install()
    await context.addInitScript(stubbornStorage)
    await context.route(`**${blankPath}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Another tab</title>',
      }),
    )
    await page.goto(blankPath)
    this.#otherTab = new OtherTab(page, this.#pool.userPoolClientId, page.url())
    const [first, ...rest] = steps
    const isBack = start.name === 'back from the hosted UI'
    const foreseen = foresee({ to: start.place, from: undefined }, first ? [first, ...rest] : [])
    const moment = this.#cognito.moment()
    const stored = foreseen.read && storageOf(foreseen.read, moment)
    if (foreseen.read) this.#note(foreseen.read)
    const redirect = {
      pool: this.#pool,
      state: 'state',
      redirectUri: new URL('/', page.url()).href,
    }
    await page.evaluate(
      ([local, session]) => {
        for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value)
        for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value)
      },
      [
        {
          ...storedDevice(this.#pool),
          ...(isBack && storedRedirect(moment, redirect)),
          ...stored?.localStorage,
        },
        stored?.sessionStorage ?? {},
      ] as const,
    )
    await this.#prepare({ ...foreseen, read: undefined })
    await page.goto(isBack ? returnOf({}, redirect) : this.#path)
  }

  async take({ step, rest }: Stride): Promise<void> {
    if (this.#ahead > 0) {
      this.#ahead -= 1
      if (step.outcome) this.#note(step.outcome)
      return
    }
    const foreseen = foresee(step, rest)
    // On a page that has just loaded nothing was checked that would have waited for it.
    if (step.outcome && this.#isAsking) await this.#asked()
    const isFound = step.event.type === 'session.found'
    await this.#prepare({ ...foreseen, ...(isFound && { read: undefined }) }, step.outcome)
    const { outcome } = step
    switch (step.kind) {
      case 'action':
        await this.#act(step.event.type as ActionType, step.event)
        return
      case 'timer':
        await this.#skip(step.afterMs ?? 0)
        return
      case 'news':
        await this.#hear(step.event.type, step.event, foreseen.read)
        return
      case 'outcome':
        if (outcome) await this.#end(outcome)
    }
  }

  async check(stride: Stride): Promise<void> {
    const { step, after } = stride
    if (this.#ahead > 0 || isFleeting(step.to)) return
    const isPending = after.hasTag('pending')
    const expected = expectedOf(stride)
    if (isPending && this.#isAsking) await this.#asked()
    await this.#until(() => this.#wrongScreen(expected.route))
    if (this.#isStubborn && !isPending) await this.#comply()
    await this.#judge(expected)
    this.#isFirst &&= expected.route === 'restoring'
    await this.#weave(stride, expected)
  }

  async #judge(expected: Expected, isFirst = this.#isFirst): Promise<void> {
    await this.#until(async () => {
      const sight = {
        ...expected,
        previous: this.#shown,
        isFirst,
        look: await this.#look(),
        requests: this.#requests(),
      }
      return (await this.#wrongScreen(expected.route)) ?? judge(sight, this.#secrets)[0]
    })
    this.#shown = expected.route
    this.#complainOfSaid(expected.route)
  }

  /** Lets mishaps happen that were asked for, the first time on each screen; it has to bear them all. */
  async #weave({ step, after }: Stride, expected: Expected): Promise<void> {
    const page = this.#page
    const isFirstOf = (mishap: Adversity) => {
      const key = `${mishap} ${expected.route}`
      const isNew = this.#adversity.includes(mishap) && !this.#borne.has(key)
      if (isNew) this.#borne.add(key)
      return isNew
    }
    try {
      if (expected.isPending) {
        if (this.#isAsking && step.kind === 'action' && isFirstOf('double submit')) {
          await page.evaluate(submitAgain)
          await this.#judge(expected, true)
        }
        if (this.#isAsking && isFirstOf('slow')) {
          await this.#pause(slowMs)
          await this.#judge(expected, true)
        }
        return
      }
      const scene = { page, path: this.#path, after, skip: (ms: number) => this.#skip(ms) }
      for (const mishap of this.#adversity) {
        if (!mishaps[mishap]?.isFor(scene) || !isFirstOf(mishap)) continue
        await mishaps[mishap].happen(scene)
        await this.#judge(expected, true)
      }
    } catch (cause) {
      const { message } = cause as Error
      throw new Error(`after adversity on “${expected.route}”: ${message}`, { cause })
    }
  }

  async end(): Promise<void> {
    await this.#otherTab?.close()
    this.#complainOfSaid(this.#shown)
  }

  /** Lets what comes next happen, before whatever leads to it is done. */
  async #prepare(foreseen: Foresight, ending?: Outcome): Promise<void> {
    const { read, refusing, armed, ahead } = foreseen
    if (ending) this.#note(ending)
    if (read) {
      await this.#page.evaluate(replaceSession, replacement(this.#sessionOf(read)))
    }
    if (refusing) {
      this.#isStubborn = true
      const refused = refusedFor[refusing.actor]
      await this.#page.evaluate((refused) => {
        window.name = `refuses ${refused}`
      }, refused)
    }
    if (ending) this.#cognito.release()
    if (armed !== 'as before') {
      this.#cognito.arm(armed)
      this.#isAsking = armed !== undefined
      this.#armedAt = this.#cognito.log.length
    }
    this.#ahead = ahead
  }

  async #act(type: ActionType, { type: _type, ...payload }: object & { type: string }) {
    const act = this.#ui.actions[type] as (page: Page, payload: unknown) => unknown
    await act(this.#page, reveal(payload))
  }

  async #end({ actor, refusal }: Outcome): Promise<void> {
    if (refusal?.type === 'TimeoutError') await this.#skip(tooLong)
    if (!actor.startsWith('redirectTo')) return
    if (refusal) {
      // Nobody sees how it begins, so it begins anew, where it cannot be written down.
      await this.#act('redirecting.cancel', { type: '' })
      await this.#prepare({ refusing: { actor }, armed: 'as before', ahead: 0 })
      await this.#act('signIn.redirect', { type: '', provider: 'Google' } as never)
      return
    }
    // As the back-forward cache brings a page back.
    await this.#page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    )
  }

  async #hear(type: string, event: object, read: Outcome | undefined): Promise<void> {
    const tab = this.#otherTab
    switch (type) {
      case 'session.found': {
        const user = otherThan(this.#holder, person, otherUser)
        const found = read ? this.#sessionOf(read, user) : this.#storedSession(user)
        this.#holder = user
        await tab?.store(found)
        return
      }
      case 'session.ended': {
        const { failure } = event as { failure?: { code: string; message: string } }
        this.#holder = undefined
        await tab?.clear(failure && { code: failure.code, message: failure.message })
        return
      }
      case 'session.refreshed':
        await tab?.store(this.#storedSession(this.#holder ?? person))
        return
      case 'session.refreshFailed':
        await this.#failToRefresh(this.#holder ?? person)
        return
      default:
        await this.#act('signedIn.load', { type: '' })
    }
  }

  /** Tokens that are due have to be refreshed, without an answer; then another tab has got new ones. */
  async #failToRefresh(user: AuthUser): Promise<void> {
    const operation = 'GetTokensFromRefreshToken'
    const before = this.#cognito.log.length
    this.#cognito.interject({ operation, kind: 'drop' })
    await this.#otherTab?.store(this.#storedSession(user, 3_575))
    await this.#until(() =>
      this.#cognito.log.slice(before).includes(operation)
        ? undefined
        : 'tokens that are due are not refreshed',
    )
    await this.#otherTab?.store(this.#storedSession(user))
  }

  #sessionOf({ output }: Outcome, user = this.#holder): Readonly<Record<string, string>> {
    const found = output?.(0) as Extract<RestoreResult, { user: AuthUser }>
    const { userId, username, email } = user ?? found.user
    const whose = { ...found.user, userId, username, email }
    this.#holder = whose
    return this.#storedSession(whose, found.kind === 'due' ? 3_700 : 0)
  }

  #storedSession(user: AuthUser, age = 0): Readonly<Record<string, string>> {
    return storedSession(user, this.#cognito.moment(), age)
  }

  /** Whom an outcome signs in, or out. */
  #note({ actor, output }: Outcome): void {
    const found = output?.(0) as { readonly user?: AuthUser } | undefined
    if (found?.user && actor !== 'refreshSession') this.#holder = found.user
    if (actor === 'revokeToken' || actor === 'endSession') this.#holder = undefined
  }

  /** The storage takes orders again, and has forgotten what it refused to forget. */
  async #comply(): Promise<void> {
    this.#isStubborn = false
    await this.#page.evaluate(() => {
      window.name = ''
    })
    if (this.#holder) return
    await this.#page.evaluate(replaceSession, replacement({}))
  }

  async #asked(): Promise<void> {
    let isAsked = false
    void this.#cognito.asked().then(() => {
      isAsked = true
    })
    await this.#until(() => (isAsked ? undefined : 'the request that has to be made is not made'))
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

  async #look() {
    return this.#page.evaluate(`(${look})(document)`) as Promise<ReturnType<typeof look>>
  }

  async #wrongScreen(route: AuthRoute): Promise<string | undefined> {
    return (await this.#isShown(route)) ? undefined : `this is not the screen “${route}”`
  }

  async #isShown(route: AuthRoute): Promise<boolean> {
    const sign = this.#ui.routes[route](this.#page)
    return sign !== null && 'isVisible' in sign && sign.isVisible()
  }

  /** What is shown where another screen should be. */
  async #screens(): Promise<string> {
    const shown: AuthRoute[] = []
    for (const route of new Set(Object.values(routeOf))) {
      if (await this.#isShown(route).catch(() => false)) shown.push(route)
    }
    return shown.join(' and ') || 'none of the screens'
  }

  async #until(wrong: () => Promise<string | undefined> | string | undefined): Promise<void> {
    const deadline = performance.now() + this.#patienceMs
    for (;;) {
      const complaint = await wrong()
      if (!complaint) return
      if (performance.now() > deadline) {
        const errors = this.#traffic.takeErrors().join(', ')
        throw new Error(
          `${complaint} (shown: ${await this.#screens()}${errors && `; errors: ${errors}`})`,
        )
      }
      await this.#pause(15)
    }
  }

  #complainOfSaid(route: AuthRoute): void {
    const [leak] = leaksIn(this.#traffic.takeSaid(), this.#secrets, route)
    if (leak) throw new Error(leak)
    const [error] = this.#traffic.takeErrors()
    if (error) throw new Error(`The page has met an error that nobody handles: ${error}`)
  }

  async #skip(ms: number): Promise<void> {
    this.#skippedMs += ms
    await this.#page.clock.fastForward(ms)
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms))
  }
}
