import { rest } from './failure-recorder.ts'
import { federate, hosted, landing } from './hosted-places.ts'
import {
  type Asked,
  devicePool,
  enter,
  fresh,
  home,
  isAt,
  type Opening,
  type Place,
  preferEmail,
  signIn,
  start,
  tells,
  view,
  type Way,
  walkIn,
  ways,
} from './operation-ways.ts'
import {
  control,
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  signUp,
} from './sandbox-auth.ts'

/** A way that asks for more than one thing, or that asks from another screen. */
export interface LongerWay extends Way {
  /** The requests to look at, as many of each operation as it is named. */
  readonly asks: readonly Asked[]
}

type SandboxOptions = NonNullable<Parameters<typeof openPage>[0]>

const withSrp = { config: {} }
const isHome = isAt('signedIn')
const appPool = { ...mfaPool('ON'), EmailMfaConfiguration: null }

/** At the sign-in form, in a sandbox of some kind. */
async function before(
  options: SandboxOptions,
  attributes: Record<string, string>,
  opening?: Opening,
): Promise<Place> {
  const page = openPage(options)
  await createUser(page, attributes)
  const place = enter(page, opening)
  await settled(place.auth, 'signIn')
  return place
}

/** Walks on until the route is there. */
async function until(place: Place, route: Parameters<typeof isAt>[0]): Promise<Place> {
  await walkIn(place)
  await settled(place.auth, route)
  return place
}

const question = {
  defineAuthChallenge(event) {
    event.response.challengeName = 'CUSTOM_CHALLENGE'
    event.response.issueTokens = event.request.session.some(
      ({ challengeResult }) => challengeResult,
    )
    return event
  },
  createAuthChallenge(event) {
    event.response.privateChallengeParameters = { answer: '1' }
    return event
  },
  verifyAuthChallengeResponse(event) {
    event.response.answerCorrect = event.request.challengeAnswer === '1'
    return event
  },
} satisfies SandboxOptions['triggers']

const signInByQuestion = (place: Place) =>
  view(place, 'signIn').submit({ username: email, authFlowType: 'CUSTOM_AUTH' })

/** An hour and more later: a refresh is due before anything else. */
const letExpire = (place: Place) => control(place.page, '/clock', { advanceMs: 7_200_000 })

export const longerWays: Readonly<Record<string, LongerWay>> = {
  'sign-in by SRP': {
    start: (opening) => start({ ...opening, ...withSrp }),
    asks: ['InitiateAuth', 'RespondToAuthChallenge'],
    act: signIn,
    isDone: isHome,
  },
  'sign-in with a device that is known': {
    async start(opening) {
      const pool = { ...mfaPool('OPTIONAL'), ...devicePool(false) }
      const place = await start({ ...opening, ...withSrp }, pool)
      await preferEmail(place.page)
      await until(place, 'confirmSignIn')
      await until(place, 'signedIn')
      view(place, 'signedIn').signOut()
      await settled(place.auth, 'signIn')
      return place
    },
    asks: [
      'InitiateAuth',
      'RespondToAuthChallenge',
      'RespondToAuthChallenge',
      'RespondToAuthChallenge',
    ],
    act: signIn,
    isDone: isHome,
  },
  'sign-in before the address is confirmed': {
    async start(opening) {
      const page = openPage()
      await signUp(page.load())
      const place = enter(page, opening)
      ;(await settled(place.auth, 'confirmSignUp')).goSignIn()
      return place
    },
    asks: ['InitiateAuth', 'ResendConfirmationCode'],
    act: signIn,
    goOn: walkIn,
    isDone: isHome,
  },
  'sign-in after a forced reset': {
    async start(opening) {
      const place = await start(opening)
      await mustCallCognito(place.page, 'AdminResetUserPassword', { Username: email })
      return place
    },
    asks: ['InitiateAuth', 'ForgotPassword'],
    act: signIn,
    goOn(place) {
      if (isAt('signIn')(place)) return signIn(place)
      const reset = view(place, 'resetPassword')
      if (reset.failure && reset.canResend) return reset.resend()
      return ways.ConfirmForgotPassword.act(place)
    },
    isDone: isHome,
  },
  'confirmed sign-up, then in by itself': {
    start: (opening) => ways.ConfirmSignUp.start({ ...opening, ...withSrp }),
    asks: ['InitiateAuth', 'RespondToAuthChallenge'],
    act: walkIn,
    isDone: isHome,
  },
  'sign-up that needs no code, then in by itself': {
    async start(opening) {
      const preSignUp: NonNullable<SandboxOptions['triggers']>['preSignUp'] = (event) => {
        event.response.autoConfirmUser = true
        return event
      }
      const place = enter(openPage({ triggers: { preSignUp } }), opening)
      ;(await settled(place.auth, 'signIn')).goSignUp()
      return place
    },
    asks: ['SignUp', 'InitiateAuth'],
    act: ways.SignUp.act,
    goOn: (place) => ways.SignUp.goOn?.(place),
    isDone: isAt('verifyContact'),
  },
  'reset, then in by itself': {
    ...ways.ConfirmForgotPassword,
    asks: ['InitiateAuth'],
  },
  'a temporary password': {
    async start(opening) {
      const page = openPage()
      await mustCallCognito(page, 'AdminCreateUser', {
        Username: email,
        TemporaryPassword: password,
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
      })
      const place = enter(page, opening)
      await settled(place.auth, 'signIn')
      return until(place, 'newPassword')
    },
    asks: ['RespondToAuthChallenge'],
    act: (place) => view(place, 'newPassword').submit({ password: fresh }),
    goOn(place) {
      const now = place.auth.getView()
      if (now.route === 'newPassword') return now.submit({ password: fresh })
      const isChanged = now.failure?.code === 'challengeUsed'
      view(place, 'signIn').submit({ username: email, password: isChanged ? fresh : password })
    },
    isDone: isHome,
  },
  'a choice of factors': {
    async start(opening) {
      const withPhone = { phone_number: '+4915112345678', phone_number_verified: 'true' }
      const place = await before({ pool: mfaPool('OPTIONAL') }, withPhone, opening)
      const on = { Enabled: true, PreferredMfa: false }
      const factors = { SMSMfaSettings: on, EmailMfaSettings: on }
      await mustCallCognito(place.page, 'AdminSetUserMFAPreference', {
        Username: email,
        ...factors,
      })
      return until(place, 'selectMfaType')
    },
    asks: ['RespondToAuthChallenge'],
    act: walkIn,
    isDone: isHome,
  },
  'an authenticator app on the way in': {
    start: (opening) => before({ pool: appPool }, {}, opening),
    asks: ['AssociateSoftwareToken'],
    act: walkIn,
    isDone: isHome,
  },
  'the first code of an authenticator app': {
    start: async (opening) => until(await before({ pool: appPool }, {}, opening), 'setupTotp'),
    asks: ['VerifySoftwareToken', 'RespondToAuthChallenge'],
    act: walkIn,
    isDone: isHome,
  },
  'an authenticator app that is set up in the account': {
    start: (opening) => ways.VerifySoftwareToken.start(opening),
    asks: ['SetUserMFAPreference'],
    act: walkIn,
    goOn(place) {
      const now = place.auth.getView()
      if (now.route === 'setupTotp') now.retry()
    },
    isDone: tells('totpVerified'),
  },
  'an e-mail address as a factor': {
    async start(opening) {
      const pool = { ...mfaPool('ON'), AutoVerifiedAttributes: [] }
      const place = await before({ pool }, { email_verified: 'false' }, opening)
      await until(place, 'selectMfaType')
      return until(place, 'setupEmail')
    },
    asks: ['RespondToAuthChallenge'],
    act: walkIn,
    isDone: isHome,
  },
  'a question of the pool’s own': {
    async start(opening) {
      const place = await before({ triggers: question }, {}, opening)
      signInByQuestion(place)
      await settled(place.auth, 'customChallenge')
      return place
    },
    asks: ['RespondToAuthChallenge'],
    act: (place) => view(place, 'customChallenge').submit({ answer: '1' }),
    goOn(place) {
      if (isAt('signIn')(place)) return signInByQuestion(place)
      view(place, 'customChallenge').submit({ answer: '1' })
    },
    isDone: isHome,
  },
  'a contact that is not verified': {
    async start(opening) {
      const place = await before({}, { email_verified: 'false' }, opening)
      return until(place, 'verifyContact')
    },
    asks: ['GetUserAttributeVerificationCode'],
    act: (place) => view(place, 'verifyContact').submit({ attribute: 'email' }),
    isDone: isAt('confirmContact'),
  },
  'a further code for a contact': {
    async start(opening) {
      const place = await home(opening)
      view(place, 'signedIn').verifyAttribute({ attribute: 'email' })
      await settled(place.auth, 'confirmContact')
      await control(place.page, '/clock', { advanceMs: 31_000 })
      // The timer does not follow a clock that was moved; the screen looks at it when it is entered.
      view(place, 'confirmContact').submit({ code: '000000' })
      await settled(place.auth, 'confirmContact')
      return place
    },
    asks: ['GetUserAttributeVerificationCode'],
    act: (place) => view(place, 'confirmContact').resend(),
    isDone: tells('codeSent'),
  },
  'a refresh when the page loads': {
    async start(opening) {
      const place = await home(opening)
      await letExpire(place)
      return place
    },
    asks: ['GetTokensFromRefreshToken'],
    async act(place) {
      place.reload()
      await rest(place)
      // Somebody who needs the tokens need not wait for the next try.
      await place.auth.getSession().catch(() => undefined)
    },
    isDone: isHome,
  },
  'a refresh before a task': {
    ...ways.UpdateUserAttributes,
    async start(opening) {
      const place = await home(opening)
      await letExpire(place)
      return place
    },
    asks: ['GetTokensFromRefreshToken'],
  },
  'what follows a change of attributes': {
    ...ways.UpdateUserAttributes,
    async start(opening) {
      const place = await home(opening)
      view(place, 'signedIn').loadProfile()
      await rest(place)
      return place
    },
    asks: ['GetTokensFromRefreshToken', 'GetUser'],
    goOn: (place) => view(place, 'signedIn').loadProfile(),
    isDone: (place) => view(place, 'signedIn').profile.data?.attributes.name === 'Grace',
  },
  'back from the hosted UI': {
    start: hosted,
    asks: ['oauth2/token'],
    act: landing,
    isDone: isHome,
  },
  'a token of another provider': {
    start: hosted,
    asks: ['GetId', 'GetCredentialsForIdentity'],
    act: federate,
    isDone: isHome,
  },
}
