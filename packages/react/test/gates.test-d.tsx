import type { Auth, AuthUser, Greeting } from '@authchart/machine'
import type { ComponentType } from 'react'
import { expectTypeOf, test } from 'vitest'
import { AuthGate, useAuthUser, type WithAuthProps, withAuth } from '../src/index.ts'

declare const auth: Auth
declare const screens: ComponentType
declare const App: ComponentType

test('the user is never undefined', () => {
  expectTypeOf(useAuthUser()).toEqualTypeOf<AuthUser>()
})

test('a gate takes elements, and nothing that it does not know', () => {
  ;<AuthGate fallback={<p />} pending="Please wait" suspend />
  ;<AuthGate>Hello</AuthGate>
  // @ts-expect-error a component is no element
  ;<AuthGate fallback={() => <p />} />
  // @ts-expect-error there is no such slot
  ;<AuthGate screens={<p />} />
})

test('a wrapped app keeps its own props only', () => {
  const Shop = withAuth((_: WithAuthProps & { title: string }) => null, { auth, screens })
  ;<Shop title="Shop" />
  // @ts-expect-error the title is missing
  ;<Shop />
  // @ts-expect-error the user is given by the wrapper
  ;<Shop title="Shop" user={undefined} />
})

test('an app declares fewer props, or a part of the user', () => {
  const options = { auth, screens }
  const Plain = withAuth(() => null, options)
  ;<Plain />
  const Named = withAuth((_: { user: { username: string }; size?: number }) => null, options)
  ;<Named size={2} />
  const Leaving = withAuth((_: { signOut: (event: object) => void }) => null, options)
  ;<Leaving />
  // @ts-expect-error a user is no text
  withAuth((_: { user: string }) => null, options)
})

test('the options need an auth and screens; a greeting receives what the app does', () => {
  withAuth(App, { auth, screens, greeting: greet })
  // @ts-expect-error there are no screens
  withAuth(App, { auth })
  // @ts-expect-error there is no auth
  withAuth(App, { screens })
  // @ts-expect-error the greeting receives no title
  withAuth(App, { auth, screens, greeting: (_: { title: string }) => null })
})

function greet({ user, greeting, signOut }: WithAuthProps) {
  expectTypeOf(user).toEqualTypeOf<AuthUser>()
  expectTypeOf(greeting).toEqualTypeOf<Greeting>()
  expectTypeOf(signOut).toEqualTypeOf<() => void>()
  return null
}
