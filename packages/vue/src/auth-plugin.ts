import type { AnyAuth, RegisteredAuth } from '@authchart/machine'
import type { Plugin } from 'vue'
import { authKey } from './auth-key.ts'

declare module 'vue' {
  interface ComponentCustomProperties {
    /** What `app.use(authPlugin, auth)` was given. */
    $auth: RegisteredAuth
  }
}

/**
 * Hands what `createAuth()` gave to the `useAuthMachine()` calls of the app, and to `this.$auth` of
 * components without `setup()`.
 *
 * @example
 * createApp(App).use(authPlugin, createAuth({ config })).mount('#app')
 */
export const authPlugin: Plugin<[auth: AnyAuth]> = {
  install: (app, auth) => {
    app.provide(authKey, auth)
    app.config.globalProperties.$auth = auth as RegisteredAuth
  },
}
