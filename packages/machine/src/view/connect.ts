import type { ScreenEvent } from '../chart/events.ts'
import { tidyInput } from '../tidy-input.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import type { PendingLeaf } from './pending-leaf.ts'
import { type AuthRoute, routeOf } from './route.ts'
import { screens } from './screens.ts'
import type { AuthView } from './views/auth-views.ts'

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
    user: snapshot.hasTag('authenticated') ? snapshot.context.user : undefined,
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

function pendingLeafOf(snapshot: AuthSnapshot): PendingLeaf | undefined {
  if (!snapshot.hasTag('pending')) return undefined
  return pathOf(snapshot).split('.').at(-1) as PendingLeaf
}
