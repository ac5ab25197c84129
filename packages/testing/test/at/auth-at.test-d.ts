import {
  type AuthRoute,
  type AuthViews,
  defineStep,
  type PendingLeaf,
  StepError,
} from '@authchart/machine'
import { expectTypeOf, test } from 'vitest'
import { authAt, type PendingAt, type PlaceFacts } from '../../src/at.ts'

test('the facts of a screen compile', () => {
  authAt('signIn')
  authAt('confirmSignIn', { mfaType: 'SMS', failure: 'codeMismatch' })
  authAt('confirmSignUp', { isPending: true, pending: 'resending' })
  authAt('signedIn', { pending: 'changingPassword', profile: { isLoading: true } })
  authAt('signIn', { answers: { signIn: 'SMS_MFA', signUp: 'usernameExists' } })
})

test('others are compile errors', () => {
  // @ts-expect-error there is no such screen
  authAt('login')
  // @ts-expect-error a fact of another screen
  authAt('signUp', { mfaType: 'SMS' })
  // @ts-expect-error no second factor
  authAt('confirmSignIn', { mfaType: 'FAX' })
  // @ts-expect-error no request of a sign-up checks a code
  authAt('signUp', { failure: 'codeMismatch' })
  // @ts-expect-error the notice of another screen
  authAt('signIn', { notice: 'passwordChanged' })
  // @ts-expect-error this screen sends no code again
  authAt('signIn', { pending: 'resending' })
  // @ts-expect-error a failure is shown once the request has ended
  authAt('confirmSignIn', { failure: 'codeMismatch', isPending: true })
  // @ts-expect-error the answer to another request
  authAt('confirmSignUp', { answers: { confirmSignUp: 'SMS_MFA' } })
  // @ts-expect-error it is not known yet who is signed in
  authAt('restoring', { user: {} })
})

const terms = defineStep({
  route: 'acceptTerms',
  at: 'beforeSignedIn',
  isNeeded: () => true,
  show: () => ({ version: 3 }),
  actions: { accept: async (_input: { newsletter: boolean }) => undefined },
})
const invitation = defineStep({
  route: 'enterInvitation',
  at: 'beforeSignUp',
  isNeeded: () => true,
  actions: { enter: async (_input: { code: string }) => undefined },
})
const steps = [terms, invitation] as const

test('steps of the app compile, with the types of their views and actions', () => {
  const view = authAt('acceptTerms', { steps, user: { name: 'Ada' }, pending: 'accept' }).getView()
  if (view.route === 'acceptTerms') expectTypeOf(view.version).toEqualTypeOf<number>()
  authAt('enterInvitation', { steps, username: 'ada', failure: new StepError('unknown') })
  authAt('signIn', {
    steps: [terms],
    failure: 'network',
    answers: {
      signIn: 'tokens',
      'acceptTerms.accept': (input) => expectTypeOf(input).toEqualTypeOf<{ newsletter: boolean }>(),
    },
  })
  // @ts-expect-error there is no such step
  authAt('chooseTenant', { steps })
  // @ts-expect-error the steps are missing
  authAt('acceptTerms')
  // @ts-expect-error before the sign-up there is no user
  authAt('enterInvitation', { steps, user: { name: 'Ada' } })
  // @ts-expect-error the action of another step
  authAt('acceptTerms', { steps, pending: 'enter' })
  // @ts-expect-error no failure of a step
  authAt('acceptTerms', { steps, failure: 'codeMismatch' })
  // @ts-expect-error there is no such action
  authAt('acceptTerms', { steps, answers: { 'acceptTerms.enter': 'done' } })
  // @ts-expect-error a fact of another screen
  authAt('signIn', { steps, mfaType: 'SMS' })
})

type FactName = { [Route in AuthRoute]: keyof PlaceFacts[Route] }[AuthRoute]
type ViewMember = { [Route in AuthRoute]: keyof AuthViews[Route] }[AuthRoute]
type DataOf<View> = {
  [Key in keyof View]: View[Key] extends (...input: never[]) => unknown ? never : Key
}[keyof View]
type Data = { [Route in AuthRoute]: DataOf<AuthViews[Route]> }[AuthRoute]

/** For all screens, or derived from another fact. */
type Others =
  | 'route'
  | 'isPending'
  | 'pending'
  | 'failure'
  | 'notice'
  | 'canResend'
  | 'greeting'
  | 'hasHostedUi'
  | 'hasPasskeys'

test('facts have the names of the views, which have no other data', () => {
  expectTypeOf<Exclude<FactName, ViewMember>>().toEqualTypeOf<never>()
  expectTypeOf<Exclude<Data, FactName | Others>>().toEqualTypeOf<never>()
  expectTypeOf<{ [Route in AuthRoute]: PendingAt<Route> }[AuthRoute]>().toEqualTypeOf<PendingLeaf>()
})
