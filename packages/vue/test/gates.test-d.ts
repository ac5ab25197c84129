import type { Auth, AuthUser } from '@authchart/machine'
import { expectTypeOf, test } from 'vitest'
import { type Component, type ComputedRef, createApp, h } from 'vue'
import { AuthGate, useAuthUser, withAuth } from '../src/index.ts'

declare const auth: Auth
declare const screens: Component
declare const App: Component

test('the user is never undefined', () => {
  expectTypeOf(useAuthUser()).toEqualTypeOf<ComputedRef<AuthUser>>()
})

test('a gate has the slots of its screens, and one prop', () => {
  type Gate = InstanceType<typeof AuthGate>
  expectTypeOf<keyof Gate['$slots']>().toEqualTypeOf<'default' | 'fallback' | 'pending'>()
  expectTypeOf<Gate['$props']['suspend']>().toEqualTypeOf<boolean | undefined>()
  h(AuthGate, { suspend: true })
  // @ts-expect-error a text is no flag
  h(AuthGate, { suspend: 'yes' })
})

test('a wrapped app is an app', () => {
  createApp(withAuth(App, { auth, screens, greeting: App, pending: App }))
  // @ts-expect-error there are no screens
  withAuth(App, { auth })
  // @ts-expect-error there is no auth
  withAuth(App, { screens })
})
