import type { Auth, AuthView } from '@authchart/machine'
import { useSelector } from '@xstate/vue'
import { getCurrentInstance, inject, onMounted, type Ref, shallowRef, ssrContextKey } from 'vue'
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
  const auth = useAuth()
  return useSelector(useActor(auth), (snapshot) => select(auth.connect(snapshot)))
}

const whole = (view: AuthView) => view

type Source = Pick<Auth['actor'], 'getSnapshot' | 'subscribe'>

/** The actor; in its place what the server has seen, until the page shows the same. */
function useActor(auth: Auth): Ref<Source> {
  // Before a component is set up only hydration gives it an element.
  const isHydrating = Boolean(getCurrentInstance()?.vnode.el)
  if (isHydrating) {
    const source = shallowRef<Source>(serverSource(auth))
    onMounted(() => {
      source.value = auth.actor
    })
    return source
  }
  const isServer = inject(ssrContextKey, undefined) !== undefined
  return shallowRef<Source>(isServer ? serverSource(auth) : auth.actor)
}

const serverSource = (auth: Auth): Source => ({
  getSnapshot: () => auth.getServerSnapshot(),
  subscribe: () => ({ unsubscribe: () => undefined }),
})
