import { createApp, defineComponent, h, onErrorCaptured, ref, Suspense } from 'vue'
import { testGates } from '../../machine/test/support/gates.ts'
import { AuthGate, authPlugin, useAuthMachine, useAuthUser } from '../src/index.ts'

const App = defineComponent({
  setup() {
    const user = useAuthUser()
    return () => [h('p', { 'data-user': '' }, user.value.email), h('input', { name: 'draft' })]
  },
})

const Screens = defineComponent({
  setup() {
    const route = useAuthMachine((view) => view.route)
    return () => h('p', { 'data-fallback': '' }, route.value)
  },
})

testGates((auth, root, { suspend = false }) => {
  const ErrorBoundary = defineComponent({
    setup(_, { slots }) {
      const message = ref('')
      onErrorCaptured((error) => {
        message.value = error.message
        return false
      })
      return () => (message.value ? h('p', { 'data-error': '' }, message.value) : slots.default?.())
    },
  })
  const gate = () =>
    h(
      AuthGate,
      { suspend },
      {
        default: () => h(App),
        fallback: () => h(Screens),
        pending: () => h('p', { 'data-pending': '' }),
      },
    )
  const app = createApp(() =>
    h(ErrorBoundary, () =>
      h(Suspense, null, { default: gate, fallback: () => h('p', { 'data-suspended': '' }) }),
    ),
  )
  app.use(authPlugin, auth).mount(root)
  return () => app.unmount()
})
