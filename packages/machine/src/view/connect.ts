import type { AuthUser } from '../auth-user.ts'
import type { AuthNotice } from '../chart/context.ts'
import type { ScreenEvent } from '../chart/events.ts'
import type { AuthFailure } from '../failure.ts'
import { tidyInput } from '../tidy-input.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import { type PendingLeaf, pendingLeafOf } from './pending-leaf.ts'
import { type AuthRoute, routeOf } from './route.ts'
import { screens } from './screens.ts'

interface Common {
  /** A request is under way. */
  readonly isPending: boolean
  /** Which one: the name of the leaf that waits for it. */
  readonly pending: PendingLeaf | undefined
  /** What went wrong last, until the next attempt. */
  readonly failure: AuthFailure | undefined
  readonly notice: AuthNotice | undefined
  /** Who has signed in in another tab, while this one is in the middle of something: see `goSignedIn`. */
  readonly elsewhere: AuthUser | undefined
}

type ScreenOf<Route extends AuthRoute> = Readonly<
  ReturnType<(typeof screens)[Route]['show']> & ReturnType<(typeof screens)[Route]['act']>
>

/** What one screen shows and can do. */
export type ViewOf<Route extends AuthRoute> = Route extends AuthRoute
  ? { readonly route: Route } & Common & ScreenOf<Route>
  : never

/** Discriminated by `route`: in `signIn` there is `submit({ username, password })`, elsewhere not. */
export type AuthView = ViewOf<AuthRoute>

type Send = (event: ScreenEvent) => void

const views = new WeakMap<AuthSnapshot, { send: Send; view: AuthView }>()
const acts = new WeakMap<Send, Partial<Record<AuthRoute, object>>>()

/**
 * The view of a snapshot. Pure, and memoised: the same snapshot gives the same object, and the
 * functions of a route stay the same for one `send`, so they may be dependencies of effects.
 */
export function connect(snapshot: AuthSnapshot, send: Send): AuthView {
  const known = views.get(snapshot)
  if (known?.send === send) return known.view
  const route = routeOf[pathOf(snapshot)]
  const pending = pendingLeafOf(snapshot)
  const view = {
    route,
    isPending: pending !== undefined,
    pending,
    failure: snapshot.context.failure,
    notice: snapshot.context.notice,
    elsewhere: snapshot.context.elsewhere,
    ...screens[route].show(snapshot),
    ...actsOf(route, send),
  } as AuthView
  views.set(snapshot, { send, view })
  return view
}

function actsOf(route: AuthRoute, send: Send): object {
  const known = acts.get(send) ?? {}
  acts.set(send, known)
  known[route] ??= screens[route].act((event) => send(tidyInput(event)))
  return known[route]
}
