import { createAuth } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'
import { mount } from '@vue/test-utils'
import { createPinia, defineStore } from 'pinia'
import { expect, onTestFinished, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { authKey, authPlugin, useAuth, useAuthMachine } from '../src/index.ts'

function start() {
  const sandbox = createSandbox()
  const auth = createAuth({
    config: sandbox.config,
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
  onTestFinished(() => {
    auth.stop()
    localStorage.clear()
    sessionStorage.clear()
  })
  return auth
}

const useAuthStore = defineStore('auth', () => {
  const view = useAuthMachine()
  return { view, isSignedIn: useAuthMachine(({ user }) => user !== undefined), auth: useAuth() }
})

test('a Pinia store that returns the view follows the chart, and has nothing to serialise', async () => {
  const [auth, pinia] = [start(), createPinia()]
  const Screen = defineComponent({
    setup() {
      const store = useAuthStore()
      return () => h('h1', `${store.view.route} ${store.isSignedIn}`)
    },
  })
  const screen = mount(Screen, { global: { plugins: [[authPlugin, auth], pinia] } })
  await vi.waitFor(() => expect(screen.get('h1').text()).toBe('signIn false'))
  // What Nuxt writes into its page.
  expect(pinia.state.value).toEqual({ auth: {} })
  expect(Object.keys(pinia.state.value.auth ?? {})).toEqual([])
})

test('a component without setup() has $auth, or injects by the key', async () => {
  const auth = start()
  const Screen = defineComponent({
    inject: { injected: { from: authKey } },
    data() {
      return { view: this.$auth.getView(), leave: () => {} }
    },
    created() {
      const { unsubscribe } = this.$auth.subscribe((view) => {
        this.view = view
      })
      this.leave = unsubscribe
    },
    unmounted() {
      this.leave()
    },
    render() {
      return h('h1', `${this.view.route} ${this.injected === this.$auth}`)
    },
  })
  const screen = mount(Screen, { global: { plugins: [[authPlugin, auth]] } })
  await vi.waitFor(() => expect(screen.get('h1').text()).toBe('signIn true'))
})
