import type { AuthRoute } from '@authchart/machine'
import type { CognitoConfig } from '@authchart/machine/cognito'
import { type ActionType, isOffered } from '../contract/define-ui.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
import { routesWith } from '../contract/routes-with.ts'
import { impossibleByFactors } from '../drivers/impossible-by-factors.ts'
import { impossibleByAuthenticator, isOffer } from '../drivers/needs-authenticator.ts'
import { costInPage } from '../drivers/page/cost-in-page.ts'
import { impossibleByConfig } from '../drivers/page/impossible-by-config.ts'
import { impossibleInPage } from '../drivers/page/impossible-in-page.ts'
import type { Model, Place, Step } from '../model/model.ts'
import { cover } from '../plan/cover.ts'
import type { Ledger } from '../plan/criterion.ts'
import { reachableBy } from '../plan/reachable.ts'
import type { Walk } from '../plan/walk.ts'

type LeftOut = (step: Step) => string | undefined

interface GoalsOptions {
  readonly config: CognitoConfig
  /** Whether the configuration is known, not only read from requests. */
  readonly isGiven: boolean
  /** Whether pages have an authenticator for passkeys. */
  readonly hasAuthenticator: boolean
  /** Why a step is left out on purpose. */
  readonly leftOut?: LeftOut
}

/** What a page may find stored. */
const found = /^(nothing|a session(, due|, with a passkey to create)?)$/

/** Several recipes belong to one action: one for each choice, one for each sign-out. */
export function variantOf({ event }: Pick<Step, 'event'>): string {
  const { type, mfaType, attribute, preference, global, rememberDevice } = event as {
    readonly [name: string]: unknown
    readonly type: string
  }
  const choice = mfaType ?? attribute ?? (preference && Object.keys(preference)[0])
  const which = choice ?? (global ? 'global' : rememberDevice ? 'remembered' : undefined)
  return which === undefined ? type : `${type} ${which}`
}

const screenOf = (place: Place) => routeOfPlace(place) as AuthRoute

/** What is still to be found: each screen, and each action on each screen that offers it. */
export class Goals {
  readonly #model: Model
  readonly #config: CognitoConfig
  readonly #leftOut: LeftOut
  readonly #isGiven: boolean
  readonly #hasAuthenticator: boolean
  readonly #open: Set<string>
  /** What is not tried again, with the reason. */
  readonly #given = new Map<string, string>()

  constructor(
    model: Model,
    { config, isGiven, hasAuthenticator, leftOut = () => undefined }: GoalsOptions,
  ) {
    this.#config = config
    this.#leftOut = leftOut
    this.#isGiven = isGiven
    this.#hasAuthenticator = hasAuthenticator
    const starts = model.starts.filter(({ name }) => name === 'the page is opened')
    this.#model = reachableBy({ ...model, starts }, (step) => this.#impossible(step))
    this.#open = new Set(this.#model.steps.flatMap((step) => goalsOf(step)))
  }

  get left(): number {
    return this.#open.size
  }

  /** @param before the steps of the walk so far: a task of the account counts only where nothing is open yet. */
  reach(step: Step, before: readonly Step[]): void {
    if (isTask(step) && before.some(isTask)) return
    for (const goal of goalsOf(step)) this.#open.delete(goal)
  }

  /** A step was not what it seemed to be. */
  reopen(step: Step): void {
    for (const goal of goalsOf(step)) this.#open.add(goal)
  }

  /** An action cannot be done on a screen, or a step is not what the chart says. */
  giveUp(step: Step, why: string): void {
    this.#given.set(keyOf(step), why)
  }

  whyGivenUp(type: ActionType): string | undefined {
    const [, why] =
      [...this.#given].find(([key]) => key.startsWith(`${type} `) || key.startsWith(`${type}@`)) ??
      []
    return why
  }

  /** The actions that were given up on some screens, by `type@route`. */
  get given(): readonly string[] {
    return [...this.#given.keys()].filter((key) => key.includes('@'))
  }

  /** The next walk to something open; `undefined` where nothing more can be reached. */
  next(): Walk | undefined {
    const possible = reachableBy(this.#model, (step) => this.#given.get(keyOf(step)))
    const [first] = cover(possible, this.#ledger(), { maxSteps: 14, costOf: costInPage })
    return first && { ...first, title: '' }
  }

  #ledger(): Ledger {
    const open = new Set(this.#open)
    let isFull = false
    let hasTask = false
    const isOpen = (step: Step) =>
      !isFull && !(hasTask && isTask(step)) && goalsOf(step).some((goal) => open.has(goal))
    let last: Step | undefined
    return {
      total: open.size,
      goalOf: (step) => goalsOf(step).join(' '),
      open: () => [...open],
      isNew: isOpen,
      isWanted: isOpen,
      take(step) {
        if (isTask(step)) hasTask = true
        // One walk is enough: what it finds changes the next one.
        if (last && step.from.isStart) isFull = true
        last = step
        for (const goal of goalsOf(step)) open.delete(goal)
      },
    }
  }

  #impossible(step: Step): string | undefined {
    const { kind, event, outcome, from } = step
    if (kind === 'external' && event.type !== 'session.found') return 'it is not needed'
    if (event.type === 'signIn.federate') return 'a call of the app'
    const type = outcome?.rejection?.type ?? ''
    if (/Timeout|NonJson|NetworkError/.test(type)) return 'it is not needed'
    if (outcome?.rejection?.operation === 'browser') return 'it is not needed'
    if (outcome?.actor === 'readSession' && !found.test(outcome.name)) return 'it is not needed'
    // It depends on the configuration whether an app looks for passkeys after a sign-in.
    if (isOffer(outcome?.name) && outcome?.actor !== 'readSession') return 'it is not needed'
    if (kind === 'action' && routesWith(event.type)?.includes(screenOf(from)) === false) {
      return 'no view offers it'
    }
    if (kind === 'action' && !isOffered(step)) return 'the view has no such option'
    return (
      this.#leftOut(step) ??
      impossibleByConfig(this.#config, step) ??
      (this.#isGiven ? impossibleByFactors(this.#config, step) : undefined) ??
      impossibleByAuthenticator(step, this.#hasAuthenticator) ??
      impossibleInPage(step)
    )
  }
}

function goalsOf(step: Step): readonly string[] {
  const route = `route ${screenOf(step.to)}`
  const isAction = step.kind === 'action'
  // Its text depends on where the code comes from.
  const isOfFactor = step.kind === 'outcome' && step.to.leaf.startsWith('confirmSignIn')
  if (isOfFactor && step.outcome?.output) return [`sight ${step.outcome.name}`, route]
  return isAction ? [`${variantOf(step)}@${screenOf(step.from)}`, route] : [route]
}

/** Something to do in the account, which may be behind a menu. */
const isTask = ({ event: { type } }: Step) =>
  type.startsWith('signedIn.') && type !== 'signedIn.cancel'

/** Where a step was given up: an action on a screen, another step where it was. */
const keyOf = (step: Step) =>
  step.kind === 'action' ? `${variantOf(step)}@${screenOf(step.from)}` : step.transition
