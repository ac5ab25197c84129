import { expect } from 'vitest'
import type { Operation } from '../../src/cognito/operations.ts'
import { rest } from './failure-recorder.ts'
import {
  type Asked,
  enter,
  home,
  type Place,
  preferEmail,
  signIn,
  start,
  view,
} from './operation-ways.ts'
import {
  control,
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  settled,
  signUp,
  totpCode,
} from './sandbox-auth.ts'

const phone = '+4915112345678'
const temporary = 'Temporary-horse-6'
export const twoHours = 2 * 3_600_000
/** In ms: longer than any test takes. */
export const endless = 60_000
/** In ms: then another code may be asked for. */
export const cooldown = 31_000

type PageOptions = Parameters<typeof openPage>[0]

/** At the sign-in form, with a user of these attributes. */
export async function open(options?: PageOptions, attributes = {}): Promise<Place> {
  const page = openPage(options)
  await createUser(page, attributes)
  const place = enter(page)
  await settled(place.auth, 'signIn')
  return place
}

const meet = ({ page }: Place, operation: Asked, fault: object) =>
  control(page, '/faults', { operation, times: 1, ...fault })

/** In the middle of the request that `act` makes. */
export async function during(place: Place, operation: Asked, act: () => unknown): Promise<Place> {
  await meet(place, operation, { latencyMs: endless })
  const { sent } = place.page
  const sentBefore = sent.length
  await act()
  await expect.poll(() => sent.slice(sentBefore), { interval: 5 }).toContain(operation)
  return place
}

export const drop = (place: Place, operation: Operation) => meet(place, operation, { drop: true })

/** A user with a code by e-mail at each sign-in. */
export async function challenged(pool: object): Promise<Place> {
  const place = await start(undefined, { ...mfaPool('OPTIONAL'), ...pool })
  await preferEmail(place.page)
  signIn(place)
  await settled(place.auth, 'confirmSignIn')
  return place
}

/** Likewise, with an authenticator app that has a name. */
export async function challengedByApp(): Promise<Place> {
  const place = await home()
  view(place, 'signedIn').setupTotp()
  const { secret, submit } = await settled(place.auth, 'setupTotp')
  place.totpSecret = secret?.reveal() ?? ''
  submit({ code: await totpCode(place.page, place.totpSecret), deviceName: 'Pocket phone' })
  ;(await settled(place.auth, 'signedIn')).signOut()
  await settled(place.auth, 'signIn')
  signIn(place)
  await settled(place.auth, 'confirmSignIn')
  return place
}

/** Two questions; the answer to each is its number. */
const triggers: NonNullable<PageOptions>['triggers'] = {
  defineAuthChallenge(event) {
    event.response.challengeName = 'CUSTOM_CHALLENGE'
    event.response.issueTokens = event.request.session.length === 2
    return event
  },
  createAuthChallenge(event) {
    const question = String(event.request.session.length + 1)
    event.response.publicChallengeParameters = { question }
    event.response.privateChallengeParameters = { answer: question }
    return event
  },
  verifyAuthChallengeResponse(event) {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response.answerCorrect = privateChallengeParameters?.answer === challengeAnswer
    return event
  },
}

/** At the second question. */
export async function asked(): Promise<Place> {
  const place = await open({ triggers })
  view(place, 'signIn').submit({ username: email, authFlowType: 'CUSTOM_AUTH' })
  ;(await settled(place.auth, 'customChallenge')).submit({ answer: '1' })
  await rest(place)
  return place
}

export async function choosing(): Promise<Place> {
  const attributes = { phone_number: phone, phone_number_verified: 'true' }
  const place = await open({ pool: mfaPool('OPTIONAL') }, attributes)
  const on = { Enabled: true }
  await mustCallCognito(place.page, 'AdminSetUserMFAPreference', {
    Username: email,
    SMSMfaSettings: on,
    EmailMfaSettings: on,
  })
  signIn(place)
  await settled(place.auth, 'selectMfaType')
  return place
}

/** Where a factor has to be set up, and there are two. */
export async function choosingSetup(): Promise<Place> {
  const pool = { ...mfaPool('ON'), AutoVerifiedAttributes: [] }
  const place = await open({ pool }, { email_verified: 'false' })
  signIn(place)
  await settled(place.auth, 'selectMfaType')
  return place
}

export async function settingUpEmail(): Promise<Place> {
  const place = await choosingSetup()
  view(place, 'selectMfaType').submit({ mfaType: 'EMAIL' })
  return place
}

/** Where an authenticator app is the only factor and everybody needs one. */
export const openAppPool = () => open({ pool: { ...mfaPool('ON'), EmailMfaConfiguration: null } })

export async function settingUpApp(): Promise<Place> {
  const place = await openAppPool()
  signIn(place)
  await settled(place.auth, 'setupTotp')
  return place
}

export async function replacingPassword(): Promise<Place> {
  const page = openPage({ pool: { SchemaAttributes: [{ Name: 'given_name', Required: true }] } })
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    TemporaryPassword: temporary,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  const place = enter(page)
  ;(await settled(place.auth, 'signIn')).submit({ username: email, password: temporary })
  await settled(place.auth, 'newPassword')
  return place
}

export async function confirming(): Promise<Place> {
  const place = enter(openPage())
  await signUp(place.auth)
  return place
}

export async function resetting(): Promise<Place> {
  const place = await open()
  view(place, 'signIn').goForgotPassword()
  view(place, 'forgotPassword').submit({ username: email })
  await settled(place.auth, 'resetPassword')
  return place
}

/** Signed in, with an e-mail that nobody has verified. */
export async function unverified(): Promise<Place> {
  const place = await open({}, { email_verified: 'false' })
  signIn(place)
  await settled(place.auth, 'verifyContact')
  return place
}

export async function confirmingContact(): Promise<Place> {
  const place = await unverified()
  view(place, 'verifyContact').submit({ attribute: 'email' })
  await settled(place.auth, 'confirmContact')
  return place
}

/** Two codes were sent, to be typed in one after the other. */
export async function confirmingTwo(): Promise<Place> {
  const place = await home(undefined, { AutoVerifiedAttributes: ['email', 'phone_number'] })
  const attributes = { email: 'ada.l@example.com', phone_number: phone }
  view(place, 'signedIn').updateAttributes({ attributes })
  await settled(place.auth, 'confirmContact')
  return place
}

/** The same once its cool-down is over; timers go by another clock, so it takes a reload. */
export async function cooledDown(place: Place): Promise<Place> {
  await control(place.page, '/clock', { advanceMs: cooldown })
  place.reload()
  await rest(place)
  return place
}
