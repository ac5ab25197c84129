import type {
  AuthContext,
  AuthFailure,
  AuthNotice,
  OwnEventType,
  OwnInput,
  RegisteredRoute,
  ScreenEvent,
  Secret,
  ViewOf,
} from '@authchart/machine'
import { type AuthRoute, routeOf } from '@authchart/machine'
import { payloads } from '../catalogue/payloads.ts'
import type { Step } from '../model/model.ts'
import { offers } from './offers.ts'
import { routeOfPlace } from './route-of-place.ts'

/** With every secret as the plain text that the user types. */
export type Plain<Value> =
  Value extends Secret<infer Owned>
    ? Plain<Owned>
    : Value extends object
      ? { [Key in keyof Value]: Plain<Value[Key]> }
      : Value

/** Everything that a user can do on a screen: `signIn.submit`, `go.signUp`, `signOut` … */
export type ActionType = ScreenEvent['type']

/** What is typed and chosen: the fields of the event, with plain texts. */
export type PayloadOf<Type extends ActionType> = Plain<
  Omit<Extract<ScreenEvent, { type: Type }>, 'type'>
>

/** What a screen is recognised by: a locator of Playwright, or an element where it is there. */
export type Sign = { isVisible(): Promise<boolean> } | Element | null

/** A button, as Playwright or the DOM gives it. */
export type Button =
  | { isVisible(): Promise<boolean>; isEnabled(): Promise<boolean> }
  | Element
  | null

/** What a UI says, by what it says it of: a text, or several of which each can be read. */
export interface ShownTexts {
  readonly failure?: (failure: AuthFailure) => Words
  readonly notice?: (notice: AuthNotice) => Words
  readonly screen?: { readonly [Route in AuthRoute]?: (view: ViewOf<Route>) => Words }
}

/** `undefined` where nothing has to be said. */
export type Words = string | readonly string[] | undefined

/** What a UI is to those who walk through it: each screen and each action. */
export interface Ui<Handle> {
  /** How each screen is recognised: by something that only this one shows. */
  readonly routes: { readonly [Route in RegisteredRoute]: (handle: Handle) => Sign }
  /** How each action is done, by the very same things that users touch. */
  readonly actions: {
    readonly [Type in ActionType]: (
      handle: Handle,
      payload: PayloadOf<Type>,
    ) => Promise<unknown> | unknown
  } & {
    readonly [Type in OwnEventType]: (
      handle: Handle,
      input: OwnInput<Type>,
    ) => Promise<unknown> | unknown
  }
  /** What has to be readable. It is computed from the view that the chart expects, not from the app's. */
  readonly shows?: ShownTexts
  /** Buttons that have to be enabled where they have an effect, and only there. */
  readonly buttons?: { readonly [Type in ActionType]?: (handle: Handle) => Button }
  /** Why this UI does not offer a step; `undefined` if it does. */
  readonly cannotTake?: (step: Step) => string | undefined
}

/**
 * The contract of a UI, which all drivers that check screens share: how to recognise its screens,
 * and how to do what can be done on them. `Handle` is what finds things: Playwright's `Page`, or the
 * queries of Testing Library. A contract without a screen or an action does not compile, and drivers
 * reject it: many test runners only strip types.
 *
 * @example
 * export const myUi = defineUi<Page>({
 *   routes: { signIn: (page) => page.getByRole('heading', { name: 'Sign in' }), … },
 *   actions: {
 *     'signIn.submit': async (page, { username, password }) => {
 *       await page.getByLabel('Username').fill(username)
 *       await page.getByLabel('Password').fill(password)
 *       await page.getByRole('button', { name: 'Sign in' }).click()
 *     }, …
 *   },
 * })
 */
export function defineUi<Handle>(ui: Ui<Handle>): Ui<Handle> {
  return ui
}

/**
 * Marks a screen or an action that a UI does not have. No walk uses it, and the coverage lists the reason.
 *
 * @example
 * 'signedIn.deleteUser': absent('users write to support'),
 */
export function absent(reason: string): (() => never) & { readonly absent: string } {
  const fail = () => {
    throw new Error(`This UI does not have it: ${reason}`)
  }
  return Object.assign(fail, { absent: reason })
}

const whyAbsent = (member: unknown) => (member as { readonly absent?: string } | undefined)?.absent

type Loose = Readonly<Record<string, unknown>>

/** The screens and actions that a contract lacks, for JavaScript without a compiler. */
export function gapsOf({ routes, actions }: Ui<never>): readonly string[] {
  return [
    ...[...new Set(Object.values(routeOf))]
      .filter((route) => typeof (routes as Loose)[route] !== 'function')
      .map((route) => `routes: ${route}`),
    ...Object.keys(payloads)
      .filter((type) => !/^(session|account|link)\./.test(type))
      .filter((type) => typeof (actions as Loose)[type] !== 'function')
      .map((type) => `actions: ${type}`),
  ]
}

const gap = (name: string) => new TypeError(`The contract of the UI lacks ${name}.`)

/**
 * Why a UI cannot take a step, by its contract; `undefined` if it can.
 *
 * @throws TypeError if the contract lacks a screen or an action of an extended chart: `checkUi` knows only ours.
 */
export function impossibleInUi(
  { routes, actions, cannotTake }: Ui<never>,
  step: Step,
): string | undefined {
  const { from, to, kind, event } = step
  const route = routeOfPlace(to)
  const screen = (routes as Loose)[route]
  if (typeof screen !== 'function') throw gap(`routes: ${route}`)
  const type = actionOf(step)
  const action = type && (actions as Loose)[type]
  if (type && typeof action !== 'function') throw gap(`actions: ${type}`)
  const why = whyAbsent(screen) ?? whyAbsent(action) ?? cannotTake?.(step)
  if (why || kind !== 'action') return why
  if (!offers(from, event)) return `no view of “${routeOfPlace(from)}” offers “${event.type}”`
  return isOffered(step) ? undefined : 'the view has no such option'
}

/** What users do for a step: an action, or what makes an app read the account anew. */
function actionOf({ kind, event: { type } }: Step): string | undefined {
  if (kind === 'action') return type
  return type === 'account.read' ? 'signedIn.load' : undefined
}

/** Only the kinds of a second factor that Cognito offers can be chosen, and a first factor has no device to remember. */
export function isOffered({ event, from }: Step): boolean {
  const { mfaType, rememberDevice } = event as {
    readonly mfaType?: string
    readonly rememberDevice?: boolean
  }
  const { challenge } = from.snapshot.context as AuthContext
  if (rememberDevice && from.facts.has('firstFactor')) return false
  return (
    !mfaType ||
    !challenge ||
    !('options' in challenge) ||
    challenge.options.some((option) => option === mfaType)
  )
}
