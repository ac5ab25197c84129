import type { ScreenEvent } from '../chart/events.ts'
import { tidyInput } from '../tidy-input.ts'
import { type OwnScreen, ownScreenOf } from './own-screen.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import type { PendingLeaf } from './pending-leaf.ts'
import { routeAt } from './route-at.ts'
import type { Screen } from './screens/screen.ts'
import { screens } from './screens.ts'
import type { AuthView } from './views/auth-views.ts'

type Send = (event: ScreenEvent) => void

const views = new WeakMap<AuthSnapshot, { send: Send; view: AuthView }>()
const acts = new WeakMap<Send, Record<string, object>>()

/**
 * The view of a snapshot. Pure, and memoised: the same snapshot gives the same object, and the
 * functions of a route stay the same for one `send`, so they may be dependencies of effects.
 */
export function connect(snapshot: AuthSnapshot, send: Send): AuthView {
  const known = views.get(snapshot)
  if (known?.send === send) return known.view
  const screen = screenOf(snapshot)
  const { route } = screen
  const pending = pendingLeafOf(snapshot)
  const view = {
    route,
    user: snapshot.hasTag('authenticated') ? snapshot.context.user : undefined,
    isPending: pending !== undefined,
    pending,
    failure: snapshot.context.failure,
    notice: snapshot.context.notice,
    elsewhere: snapshot.context.elsewhere,
    ...screen.show(snapshot),
    ...actsOf(screen, send),
  } as AuthView
  views.set(snapshot, { send, view })
  return view
}

/** @throws Error for a state of an extended chart that has no screen */
function screenOf(snapshot: AuthSnapshot): Screen & Pick<OwnScreen, 'route'> {
  const path = pathOf(snapshot)
  const route = routeAt(path)
  const screen = route ? { route, ...screens[route] } : ownScreenOf(snapshot)
  if (!screen) throw new Error(`The state "${path}" has no meta.screen`)
  return screen
}

function actsOf({ route, act }: Screen & Pick<OwnScreen, 'route'>, send: Send): object {
  const known = acts.get(send) ?? {}
  acts.set(send, known)
  known[route] ??= act((event) => send(tidyInput(event)))
  return known[route]
}

function pendingLeafOf(snapshot: AuthSnapshot): PendingLeaf | undefined {
  if (!snapshot.hasTag('pending')) return undefined
  return pathOf(snapshot).split('.').at(-1) as PendingLeaf
}
