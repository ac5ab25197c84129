import { createAuth, toFailure, type ViewOf } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'
import type { SandboxConfig } from '@authchart/sandbox'
import type { Person } from '../person.ts'

/** What a page can do in which the machine runs without any screen. Nothing it gives is a token. */
export interface BareAuth {
  open(config: SandboxConfig): void
  signIn(person: Person): Promise<void>
  /** Resolves with the e-mail of who is signed in. */
  user(): Promise<string | undefined>
  signOut(): Promise<void>
  /** Resolves with `done`, or the name of the error. */
  call(name: Call): Promise<string>
  /** Sends what a screen of a signed-in user would send. */
  task(name: Task, person: Person): Promise<void>
}

const calls = {
  'auth.fetch': () => auth.fetch('/transfer', { method: 'POST', body: 'from the account of Ada' }),
  getSession: () => auth.getSession(),
  'getSession with a forced refresh': () => auth.getSession({ forceRefresh: true }),
  credentials: () => auth.credentials(),
}

const tasks = {
  ChangePassword: (home, { password }) =>
    home.changePassword({ previousPassword: password, password: `${password}-2` }),
  UpdateUserAttributes: (home) => home.updateAttributes({ attributes: { name: 'Ada' } }),
  DeleteUserAttributes: (home) => home.deleteAttributes({ names: ['name'] }),
  GetUserAttributeVerificationCode: (home) => home.verifyAttribute({ attribute: 'email' }),
  SetUserMFAPreference: (home) => home.setMfaPreference({ EMAIL: 'PREFERRED' }),
  AssociateSoftwareToken: (home) => home.setupTotp(),
  UpdateDeviceStatus: (home) => home.rememberDevice('a-device'),
  ForgetDevice: (home) => home.forgetDevice('a-device'),
  DeleteUser: (home) => home.deleteUser(),
  GlobalSignOut: (home) => home.globalSignOut(),
  GetUser: (home) => home.loadProfile(),
  ListDevices: (home) => home.loadDevices(),
} satisfies Record<string, (home: ViewOf<'signedIn'>, person: Person) => void>

export type Call = keyof typeof calls
export type Task = keyof typeof tasks

let auth: ReturnType<typeof createAuth>

/** The view of a route, as soon as nothing is pending. */
function settled<Route extends 'signIn' | 'signedIn'>(route: Route): Promise<ViewOf<Route>> {
  return new Promise((resolve) => {
    const look = () => {
      const view = auth.getView()
      if (view.route !== route || view.isPending) return
      subscription.unsubscribe()
      resolve(view as ViewOf<Route>)
    }
    const subscription = auth.subscribe(look)
    look()
  })
}

window.bareAuth = {
  open(config) {
    auth = createAuth({
      config,
      identityPool,
      // Ignores abort signals, as some of React Native: then nothing but the machine keeps a request back.
      fetch: (input, { signal: _, ...init } = {}) => fetch(input, init),
    })
  },

  async signIn({ email: username, password }) {
    ;(await settled('signIn')).submit({ username, password })
    await settled('signedIn')
  },

  async user() {
    return (await settled('signedIn')).user.email
  },

  async signOut() {
    ;(await settled('signedIn')).signOut()
    await settled('signIn')
  },

  call: (name) =>
    calls[name]().then(
      () => 'done',
      (error) => `${error.name}: ${toFailure(error).code}`,
    ),

  async task(name, person) {
    tasks[name](await settled('signedIn'), person)
  },
}

declare global {
  interface Window {
    bareAuth: BareAuth
  }
}
