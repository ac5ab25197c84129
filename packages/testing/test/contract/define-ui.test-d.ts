import { expectTypeOf, test } from 'vitest'
import { defineUi, type PayloadOf, type Ui } from '../../src/contract/define-ui.ts'

interface Screen {
  readonly find: (name: string) => Element | null
}

declare const whole: Ui<Screen>

test('a screen that is missing is a compile error', () => {
  const { setupEmail: _left, ...routes } = whole.routes
  // @ts-expect-error how setupEmail is recognised is missing
  defineUi<Screen>({ ...whole, routes })
})

test('an action that is missing is a compile error', () => {
  const { 'confirmSignUp.resend': _left, ...actions } = whole.actions
  // @ts-expect-error how confirmSignUp.resend is done is missing
  defineUi<Screen>({ ...whole, actions })
})

test('what is typed is plain text', () => {
  expectTypeOf<PayloadOf<'resetPassword.submit'>['password']>().toEqualTypeOf<string>()
  expectTypeOf<PayloadOf<'signIn.federate'>['token']['token']>().toEqualTypeOf<string>()
  expectTypeOf<PayloadOf<'confirmSignIn.submit'>['rememberDevice']>().toEqualTypeOf<boolean>()
})
