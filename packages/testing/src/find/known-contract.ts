import type { AuthRoute } from '@authchart/machine'
import type { Page } from '@playwright/test'
import type { ActionType, Ui } from '../contract/define-ui.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
import type { Step } from '../model/model.ts'
import type { Effect } from './attempt.ts'
import { waitFor } from './look.ts'

type Member = ((page: Page, payload: object) => unknown) & { readonly absent?: string }
type Members = Readonly<Record<string, Member | undefined>>

/** What is longer than any screen takes to follow, in ms. */
const patienceMs = 2_500
/** How long an action waits for an element, in ms. */
const elementMs = 6_000
/** Once may be chance, e.g. a busy machine. */
const mostFailures = 2

/** The contract that is checked, and its members that do not work. */
export class KnownContract {
  /** The members that do not work, e.g. `routes.signIn`. */
  readonly broken = new Set<string>()
  readonly #routes: Members
  readonly #actions: Members
  readonly #cannotTake: Ui<Page>['cannotTake']
  readonly #failures = new Map<string, number>()

  constructor({ routes, actions, cannotTake }: Ui<Page>) {
    this.#routes = routes as unknown as Members
    this.#actions = actions as unknown as Members
    this.#cannotTake = cannotTake
  }

  /** Whether a member is there and was not found to be broken. */
  has(name: string): boolean {
    const [part, ...rest] = name.split('.')
    const members = part === 'routes' ? this.#routes : this.#actions
    return members[rest.join('.')] !== undefined && !this.broken.has(name)
  }

  /** Whether the contract has a member, which does not compile, for what was not found before. */
  isGap(name: string): boolean {
    return !this.has(name) && !this.broken.has(name)
  }

  /** Why the contract leaves a step out; `undefined` if it does not. */
  leavesOut(step: Step): string | undefined {
    const action = step.kind === 'action' ? this.#actions[step.event.type] : undefined
    return this.#routes[routeOfPlace(step.to)]?.absent ?? action?.absent ?? this.#cannotTake?.(step)
  }

  /** Notes the signs that do not fit the screen: its own that is not there, and others that are. */
  async checkSigns(page: Page, route: AuthRoute): Promise<void> {
    for (const [name, sign] of Object.entries(this.#routes)) {
      if (!sign || sign.absent !== undefined || this.broken.has(`routes.${name}`)) continue
      const wanted = name === route
      const isRight = async () => (await isShown(page, sign)) === wanted
      if (!(await waitFor(page, patienceMs, isRight))) this.broken.add(`routes.${name}`)
    }
  }

  /** Does an action as the contract does it; `unknown` where the contract has nothing that works. */
  async act(
    page: Page,
    step: Step,
    payload: object,
    effect: () => Promise<Effect>,
  ): Promise<'done' | 'failed' | 'unknown'> {
    const type = step.event.type as ActionType
    const name = `actions.${type}`
    const act = this.#actions[type]
    if (!act || this.broken.has(name)) return 'unknown'
    page.setDefaultTimeout(elementMs)
    try {
      await act(page, payload)
      if ((await effect()) === 'done') return 'done'
    } catch {
      // What it does not find is broken.
    }
    const failures = (this.#failures.get(name) ?? 0) + 1
    this.#failures.set(name, failures)
    if (failures >= mostFailures) this.broken.add(name)
    return 'failed'
  }
}

async function isShown(page: Page, sign: Member): Promise<boolean> {
  try {
    const shown = sign(page, {}) as { isVisible(): Promise<boolean> } | null
    return (await shown?.isVisible()) ?? false
  } catch {
    // Several elements fit.
    return false
  }
}
