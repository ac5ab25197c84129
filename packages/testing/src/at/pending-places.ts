import { type AuthEvent, type AuthRoute, type AuthUser, Secret } from '@authchart/machine'
import { answers } from '../catalogue/answers.ts'
import { challenges } from '../catalogue/challenges.ts'
import { payloads } from '../catalogue/payloads.ts'
import { delivery, hostedUiUser, user } from '../catalogue/person.ts'
import type { PendingAt } from './place-facts.ts'
import { type AnyFacts, restingCourse } from './resting-places.ts'
import type { Course, End } from './scripted-chart.ts'

type Courses = {
  readonly [Route in AuthRoute]: {
    readonly [Leaf in PendingAt<Route>]: (facts: AnyFacts) => Course
  }
}

/** The request of each screen: that of its first button, or the first one that the screen waits for. */
function usualPending(route: AuthRoute, { isVerified, canRetry, user }: AnyFacts): string {
  switch (route) {
    case 'restoring':
      return 'reading'
    case 'redirecting':
      return 'signingIn'
    case 'signingOut':
      return 'revoking'
    case 'signedIn':
      return 'updatingAttributes'
    case 'passkeyPrompt':
      return 'creating'
    case 'passkey':
      return 'signing'
    case 'setupTotp':
      if (isVerified) return user ? 'preferring' : 'submitting'
      return canRetry ? 'associating' : 'verifying'
    default:
      return 'submitting'
  }
}

/** The requests that a screen can wait for, the usual one first. */
export function pendingLeaves(route: AuthRoute, facts: AnyFacts): readonly string[] {
  return [...new Set([usualPending(route, facts), ...Object.keys(courses[route])])]
}

/** The course to a screen with a request in flight. */
export function pendingCourse(route: AuthRoute, leaf: string, facts: AnyFacts): Course {
  const byLeaf: Readonly<Record<string, (facts: AnyFacts) => Course>> = courses[route]
  const courseOf = byLeaf[leaf]
  if (!courseOf) throw new TypeError(`${route} never waits for "${leaf}"`)
  return courseOf(facts)
}

function after(
  route: AuthRoute,
  type: AuthEvent['type'],
  ends: readonly End[] = [],
): (facts: AnyFacts) => Course {
  return (facts) => then(restingCourse(route, facts), sent(type, facts), ends)
}

const then = (course: Course, event: AuthEvent, ends: readonly End[] = []): Course => ({
  ...course,
  events: [...course.events, event],
  ends: [...course.ends, ...ends],
})

/** An event with the first example of its payload, and the user name of the screen. */
function sent(type: AuthEvent['type'], { username }: AnyFacts, index = 0): AuthEvent {
  const payload = payloads[type][index] ?? {}
  const named = username !== undefined && 'username' in payload && { username }
  return { ...payload, ...named, type } as AuthEvent
}

const done: End = { output: undefined }

const found = (facts: AnyFacts, more: object): End => ({
  output: { user: { ...user, ...facts.user }, unfinished: undefined, ...more },
})

/** A code can be sent again once the last one had its time. */
const cooled = (facts: AnyFacts): AnyFacts => ({ ...facts, resendAt: 0 })

const resent =
  (route: 'confirmSignUp' | 'resetPassword' | 'confirmContact') =>
  (facts: AnyFacts): Course =>
    after(route, `${route}.resend`)(cooled(facts))

const retried =
  (known: AnyFacts) =>
  (facts: AnyFacts): Course =>
    after('setupTotp', 'setupTotp.retry')({ ...known, ...facts, ...known })

/** The leaves of the registration of a passkey. */
function registering(route: 'signedIn' | 'passkeyPrompt', type: AuthEvent['type']) {
  const requested: End = { output: answers.startPasskeyRegistration['a request'](0) }
  const created: End = { output: answers.createPasskey['a passkey'](0) }
  return {
    starting: after(route, type),
    creating: after(route, type, [requested]),
    completing: after(route, type, [requested, created]),
  }
}

const courses: Courses = {
  restoring: {
    reading: (facts) => restingCourse('restoring', facts),
    completing: (facts) => {
      const course = restingCourse('restoring', facts)
      const answer = new Secret('https://example.com/?code=code-canary&state=state')
      return { ...course, input: { ...course.input, answer } }
    },
    refreshing: (facts) => ({
      ...restingCourse('restoring', facts),
      ends: [found(facts, { kind: 'due' })],
    }),
    confirming: (facts) => ({
      ...restingCourse('restoring', facts),
      ends: [{ output: answers.readSession['a session, with a device to confirm']?.(0) }],
    }),
  },
  signIn: {
    submitting: after('signIn', 'signIn.submit'),
    federating: after('signIn', 'signIn.federate'),
  },
  redirecting: {
    signingIn: after('signIn', 'signIn.redirect'),
    signingOut: (facts) =>
      after('signedIn', 'signOut', [done])({
        providers: ['Google'],
        ...facts,
        user: { ...hostedUiUser, ...facts.user } as AuthUser,
      }),
  },
  selectFactor: { submitting: after('selectFactor', 'selectFactor.submit') },
  confirmSignIn: {
    submitting: after('confirmSignIn', 'confirmSignIn.submit'),
    resending: (facts) =>
      after(
        'confirmSignIn',
        'confirmSignIn.resend',
      )({
        ...facts,
        factor: 'first',
        mfaType: facts.mfaType === 'TOTP' ? 'SMS' : facts.mfaType,
      }),
  },
  passkey: {
    requesting: after('passkey', 'passkey.submit'),
    signing: after('passkey', 'passkey.submit', [{ output: challenges.WEB_AUTHN }]),
    answering: after('passkey', 'passkey.submit', [
      { output: challenges.WEB_AUTHN },
      { output: answers.getPasskey['a passkey'](0) },
    ]),
  },
  customChallenge: { submitting: after('customChallenge', 'customChallenge.submit') },
  selectMfaType: {
    submitting: ({ options = ['SMS', 'TOTP'], ...facts }) => {
      const [mfaType = 'SMS'] = options
      const course = restingCourse('selectMfaType', { ...facts, options })
      return then(course, { type: 'selectMfaType.submit', mfaType })
    },
  },
  setupTotp: {
    associating: retried({ canRetry: true }),
    verifying: after('setupTotp', 'setupTotp.submit'),
    submitting: retried({ isVerified: true }),
    preferring: (facts) => retried({ isVerified: true })({ user: {}, ...facts }),
  },
  setupEmail: { submitting: after('setupEmail', 'setupEmail.submit') },
  newPassword: { submitting: after('newPassword', 'newPassword.submit') },
  signUp: {
    submitting: after('signUp', 'signUp.submit'),
    signingIn: after('signUp', 'signUp.submit', [
      { output: { kind: 'confirmed', delivery, resendAt: 0 } },
    ]),
  },
  confirmSignUp: {
    submitting: after('confirmSignUp', 'confirmSignUp.submit'),
    resending: resent('confirmSignUp'),
    signingIn: after('confirmSignUp', 'confirmSignUp.submit', [done]),
  },
  forgotPassword: { submitting: after('forgotPassword', 'forgotPassword.submit') },
  resetPassword: {
    submitting: after('resetPassword', 'resetPassword.submit'),
    resending: resent('resetPassword'),
    signingIn: after('resetPassword', 'resetPassword.submit', [done]),
  },
  verifyContact: { submitting: after('verifyContact', 'verifyContact.submit') },
  confirmContact: {
    submitting: after('confirmContact', 'confirmContact.submit'),
    resending: resent('confirmContact'),
  },
  passkeyPrompt: registering('passkeyPrompt', 'passkeyPrompt.submit'),
  signedIn: {
    changingPassword: after('signedIn', 'signedIn.changePassword'),
    updatingAttributes: after('signedIn', 'signedIn.updateAttributes'),
    deletingAttributes: after('signedIn', 'signedIn.deleteAttributes'),
    sendingCode: after('signedIn', 'signedIn.verifyAttribute'),
    settingMfaPreference: after('signedIn', 'signedIn.setMfaPreference'),
    ...registering('signedIn', 'signedIn.registerPasskey'),
    deletingPasskey: after('signedIn', 'signedIn.deletePasskey'),
    deletingUser: after('signedIn', 'signedIn.deleteUser'),
    remembering: after('signedIn', 'signedIn.rememberDevice'),
    forgetting: after('signedIn', 'signedIn.forgetDevice'),
  },
  signingOut: {
    revoking: after('signedIn', 'signOut'),
    revokingAll: (facts) =>
      then(restingCourse('signedIn', facts), { type: 'signOut', global: true }),
    ending: after('signedIn', 'signedIn.deleteUser', [done]),
  },
}
