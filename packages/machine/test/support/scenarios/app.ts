import type { Auth, AuthRoute, ViewOf } from '../../../src/index.ts'
import {
  control,
  createUser,
  email,
  type LoadOptions,
  lastCode,
  mfaPool,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
  totpCode,
} from '../sandbox-auth.ts'

/** The app in a browser tab. */
export interface App {
  readonly page: Page
  readonly auth: Auth
  /** Loads the page again. */
  readonly reload: () => void
  /** The secret of the authenticator app, after it was shown. */
  totpSecret?: string | undefined
}

/** How the app is opened, e.g. its time-out. */
export type Opening = Pick<LoadOptions, 'timeoutMs' | 'config' | 'navigator'>

/** Signs in without SRP, which is slow and has its own tests. */
export const withoutSrp = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

/** Opens the app over a page, by default without SRP. */
export function openApp(page: Page, { config = withoutSrp, ...opening }: Opening = {}): App {
  let auth = page.load({ config, ...opening })
  const app: App = {
    page,
    get auth() {
      return auth
    },
    reload() {
      auth = page.load({ config, ...opening })
    },
  }
  return app
}

/** At the sign-in form, with a user who can sign in. */
async function start(opening?: Opening, pool: object = mfaPool('OPTIONAL')): Promise<App> {
  const page = openPage({ pool })
  await createUser(page, { name: 'Ada' })
  const app = openApp(page, opening)
  await settled(app.auth, 'signIn')
  return app
}

export async function home(opening?: Opening, pool?: object): Promise<App> {
  const app = await start(opening, pool)
  await submitSignIn(app.auth)
  await settled(app.auth, 'signedIn')
  return app
}

export function view<Route extends AuthRoute>({ auth }: App, route: Route): ViewOf<Route> {
  const view = auth.getView()
  if (view.route !== route) throw new Error(`Not ${route} but ${view.route}`)
  return view as ViewOf<Route>
}

export function signIn(app: App) {
  return view(app, 'signIn').submit({ username: email, password })
}

/** Submits what the current screen of the sign-in requires. */
export async function continueSignIn(app: App): Promise<void> {
  const { auth, page } = app
  const now = auth.getView()
  switch (now.route) {
    case 'signIn':
      return now.submit({ username: email, password })
    case 'selectMfaType':
      return now.submit({ mfaType: 'EMAIL' })
    case 'setupEmail':
      return now.submit({ email })
    case 'setupTotp':
      if (now.canRetry) return now.retry()
      app.totpSecret = now.secret?.reveal() ?? ''
      return now.submit({ code: await nextTotpCode(app) })
    case 'confirmSignIn':
    case 'confirmSignUp': {
      const isByApp = now.route === 'confirmSignIn' && now.mfaType === 'TOTP'
      return now.submit({ code: await (isByApp ? nextTotpCode(app) : lastCode(page)) })
    }
    default:
      throw new Error(`The sign-in has no form at ${now.route}`)
  }
}

/** No code is good twice. */
async function nextTotpCode({ page, totpSecret = '' }: App): Promise<string> {
  await control(page, '/clock', { advanceMs: 30_000 })
  return totpCode(page, totpSecret)
}

/** Each sign-in from an unknown device registers that device for the user. */
export function devicePool(DeviceOnlyRememberedOnUserPrompt: boolean) {
  return {
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt },
  }
}
