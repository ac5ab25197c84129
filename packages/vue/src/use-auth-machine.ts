import type { Auth, AuthView } from '@authchart/machine'
import { useSelector } from '@xstate/vue'
import { getCurrentInstance, inject, onMounted, type Ref, shallowRef, ssrContextKey } from 'vue'
import type { AnyActorRef, Observer } from 'xstate'
import { useAuth } from './use-auth.ts'

/**
 * The view of the auth machine, as a ref: switch over its `route`. With `select`, the ref changes
 * only when the selected value does (by `Object.is`).
 *
 * On a server, and until a component that hydrates is mounted, it is the view of
 * `auth.getServerSnapshot()`.
 *
 * @throws Error in an app without `authPlugin`, or with something else than an auth.
 */
export function useAuthMachine(): Readonly<Ref<AuthView>>
export function useAuthMachine<Selected>(
  select: (view: AuthView) => Selected,
): Readonly<Ref<Selected>>
export function useAuthMachine(
  select: (view: AuthView) => unknown = whole,
): Readonly<Ref<unknown>> {
  const source = useSource(useAuth())
  return useSelector(source, select)
}

const whole = (view: AuthView) => view

/** In the shape of an actor, whose snapshots are views. */
type Source = Pick<AnyActorRef, 'getSnapshot' | 'subscribe'>

/** The views of the page; in their place what the server has seen, until the page shows the same. */
function useSource(auth: Auth): Ref<Source> {
  // Before a component is set up only hydration gives it an element.
  const isHydrating = Boolean(getCurrentInstance()?.vnode.el)
  if (isHydrating) {
    const source = shallowRef(serverSource(auth))
    onMounted(() => {
      source.value = liveSource(auth)
    })
    return source
  }
  const isServer = inject(ssrContextKey, undefined) !== undefined
  return shallowRef(isServer ? serverSource(auth) : liveSource(auth))
}

const liveSource = (auth: Auth): Source => ({
  getSnapshot: () => auth.getView(),
  subscribe: (observer: Observer<AuthView> | ((view: AuthView) => void)) =>
    auth.subscribe(typeof observer === 'function' ? observer : (view) => observer.next?.(view)),
})

const serverSource = (auth: Auth): Source => ({
  getSnapshot: () => auth.connect(auth.getServerSnapshot()),
  subscribe: () => ({ unsubscribe: () => undefined }),
})
