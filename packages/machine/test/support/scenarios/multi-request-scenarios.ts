import { rest } from '../failure-recorder.ts'
import { control, settled } from '../sandbox-auth.ts'
import { type App, hasNotice, home, isAt, view } from './app.ts'
import { federate, hosted, signInOnHostedUi } from './hosted-ui-scenarios.ts'
import { type MultiRequestScenario, operationScenarios } from './operation-scenarios.ts'
import { before, signInScenarios, until } from './sign-in-scenarios.ts'

const isHome = isAt('signedIn')

/** Two hours later a refresh is due before any other request. */
const letExpire = (app: App) => control(app.page, '/clock', { advanceMs: 7_200_000 })

export const multiRequestScenarios: Readonly<Record<string, MultiRequestScenario>> = {
  ...signInScenarios,
  'a contact that is not verified': {
    async start(opening) {
      const app = await before({}, { email_verified: 'false' }, opening)
      return until(app, 'verifyContact')
    },
    requests: ['GetUserAttributeVerificationCode'],
    act: (app) => view(app, 'verifyContact').submit({ attribute: 'email' }),
    isDone: isAt('confirmContact'),
  },
  'a further code for a contact': {
    async start(opening) {
      const app = await home(opening)
      view(app, 'signedIn').verifyAttribute({ attribute: 'email' })
      await settled(app.auth, 'confirmContact')
      await control(app.page, '/clock', { advanceMs: 31_000 })
      // The timer does not follow a clock that was moved; the screen looks at it when it is entered.
      view(app, 'confirmContact').submit({ code: '000000' })
      await settled(app.auth, 'confirmContact')
      return app
    },
    requests: ['GetUserAttributeVerificationCode'],
    act: (app) => view(app, 'confirmContact').resend(),
    isDone: hasNotice('codeSent'),
  },
  'a refresh when the page loads': {
    async start(opening) {
      const app = await home(opening)
      await letExpire(app)
      return app
    },
    requests: ['GetTokensFromRefreshToken'],
    async act(app) {
      app.reload()
      await rest(app)
      // A caller that needs the tokens does not wait for the next attempt.
      await app.auth.getSession().catch(() => undefined)
    },
    isDone: isHome,
  },
  'a refresh before a task': {
    ...operationScenarios.UpdateUserAttributes,
    async start(opening) {
      const app = await home(opening)
      await letExpire(app)
      return app
    },
    requests: ['GetTokensFromRefreshToken'],
  },
  'what follows a change of attributes': {
    ...operationScenarios.UpdateUserAttributes,
    async start(opening) {
      const app = await home(opening)
      view(app, 'signedIn').loadProfile()
      await rest(app)
      return app
    },
    requests: ['GetTokensFromRefreshToken', 'GetUser'],
    next: (app) => view(app, 'signedIn').loadProfile(),
    isDone: (app) => view(app, 'signedIn').profile.data?.attributes.name === 'Grace',
  },
  'back from the hosted UI': {
    start: hosted,
    requests: ['oauth2/token'],
    act: signInOnHostedUi,
    isDone: isHome,
  },
  'a token of another provider': {
    start: hosted,
    requests: ['GetId', 'GetCredentialsForIdentity'],
    act: federate,
    isDone: isHome,
  },
}
