import type { RegisteredView } from '@authchart/machine'
import { defineComponent, Fragment, h, KeepAlive, type SlotsType, type VNodeChild } from 'vue'
import { useAuth } from './use-auth.ts'
import { useAuthMachine } from './use-auth-machine.ts'

type GateSlots = SlotsType<{
  /** Only a signed-in user sees it; below it `useAuthUser()` has a user. */
  default?: () => VNodeChild
  /** The auth screens, shown without a signed-in user. Nothing by default. */
  fallback?: () => VNodeChild
  /** Shown while the session is restored. Nothing by default. */
  pending?: () => VNodeChild
}>

// Marked as pure, so that an app without a gate is built without these.
const CurrentGate = /* @__PURE__ */ defineComponent({
  slots: Object as GateSlots,
  setup(_, { slots }) {
    const route = useAuthMachine(routeOf)
    const userId = useAuthMachine(userIdOf)
    return () => {
      const isOpen = route.value === 'signedIn'
      const name = route.value === 'restoring' ? 'pending' : 'fallback'
      return [
        isOpen ? null : h(Fragment, { key: name }, [slots[name]?.()]),
        userId.value === undefined
          ? null
          : h(KeepAlive, { key: userId.value }, () => isOpen && h(Children, null, slots.default)),
      ]
    }
  },
})

/** `KeepAlive` keeps a component. */
const Children = /* @__PURE__ */ defineComponent({
  setup:
    (_, { slots }) =>
    () =>
      slots.default?.(),
})

/**
 * Shows its default slot only to a signed-in user, and the slot `fallback` without one; while the
 * session is restored the slot `pending`, so that neither the sign-in form nor the app flashes.
 *
 * Screens of a signed-in user other than `signedIn` are in `fallback`, too: `verifyContact`,
 * `setupTotp`, `confirmContact`, steps of your own, and `signingOut` while a global sign-out can still fail. If the user
 * has seen the default slot, `<KeepAlive>` keeps it meanwhile: nothing that was typed is lost. It is
 * unmounted when the user signs out, or when another user signs in.
 *
 * @throws Error in an app without `authPlugin`. With `suspend` also StoppedError, if the auth was stopped.
 *
 * @example
 * <AuthGate>
 *   <App />
 *   <template #fallback><AuthScreens /></template>
 * </AuthGate>
 */
export const AuthGate = /* @__PURE__ */ defineComponent({
  name: 'AuthGate',
  props: {
    /**
     * Suspends until the session is restored: the nearest `<Suspense>` shows its fallback. When a
     * session is restored later, because another tab has signed in another user, the slot `pending` is
     * shown.
     */
    suspend: Boolean,
  },
  slots: Object as GateSlots,
  setup({ suspend }, { slots }) {
    const auth = useAuth()
    const render = () => h(CurrentGate, null, slots)
    const isRestoring = useAuthMachine(routeOf).value === 'restoring'
    return suspend && isRestoring ? auth.ready().then(() => render) : render
  },
})

const routeOf = ({ route }: RegisteredView) => route

const userIdOf = ({ user }: RegisteredView) => user?.userId
