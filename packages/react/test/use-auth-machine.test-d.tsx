import type { AuthView } from '@authchart/machine'
import { expectTypeOf, test } from 'vitest'
import { AuthProvider, useAuthMachine } from '../src/index.ts'

test('gives the union of views, or what the selector gives', () => {
  expectTypeOf(useAuthMachine()).toEqualTypeOf<AuthView>()
  expectTypeOf(useAuthMachine(({ route }) => route)).toEqualTypeOf<AuthView['route']>()
  expectTypeOf(useAuthMachine((view) => view.isPending)).toEqualTypeOf<boolean>()
})

test('narrowing, wrong payloads and missing routes are compile errors', () => {
  const view = useAuthMachine()
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

test('the provider needs an auth', () => {
  // @ts-expect-error auth is missing
  ;<AuthProvider />
  // @ts-expect-error a configuration is no auth
  ;<AuthProvider auth={{ userPoolId: 'x' }} />
})
