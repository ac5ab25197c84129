import {
  getCurrentInstance,
  inject,
  onMounted,
  onScopeDispose,
  type ShallowRef,
  shallowRef,
  ssrContextKey,
} from 'vue'

interface Source<Value> {
  get(): Value
  /** On a server, and until a component that hydrates is mounted. */
  getServer(): Value
  subscribe(listener: () => void): () => void
}

/** The current value of a source, followed as long as the scope lives. */
export function useFollowed<Value>({
  get,
  getServer,
  subscribe,
}: Source<Value>): ShallowRef<Value> {
  const isServer = inject(ssrContextKey, undefined) !== undefined
  // Before a component is set up only hydration gives it an element.
  const isHydrating = Boolean(getCurrentInstance()?.vnode.el)
  const followed = shallowRef(isServer || isHydrating ? getServer() : get())
  let unsubscribe: (() => void) | undefined
  const follow = () => {
    const show = () => {
      followed.value = get()
    }
    show()
    unsubscribe = subscribe(show)
  }
  if (isHydrating) onMounted(follow)
  else if (!isServer) follow()
  onScopeDispose(() => unsubscribe?.())
  return followed
}
