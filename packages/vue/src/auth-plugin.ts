import type { Auth } from '@authchart/machine'
import type { Plugin } from 'vue'
import { authKey } from './auth-key.ts'

/** `app.use(authPlugin, auth)` hands what `createAuth()` gave to the `useAuthMachine()` calls of the app. */
export const authPlugin: Plugin<[auth: Auth]> = {
  install: (app, auth) => {
    app.provide(authKey, auth)
  },
}
