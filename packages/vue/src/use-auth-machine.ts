import type { Auth, AuthView } from '@authchart/machine'
import {
  type ComputedRef,
  computed,
  getCurrentInstance,
  inject,
  onMounted,
  onScopeDispose,
  shallowRef,
  ssrContextKey,
} from 'vue'
import { useAuth } from './use-auth.ts'

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
export function useAuthMachine(): ComputedRef<AuthView>
export function useAuthMachine<Selected>(
  select: (view: AuthView) => Selected,
): ComputedRef<Selected>
export function useAuthMachine(select: (view: AuthView) => unknown = whole): ComputedRef<unknown> {
  const auth = useAuth()
  const isServer = inject(ssrContextKey, undefined) !== undefined
  // Before a component is set up only hydration gives it an element.
  const isHydrating = Boolean(getCurrentInstance()?.vnode.el)
  const selected = shallowRef(select(isServer || isHydrating ? serverView(auth) : auth.getView()))
  let unsubscribe: (() => void) | undefined
  const follow = () => {
    const show = (view: AuthView) => {
      selected.value = select(view)
    }
    show(auth.getView())
    unsubscribe = auth.subscribe(show).unsubscribe
  }
  if (isHydrating) onMounted(follow)
  else if (!isServer) follow()
  onScopeDispose(() => unsubscribe?.())
  return computed(() => selected.value)
}

const whole = (view: AuthView) => view

const serverView = (auth: Auth) => auth.getServerView()
