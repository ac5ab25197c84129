import {
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  signUp,
} from '../sandbox-auth.ts'
import {
  type App,
  changedPassword,
  continueSignIn,
  devicePool,
  hasNotice,
  isAt,
  type Opening,
  openApp,
  preferEmail,
  signIn,
  start,
  view,
} from './app.ts'
import { type MultiRequestScenario, operationScenarios } from './operation-scenarios.ts'

type SandboxOptions = NonNullable<Parameters<typeof openPage>[0]>

const withSrp = { config: {} }
const isHome = isAt('signedIn')
const appPool = { ...mfaPool('ON'), EmailMfaConfiguration: null }

/** At the sign-in form of a sandbox with these options. */
export async function before(
  options: SandboxOptions,
  attributes: Record<string, string>,
  opening?: Opening,
): Promise<App> {
  const page = openPage(options)
  await createUser(page, attributes)
  const app = openApp(page, opening)
  await settled(app.auth, 'signIn')
  return app
}

/** Continues the sign-in up to a route. */
export async function until(app: App, route: Parameters<typeof isAt>[0]): Promise<App> {
  await continueSignIn(app)
  await settled(app.auth, route)
  return app
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

const signInByQuestion = (app: App) =>
  view(app, 'signIn').submit({ username: email, authFlowType: 'CUSTOM_AUTH' })

/** Each sign-in of more than one request, or in more than one step. */
export const signInScenarios: Readonly<Record<string, MultiRequestScenario>> = {
  'sign-in by SRP': {
    start: (opening) => start({ ...opening, ...withSrp }),
    requests: ['InitiateAuth', 'RespondToAuthChallenge'],
    act: signIn,
    isDone: isHome,
  },
  'sign-in with a device that is known': {
    async start(opening) {
      const pool = { ...mfaPool('OPTIONAL'), ...devicePool(false) }
      const app = await start({ ...opening, ...withSrp }, pool)
      await preferEmail(app.page)
      await until(app, 'confirmSignIn')
      await until(app, 'signedIn')
      view(app, 'signedIn').signOut()
      await settled(app.auth, 'signIn')
      return app
    },
    requests: [
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
      const app = openApp(page, opening)
      ;(await settled(app.auth, 'confirmSignUp')).goSignIn()
      return app
    },
    requests: ['InitiateAuth', 'ResendConfirmationCode'],
    act: signIn,
    next: continueSignIn,
    isDone: isHome,
  },
  'sign-in after a forced reset': {
    async start(opening) {
      const app = await start(opening)
      await mustCallCognito(app.page, 'AdminResetUserPassword', { Username: email })
      return app
    },
    requests: ['InitiateAuth', 'ForgotPassword'],
    act: signIn,
    next(app) {
      if (isAt('signIn')(app)) return signIn(app)
      const reset = view(app, 'resetPassword')
      if (reset.failure && reset.canResend) return reset.resend()
      return operationScenarios.ConfirmForgotPassword.act(app)
    },
    isDone: isHome,
  },
  'confirmed sign-up, then in by itself': {
    start: (opening) => operationScenarios.ConfirmSignUp.start({ ...opening, ...withSrp }),
    requests: ['InitiateAuth', 'RespondToAuthChallenge'],
    act: continueSignIn,
    isDone: isHome,
  },
  'sign-up that needs no code, then in by itself': {
    async start(opening) {
      const preSignUp: NonNullable<SandboxOptions['triggers']>['preSignUp'] = (event) => {
        event.response.autoConfirmUser = true
        return event
      }
      const app = openApp(openPage({ triggers: { preSignUp } }), opening)
      ;(await settled(app.auth, 'signIn')).goSignUp()
      return app
    },
    requests: ['SignUp', 'InitiateAuth'],
    act: operationScenarios.SignUp.act,
    next: (app) => operationScenarios.SignUp.next?.(app),
    isDone: isAt('verifyContact'),
  },
  'reset, then in by itself': {
    ...operationScenarios.ConfirmForgotPassword,
    requests: ['InitiateAuth'],
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
      const app = openApp(page, opening)
      await settled(app.auth, 'signIn')
      return until(app, 'newPassword')
    },
    requests: ['RespondToAuthChallenge'],
    act: (app) => view(app, 'newPassword').submit({ password: changedPassword }),
    next(app) {
      const now = app.auth.getView()
      if (now.route === 'newPassword') return now.submit({ password: changedPassword })
      const isChanged = now.failure?.code === 'challengeUsed'
      view(app, 'signIn').submit({
        username: email,
        password: isChanged ? changedPassword : password,
      })
    },
    isDone: isHome,
  },
  'a choice of factors': {
    async start(opening) {
      const withPhone = { phone_number: '+4915112345678', phone_number_verified: 'true' }
      const app = await before({ pool: mfaPool('OPTIONAL') }, withPhone, opening)
      const on = { Enabled: true, PreferredMfa: false }
      const factors = { SMSMfaSettings: on, EmailMfaSettings: on }
      await mustCallCognito(app.page, 'AdminSetUserMFAPreference', {
        Username: email,
        ...factors,
      })
      return until(app, 'selectMfaType')
    },
    requests: ['RespondToAuthChallenge'],
    act: continueSignIn,
    isDone: isHome,
  },
  'an authenticator app during sign-in': {
    start: (opening) => before({ pool: appPool }, {}, opening),
    requests: ['AssociateSoftwareToken'],
    act: continueSignIn,
    isDone: isHome,
  },
  'the first code of an authenticator app': {
    start: async (opening) => until(await before({ pool: appPool }, {}, opening), 'setupTotp'),
    requests: ['VerifySoftwareToken', 'RespondToAuthChallenge'],
    act: continueSignIn,
    isDone: isHome,
  },
  'an authenticator app that is set up in the account': {
    start: (opening) => operationScenarios.VerifySoftwareToken.start(opening),
    requests: ['SetUserMFAPreference'],
    act: continueSignIn,
    next(app) {
      const now = app.auth.getView()
      if (now.route === 'setupTotp') now.retry()
    },
    isDone: hasNotice('totpVerified'),
  },
  'an e-mail address as a factor': {
    async start(opening) {
      const pool = { ...mfaPool('ON'), AutoVerifiedAttributes: [] }
      const app = await before({ pool }, { email_verified: 'false' }, opening)
      await until(app, 'selectMfaType')
      return until(app, 'setupEmail')
    },
    requests: ['RespondToAuthChallenge'],
    act: continueSignIn,
    isDone: isHome,
  },
  'a question of the pool’s own': {
    async start(opening) {
      const app = await before({ triggers: question }, {}, opening)
      signInByQuestion(app)
      await settled(app.auth, 'customChallenge')
      return app
    },
    requests: ['RespondToAuthChallenge'],
    act: (app) => view(app, 'customChallenge').submit({ answer: '1' }),
    next(app) {
      if (isAt('signIn')(app)) return signInByQuestion(app)
      view(app, 'customChallenge').submit({ answer: '1' })
    },
    isDone: isHome,
  },
}
