import type { Auth, AuthView } from '@authchart/machine'
import { expectTypeOf, test } from 'vitest'
import { type ComputedRef, createApp } from 'vue'
import { authPlugin, useAuthMachine } from '../src/index.ts'

declare const auth: Auth

test('gives a ref of the union of views, or of the selector’s result', () => {
  expectTypeOf(useAuthMachine()).toEqualTypeOf<ComputedRef<AuthView>>()
  expectTypeOf(useAuthMachine(({ route }) => route).value).toEqualTypeOf<AuthView['route']>()
})

test('narrowing, wrong payloads and missing routes are compile errors', () => {
  const view = useAuthMachine().value
  // @ts-expect-error no submit before the route is known
  view.submit({ code: '123456' })
  switch (view.route) {
    case 'signIn':
      view.submit({ username: 'ada', password: 'secret' })
      // @ts-expect-error a code is no password
      view.submit({ code: '123456' })
      break
    case 'confirmSignUp':
      view.submit({ code: '123456' })
      // @ts-expect-error there is no greeting yet
      view.greeting
      break
    case 'restoring':
    case 'signUp':
    case 'signedIn':
      break
    default:
      // @ts-expect-error signingOut is missing above
      view satisfies never
  }
})

test('the plugin needs an auth', () => {
  const app = createApp({})
  app.use(authPlugin, auth)
  // @ts-expect-error auth is missing
  app.use(authPlugin)
  // @ts-expect-error a configuration is no auth
  app.use(authPlugin, { userPoolId: 'x' })
})
