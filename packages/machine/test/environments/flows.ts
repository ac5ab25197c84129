/** What a user does, as code of an app that runs in the environment under test. */
import {
  type Auth,
  type AuthOptions,
  type AuthRoute,
  createAuth,
  type Navigator,
  toFailure,
  type ViewOf,
} from '../../src/index.ts'

/** What the test, outside of the environment, does for the app. */
export interface Host {
  readonly config: object
  readonly hostedUiOrigin: string
  /** The options of `createAuth`, besides `config`. */
  readonly options: Partial<AuthOptions>
  readonly username: string
  readonly password: string
  /** What the authenticator app of the user shows. */
  code(): Promise<string>
  /** Signs in at the pages of the hosted UI, and gives the address that they lead back to. */
  visit(url: string): Promise<string>
  /** How long the next answer of an operation takes, in ms. */
  delay(operation: string, ms: number): Promise<void>
}

const appUrl = 'myapp://signed-in'

function settled<Route extends AuthRoute>(auth: Auth, route: Route): Promise<ViewOf<Route>> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const view = auth.getView()
      if (view.route !== route || view.isPending) return
      clearTimeout(timer)
      subscription.unsubscribe()
      resolve(view as ViewOf<Route>)
    }
    const timer = setTimeout(() => {
      subscription.unsubscribe()
      const { route: now, failure } = auth.getView()
      reject(new Error(`Not ${route} but ${now}: ${failure?.code} ${failure?.message}`))
    }, 2_500)
    const subscription = auth.subscribe(look)
    look()
  })
}

function is(actual: unknown, expected: unknown) {
  if (actual !== expected) throw new Error(`${String(actual)} is not ${String(expected)}`)
}

const open = ({ config, options }: Host, own: Partial<AuthOptions> = {}) =>
  createAuth({ config, ...options, ...own } as AuthOptions)

async function signIn(auth: Auth, { username, password }: Host) {
  const view = await settled(auth, 'signIn')
  is(view.failure?.message, undefined)
  view.submit({ username, password })
}

async function signOut(auth: Auth) {
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  is(await auth.getSession().catch((error) => toFailure(error).code), 'signedOut')
  auth.stop()
}

const flows = {
  async 'sign-in by SRP, refresh, sign-out'(host: Host) {
    const auth = open(host)
    await signIn(auth, host)
    const { user } = await settled(auth, 'signedIn')
    is(user.email, host.username)
    const { accessToken } = await auth.getSession()
    const next = await auth.getSession({ forceRefresh: true })
    is(next.accessToken === accessToken, false)
    await signOut(auth)
  },

  async 'a wrong password'(host: Host) {
    const auth = open(host)
    await signIn(auth, { ...host, password: 'Wrong-password-1' })
    is((await settled(auth, 'signIn')).failure?.code, 'incorrectCredentials')
    auth.stop()
  },

  async 'a code of the authenticator app'(host: Host) {
    const auth = open(host)
    await signIn(auth, host)
    const view = await settled(auth, 'confirmSignIn')
    is(view.mfaType, 'TOTP')
    view.submit({ code: await host.code() })
    await signOut(auth)
  },

  async 'the session is there after a restart'(host: Host) {
    const first = open(host)
    await signIn(first, host)
    await settled(first, 'signedIn')
    first.stop()
    const auth = open(host)
    await signOut(auth)
  },

  async 'a request that gets no answer ends at its deadline'(host: Host) {
    const auth = open(host, { timeoutMs: 300 })
    await host.delay('InitiateAuth', 2_000)
    await signIn(auth, host)
    const { failure } = await settled(auth, 'signIn')
    is(failure?.code, 'timeout')
    auth.stop()
  },

  async 'a request is given up'(host: Host) {
    const auth = open(host)
    await host.delay('InitiateAuth', 1_000)
    await signIn(auth, host)
    const view = auth.getView()
    is(view.route, 'signIn')
    if (view.route === 'signIn') view.cancel()
    is((await settled(auth, 'signIn')).failure, undefined)
    auth.stop()
  },

  async 'the hosted UI, there and back, and out'(host: Host) {
    const opened: string[] = []
    const navigator: Navigator = {
      address: () => undefined,
      replace: () => undefined,
      async open(url) {
        opened.push(url)
        return url.includes('/logout') ? undefined : host.visit(url)
      },
    }
    const config = {
      ...host.config,
      hostedUiOrigin: host.hostedUiOrigin,
      hostedUi: { redirectSignIn: appUrl, redirectSignOut: appUrl },
    }
    const auth = open({ ...host, config }, { navigator })
    ;(await settled(auth, 'signIn')).redirect({ customState: 'cart' })
    const { user } = await settled(auth, 'signedIn')
    is(user.kind, 'hostedUi')
    const view = await settled(auth, 'signedIn')
    view.signOut()
    await settled(auth, 'signIn')
    is(opened.length, 2)
    auth.stop()
  },
}

export type Flows = typeof flows & { readonly createAuth: typeof createAuth }

Object.assign(globalThis, { flows: { ...flows, createAuth } })
