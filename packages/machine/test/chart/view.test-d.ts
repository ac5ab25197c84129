import { expectTypeOf, test } from 'vitest'
import type {
  AuthPath,
  AuthRoute,
  AuthUser,
  AuthView,
  AuthViews,
  BaseView,
  FailureCode,
  FirstFactor,
  LoginMechanism,
  PasskeyPromptView,
  PasskeyView,
  PasswordPolicy,
  Reading,
  SelectFactorView,
  SignInView,
  SignUpAttribute,
  ViewOf,
} from '../../src/index.ts'
import { unreachable } from '../../src/index.ts'
import type { Passkey } from '../../src/ports/index.ts'
import type { screens } from '../../src/view/screens.ts'

declare const view: AuthView

test('a route narrows to what its screen has', () => {
  if (view.route === 'signIn') {
    expectTypeOf(view).toEqualTypeOf<ViewOf<'signIn'>>()
    expectTypeOf(view.username).toEqualTypeOf<string>()
    view.submit({ username: 'ada', password: 'secret' })
    // @ts-expect-error there is no code to resend
    view.resend()
  }
  if (view.route === 'signUp') {
    expectTypeOf(view.loginWith).toEqualTypeOf<readonly LoginMechanism[]>()
    expectTypeOf(view.attributes).toEqualTypeOf<readonly SignUpAttribute[]>()
    expectTypeOf(view.passwordPolicy).toEqualTypeOf<PasswordPolicy>()
  }
  if (view.route === 'signedIn') {
    expectTypeOf(view.user).toEqualTypeOf<AuthUser>()
    // @ts-expect-error nothing to submit when signed in
    view.submit({ username: 'ada', password: 'secret' })
  }
  // @ts-expect-error without narrowing there is nothing to submit
  view.submit({ username: 'ada', password: 'secret' })
})

test('a wrong payload is a compile error', () => {
  if (view.route === 'signIn') {
    view.submit({ username: 'ada' })
    view.submit({ username: 'ada', factor: 'EMAIL' })
    expectTypeOf(view.factors).toEqualTypeOf<readonly FirstFactor[]>()
    // @ts-expect-error the password is missing
    view.submit({ username: 'ada', factor: 'PASSWORD' })
    // @ts-expect-error a password is a factor of its own
    view.submit({ username: 'ada', password: 'secret', factor: 'EMAIL' })
    // @ts-expect-error this flow needs a password
    view.submit({ username: 'ada', authFlowType: 'USER_SRP_AUTH' })
    view.submit({ username: 'ada', authFlowType: 'CUSTOM_AUTH' })
    // @ts-expect-error a code is no password
    view.submit({ code: '123456' })
    // @ts-expect-error a number is no password
    view.submit({ username: 'ada', password: 7 })
    // @ts-expect-error there is no such field
    view.submit({ username: 'ada', password: 'secret', otp: '1' })
  }
  if (view.route === 'confirmSignIn') {
    view.submit({ code: '123456', rememberDevice: true })
    // @ts-expect-error a password is no code
    view.submit({ password: 'secret' })
    if (view.canResend) view.resend()
    expectTypeOf(view.factor).toEqualTypeOf<'first' | 'second'>()
    expectTypeOf(view.otherFactors).toEqualTypeOf<readonly FirstFactor[]>()
  }
  if (view.route === 'selectFactor') {
    view.submit({ factor: 'PASSWORD', password: 'secret' })
    view.submit({ factor: 'PASSKEY' })
    // @ts-expect-error the password is missing
    view.submit({ factor: 'PASSWORD' })
    // @ts-expect-error an authenticator app is no first factor
    view.submit({ factor: 'TOTP' })
    // @ts-expect-error the list is in the order of the view
    view.options.sort()
    expectTypeOf(view).toEqualTypeOf<SelectFactorView>()
    expectTypeOf(view.options).toEqualTypeOf<readonly FirstFactor[]>()
  }
  if (view.route === 'passkey') {
    view.submit()
    view.goSelectFactor()
    expectTypeOf(view).toEqualTypeOf<PasskeyView>()
    expectTypeOf(view.otherFactors).toEqualTypeOf<readonly FirstFactor[]>()
    // @ts-expect-error a passkey has no code
    view.submit({ code: '123456' })
  }
  if (view.route === 'selectMfaType') {
    view.submit({ mfaType: 'TOTP' })
    // @ts-expect-error not a second factor
    view.submit({ mfaType: 'PIGEON' })
  }
  if (view.route === 'signedIn') {
    view.setMfaPreference({ TOTP: 'PREFERRED', SMS: 'DISABLED' })
    // @ts-expect-error not a preference
    view.setMfaPreference({ TOTP: 'LOVED' })
    view.registerPasskey()
    view.deletePasskey({ id: 'b25l' })
    // @ts-expect-error which passkey?
    view.deletePasskey()
    expectTypeOf(view.passkeys).toEqualTypeOf<Reading<readonly Passkey[]>>()
    expectTypeOf(view.factors.data).toEqualTypeOf<readonly (FirstFactor | 'TOTP')[] | undefined>()
  }
  if (view.route === 'passkeyPrompt') {
    view.submit()
    view.skip()
    view.never()
    expectTypeOf(view).toEqualTypeOf<PasskeyPromptView>()
    expectTypeOf(view.user).toEqualTypeOf<AuthUser>()
    // @ts-expect-error a prompt offers no first factor
    view.goSelectFactor()
  }
  if (view.route === 'confirmSignUp') {
    view.submit({ code: '123456' })
    // @ts-expect-error the code is text: it may begin with a zero
    view.submit({ code: 123_456 })
  }
})

test('a missing route is a compile error', () => {
  const title = {
    restoring: '…',
    signIn: 'Sign in',
    redirecting: '…',
    selectFactor: 'Choose',
    confirmSignIn: 'Code',
    passkey: 'Passkey',
    customChallenge: 'Question',
    selectMfaType: 'Factor',
    setupTotp: 'App',
    setupEmail: 'Email',
    newPassword: 'New password',
    signUp: 'Create account',
    confirmSignUp: 'Confirm',
    forgotPassword: 'Forgot password',
    resetPassword: 'Reset password',
    verifyContact: 'Verify',
    confirmContact: 'Confirm',
    passkeyPrompt: 'Passkey',
    signedIn: 'Hello',
    signingOut: '…',
  } satisfies Record<AuthRoute, string>
  expectTypeOf(title).toExtend<Record<AuthRoute, string>>()

  const { signedIn: _, ...rest } = title
  // @ts-expect-error signedIn is missing
  rest satisfies Record<AuthRoute, string>

  function render(): string {
    switch (view.route) {
      case 'restoring':
      case 'signIn':
      case 'signUp':
      case 'confirmSignUp':
      case 'signingOut':
      case 'redirecting':
      case 'selectFactor':
      case 'confirmSignIn':
      case 'passkey':
      case 'customChallenge':
      case 'selectMfaType':
      case 'setupTotp':
      case 'setupEmail':
      case 'newPassword':
      case 'forgotPassword':
      case 'resetPassword':
      case 'verifyContact':
      case 'confirmContact':
      case 'passkeyPrompt':
        return view.route
      default:
        // What is left is exactly the case that is missing.
        expectTypeOf(view.route).toEqualTypeOf<'signedIn'>()
        return view.user.username
    }
  }
  expectTypeOf(render).returns.toEqualTypeOf<string>()
})

test('every view says who is signed in', () => {
  expectTypeOf(view.user).toEqualTypeOf<AuthUser | undefined>()
})

test('without a return type, unreachable() finds the route that a switch forgets', () => {
  const render = () => {
    switch (view.route) {
      case 'signedIn':
        return view.user.username
      default:
        // @ts-expect-error the other routes have no case
        return unreachable(view)
    }
  }
  const complete = (view: ViewOf<'signIn' | 'signUp'>) => {
    switch (view.route) {
      case 'signIn':
        return 1
      case 'signUp':
        return 2
      default:
        return unreachable(view)
    }
  }
  expectTypeOf(render).returns.toEqualTypeOf<string>()
  expectTypeOf(complete).returns.toEqualTypeOf<1 | 2>()
})

type Returned<Route extends AuthRoute> = ReturnType<(typeof screens)[Route]['show']> &
  ReturnType<(typeof screens)[Route]['act']>
type Own<Route extends AuthRoute> = Omit<AuthViews[Route], keyof BaseView | 'route'>

/** Each interface by both ways of comparing: what is said is there, and nothing is left unsaid. */
type Drifted = {
  [Route in AuthRoute]: [Returned<Route>] extends [Own<Route>]
    ? [Own<Route>] extends [Returned<Route>]
      ? [keyof Own<Route>] extends [keyof Returned<Route>]
        ? AuthViews[Route]['route'] extends Route
          ? never
          : Route
        : Route
      : Route
    : Route
}[AuthRoute]

test('the interfaces of the views are what the screens return', () => {
  expectTypeOf<keyof AuthViews>().toEqualTypeOf<AuthRoute>()
  expectTypeOf<Drifted>().toEqualTypeOf<never>()
  expectTypeOf<ViewOf<'signIn'>>().toEqualTypeOf<SignInView>()
  expectTypeOf<AuthView>().toEqualTypeOf<ViewOf<AuthRoute>>()
})

test('leaves and failure codes are closed unions of literals', () => {
  expectTypeOf<'signIn.editing'>().toExtend<AuthPath>()
  expectTypeOf<'signIn'>().not.toExtend<AuthPath>()
  expectTypeOf<string>().not.toExtend<AuthPath>()
  expectTypeOf<'incorrectCredentials' | 'unknown'>().toExtend<FailureCode>()
  expectTypeOf<string>().not.toExtend<FailureCode>()
})
