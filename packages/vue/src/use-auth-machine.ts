import type { RegisteredView } from '@authchart/machine'
import { type ComputedRef, computed } from 'vue'
import { useAuth } from './use-auth.ts'
import { useFollowed } from './use-followed.ts'

/**
 * The view of the auth machine, as a computed ref: switch over its `route`. With `select`, the ref
 * changes only when the selected value does (by `Object.is`). A Pinia store may return it: it is a
 * getter there, which is not serialised.
 *
 * On a server, and until a component that hydrates is mounted, it is the view of
 * `auth.getServerView()`.
 *
 * @throws Error in an app without `authPlugin`, or with something else than an auth.
 *
 * @example
 * const view = useAuthMachine()
 * const isSignedIn = useAuthMachine((view) => view.user !== undefined)
 */
export function useAuthMachine(): ComputedRef<RegisteredView>
export function useAuthMachine<Selected>(
  select: (view: RegisteredView) => Selected,
): ComputedRef<Selected>
export function useAuthMachine(
  select: (view: RegisteredView) => unknown = whole,
): ComputedRef<unknown> {
  const auth = useAuth()
  const selected = useFollowed({
    get: () => select(auth.getView()),
    getServer: () => select(auth.getServerView()),
    subscribe: (listener) => auth.subscribe(listener).unsubscribe,
  })
  return computed(() => selected.value)
}

const whole = (view: RegisteredView) => view
