import { type AuthNotice, type AuthRoute, type FailureCode, routeOf } from '@authchart/machine'
import { type authMachine, pathOf } from '@authchart/machine/xstate'
import { challenges } from '../catalogue/challenges.ts'
import { type Outcome, outcomes, toError } from '../catalogue/outcome.ts'
import { rejectionsWith } from './answers.ts'
import { failuresAt, noticesAt } from './messages-at.ts'
import { pendingCourse, pendingLeaves } from './pending-places.ts'
import {
  type AnyFacts,
  codeSent,
  cooldownMs,
  nextContactCourse,
  restingCourse,
} from './resting-places.ts'
import {
  type Answer,
  type Course,
  type End,
  type ScriptedChart,
  startChart,
} from './scripted-chart.ts'

/** What a screen is to say. */
export interface Message {
  readonly failure?: FailureCode | undefined
  readonly notice?: AuthNotice | undefined
}

/** As the view had it while it was in flight. */
export interface FailedRequest {
  readonly route: AuthRoute
  readonly pending: string
}

/**
 * Starts a chart in which a screen says something: a request ends so that it does.
 *
 * @throws TypeError if no request of the chart does.
 */
export function startWithMessage(
  route: AuthRoute,
  facts: AnyFacts,
  message: Message,
  answer: Answer,
  machine?: typeof authMachine,
): ScriptedChart & { readonly request?: FailedRequest } {
  const { failure, notice } = message
  const failures: readonly string[] = failuresAt[route]
  const notices: readonly string[] = noticesAt[route]
  const isKnown = failure ? failures.includes(failure) : notices.includes(notice ?? '')
  if (!isKnown) throw new TypeError(`${route} never shows "${failure ?? notice}"`)
  for (const { course, request } of coursesTo(route, facts, message)) {
    const chart = startChart(course, answer, machine)
    const snapshot = chart.actor.getSnapshot()
    const { context } = snapshot
    const isSaid = context.failure?.code === failure && context.notice === notice
    if (isSaid && routeOf[pathOf(snapshot)] === route && !snapshot.hasTag('pending')) {
      return { ...chart, ...(failure && request && { request }) }
    }
    chart.actor.stop()
  }
  throw new TypeError(`${route} never shows "${failure ?? notice}" with these facts`)
}

function* coursesTo(
  route: AuthRoute,
  facts: AnyFacts,
  { failure, notice }: Message,
): Generator<{ readonly course: Course; readonly request?: FailedRequest }> {
  if (notice === 'linkWaits') yield { course: withLink(route, facts) }
  if (notice === 'signedOutElsewhere') yield { course: signedOutElsewhere(facts) }
  if (notice === 'codeSent') yield { course: withNewCode(route, facts) }
  if (notice === 'contactConfirmed' && route === 'confirmContact') {
    yield { course: nextContactCourse(facts) }
  }
  // The chart itself rejects a choice that is not there.
  if (failure === 'mfaNotSetUp' && route === 'selectMfaType') {
    yield { course: withOtherMfaType(facts) }
  }
  const origins = notice ? sourcesOf(notice) : from(route)
  for (const [other, only] of origins) {
    for (const leaf of only ? [only] : pendingLeaves(other, facts)) {
      const course = pendingCourse(other, leaf, facts)
      const request = requestAt(other, leaf)
      for (const outcome of outcomesWith(request, failure)) {
        yield {
          course: { ...course, ends: [...course.ends, endOf(outcome)] },
          request: { route: other, pending: leaf },
        }
      }
    }
  }
}

/** What Cognito offers in place of a factor is no rejection. */
function outcomesWith(request: string, failure: FailureCode | undefined): readonly Outcome[] {
  const isOffer = failure === undefined || failure === 'factorNotAvailable'
  return isOffer ? successesOf(request) : rejectionsWith(request, failure)
}

type Source = readonly [route: AuthRoute, leaf?: string]

/** The routes with the given one first: most failures are of a request of the same screen. */
function from(route: AuthRoute): readonly Source[] {
  return [...new Set([route, ...Object.values(routeOf)])].map((one) => [one])
}

/** The request that ends with a notice. */
function sourcesOf(notice: AuthNotice): readonly Source[] {
  const source = sources[notice]
  return source ? [source] : []
}

const sources: { readonly [Notice in AuthNotice]?: Source } = {
  attributesDeleted: ['signedIn', 'deletingAttributes'],
  attributesUpdated: ['signedIn', 'updatingAttributes'],
  contactConfirmed: ['confirmContact', 'submitting'],
  deviceForgotten: ['signedIn', 'forgetting'],
  deviceRemembered: ['signedIn', 'remembering'],
  mfaPreferenceSet: ['signedIn', 'settingMfaPreference'],
  passkeyDeleted: ['signedIn', 'deletingPasskey'],
  passkeyRegistered: ['signedIn', 'completing'],
  passwordChanged: ['signedIn', 'changingPassword'],
  passwordReset: ['resetPassword', 'signingIn'],
  signUpConfirmed: ['confirmSignUp', 'signingIn'],
  totpVerified: ['setupTotp', 'preferring'],
  userDeleted: ['signingOut', 'ending'],
}

const requests = new Map<string, string>()

/** The request that a screen waits for. */
function requestAt(route: AuthRoute, leaf: string): string {
  const key = `${route}.${leaf}`
  const known = requests.get(key)
  if (known) return known
  const { actor, inFlight = '' } = startChart(pendingCourse(route, leaf, {}), () => undefined)
  actor.stop()
  requests.set(key, inFlight)
  return inFlight
}

const successesOf = (request: string): readonly Outcome[] =>
  outcomes.filter(({ actor, rejection }) => actor === request && !rejection)

const endOf = ({ output, rejection }: Outcome): End =>
  rejection ? { error: toError(rejection) } : { output: output?.(Date.now()) }

/** A link from a mail is opened while a user is signed in. */
function withLink(route: AuthRoute, facts: AnyFacts): Course {
  const course = restingCourse(route, facts)
  const link = {
    type: 'link.opened',
    route: 'signUp',
    username: undefined,
    code: undefined,
  } as const
  return { ...course, events: [...course.events, link] }
}

function withNewCode(route: AuthRoute, facts: AnyFacts): Course {
  const course = pendingCourse(route, 'resending', facts)
  const output = route === 'confirmSignIn' ? nextChallenge(facts) : codeSent(facts)
  return { ...course, ends: [...course.ends, { output }] }
}

function withOtherMfaType(facts: AnyFacts): Course {
  const { options = ['SMS', 'TOTP'] } = facts
  const course = restingCourse('selectMfaType', { ...facts, options })
  const mfaType = (['EMAIL', 'SMS', 'TOTP'] as const).find((type) => !options.includes(type))
  const chosen = mfaType && ({ type: 'selectMfaType.submit', mfaType } as const)
  return { ...course, events: [...course.events, ...(chosen ? [chosen] : [])] }
}

/** The challenge of a first factor that is requested again. */
function nextChallenge({ mfaType = 'SMS', destination, otherFactors, resendAt }: AnyFacts): object {
  const { SMS_OTP } = challenges
  return {
    ...SMS_OTP,
    mfaType,
    destination: destination ?? SMS_OTP.destination,
    factors: otherFactors ?? [],
    issuedAt: (resendAt ?? Date.now()) - cooldownMs,
  }
}

function signedOutElsewhere(facts: AnyFacts): Course {
  const course = restingCourse('signedIn', facts)
  return { ...course, events: [...course.events, { type: 'session.ended', failure: undefined }] }
}
