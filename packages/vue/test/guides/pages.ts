import { useAuthMachine, useAuthUser } from '@authchart/vue'
import { defineComponent, h } from 'vue'

export const AuthScreens = defineComponent({
  setup() {
    const route = useAuthMachine((view) => view.route)
    return () => h('p', { 'data-screen': '' }, route.value)
  },
})

export const Home = defineComponent({
  setup: () => () => h('h1', 'Home'),
})

export const Orders = defineComponent({
  setup() {
    const user = useAuthUser()
    return () => [h('h1', 'Orders'), h('p', user.value.email)]
  },
})
