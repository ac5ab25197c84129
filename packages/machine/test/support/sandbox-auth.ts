import { createSandbox, type Sandbox } from '@authchart/sandbox'
import { generate } from 'otplib'
import { onTestFinished } from 'vitest'
import { sessionScreenStore } from '../../src/adapters/browser/index.ts'
import { storedLastSignIn } from '../../src/adapters/browser/stored-last-sign-in.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { memoryVault } from '../../src/adapters/memory/memory-vault.ts'
import { identityPool } from '../../src/cognito/identity-pool/index.ts'
import { type CognitoOptions, cognitoPorts } from '../../src/cognito/index.ts'
import {
  type AnyStep,
  type Auth,
  type AuthOptions,
  type AuthRoute,
  createAuth,
  type RefreshHandlers,
  type ViewOf,
} from '../../src/index.ts'
import type {
  AuthPorts,
  Clock,
  InterruptedScreen,
  LastSignInStore,
  Lock,
  Navigator,
  PasskeyNotesStore,
  Passkeys,
  Vault,
} from '../../src/ports/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { openTabs, type Tabs } from './tabs.ts'

export const email = 'ada@example.com'
export const password = 'Correct-horse-7'

export type LoadOptions = Omit<AuthOptions, 'config' | 'ports'> & {
  fetch?: typeof globalThis.fetch
  storage?: KeyValueStorage
  clock?: Clock
  navigator?: Navigator
  rememberLastSignIn?: boolean
  refreshHandlers?: RefreshHandlers
  passkeys?: Passkeys | undefined
  lastSignIn?: LastSignInStore
  passkeyNotes?: PasskeyNotesStore
  /** Instead of that of `tabs`. */
  lock?: Lock
  /** `undefined`: none is given. */
  identityPool?: CognitoOptions['identityPool']
  steps?: readonly AnyStep[]
  /** Laid over the sandbox's own. */
  config?: object
}

/** A browser for the machine: its storages survive `load()`, its page does not. */
export interface Page {
  readonly sandbox: Sandbox
  readonly stored: Map<string, string>
  readonly vault: Vault
  /** The screen that a reload resumes. */
  pending(): InterruptedScreen | undefined
  /** Requests that were sent, by operation. */
  readonly sent: string[]
  /** What stands between the page and the sandbox, where a test puts something there. */
  between?: ((operation: string, send: () => Promise<Response>) => Promise<Response>) | undefined
  /** Opens the app; opening it again is a reload. */
  load(options?: LoadOptions): Auth
  /** Opens the app a second time, over the same storage. */
  openTab(options?: LoadOptions): Auth
  readonly tabs: Tabs
  /** The tab of `auth` is shown again, or online again. */
  wake(auth: Auth): void
}

export function openPage(options: Parameters<typeof createSandbox>[0] = {}): Page {
  const sandbox = createSandbox(options)
  const stored = new Map<string, string>()
  const vault = memoryVault(sandbox.clock)
  const sent: string[] = []
  const screenStore = sessionScreenStore('test', memoryStorage())
  const lastSignIn = storedLastSignIn('test', memoryStorage())
  const tabs = openTabs()
  const wakers = new Map<Auth, () => void>()
  let current: Auth | undefined

  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init)
    const [, target] = (request.headers.get('x-amz-target') ?? '').split('.')
    const operation = target ?? new URL(request.url).pathname.slice(1)
    sent.push(operation)
    const send = async () => sandbox.fetch(input instanceof Request ? input : new URL(input), init)
    return page.between?.(operation, send) ?? send()
  }

  /** `own`: what a tab has for itself. */
  function open(
    { config, lastSignIn: given, passkeyNotes, lock, ...options }: LoadOptions = {},
    own: Pick<AuthPorts, 'screenStore' | 'vault'> = { screenStore, vault },
  ): Auth {
    const ports = cognitoPorts({
      config: { ...sandbox.config, ...config },
      clock: sandbox.clock,
      storage: memoryStorage(stored),
      fetch,
      identityPool,
      ...options,
    })
    const { wake, ...tab } = tabs.open()
    // Typed as an auth without steps: a test knows its own.
    const auth = createAuth({
      ...options,
      ports: {
        ...ports,
        lastSignIn: ports.lastSignIn && (given ?? lastSignIn),
        passkeyNotes: passkeyNotes ?? ports.passkeyNotes,
        ...tab,
        ...(lock && { lock }),
        ...own,
      },
    }) as Auth
    wakers.set(auth, wake)
    onTestFinished(() => auth.stop())
    return auth
  }

  const page: Page = {
    sandbox,
    stored,
    vault,
    pending: () => screenStore.read(),
    sent,
    load(options) {
      current?.stop()
      current = open(options)
      return current
    },
    openTab: (options) =>
      open(options, {
        screenStore: sessionScreenStore('test', memoryStorage()),
        vault: memoryVault(sandbox.clock),
      }),
    tabs,
    wake: (auth) => wakers.get(auth)?.(),
  }
  return page
}

/** Waits until the route is there and nothing is pending, and gives its view. */
export function settled<Route extends AuthRoute>(auth: Auth, route: Route): Promise<ViewOf<Route>> {
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
      const { route: now, isPending, failure } = auth.getView()
      reject(
        new Error(
          `Not ${route} but ${now} ${isPending ? '(pending) ' : ''}${failure?.message ?? ''}`,
        ),
      )
    }, 8_000)
    const subscription = auth.subscribe(look)
    look()
  })
}

export async function lastCode({ sandbox }: Page, to = email): Promise<string> {
  const { controlUrl } = sandbox.config
  const response = await sandbox.fetch(`${controlUrl}/outbox?to=${encodeURIComponent(to)}`, {
    headers: { accept: 'application/json' },
  })
  const [message] = (await response.json()) as { code: string }[]
  if (!message) throw new Error(`No code was sent to ${to}`)
  return message.code
}

export async function control(
  { sandbox }: Pick<Page, 'sandbox'>,
  path: string,
  body: unknown,
): Promise<void> {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}${path}`, {
    method: path === '/pool' ? 'PATCH' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
}

/** A storage over `items` that takes its time, like those of mobile devices; times in ms. */
export function slowStorage(items: Map<string, string>, { set = 0, remove = 0, get = 0 }) {
  const after = <T>(ms: number, work: () => T) =>
    new Promise<T>((resolve) => setTimeout(() => resolve(work()), ms))
  return {
    getItem: (key: string) => after(get, () => items.get(key) ?? null),
    setItem: (key: string, value: string) => after(set, () => void items.set(key, value)),
    removeItem: (key: string) => after(remove, () => void items.delete(key)),
  } satisfies KeyValueStorage
}

/** Calls an operation as another client or an administrator would. */
export async function callCognito(
  { sandbox }: Page,
  operation: string,
  body: object,
): Promise<Response> {
  const { endpoint, userPoolId, userPoolClientId } = sandbox.config
  const isAdmin = /^Admin|Group/.test(operation)
  return sandbox.fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...(isAdmin && { authorization: 'AWS4-HMAC-SHA256 test' }),
    },
    body: JSON.stringify({
      ...(isAdmin ? { UserPoolId: userPoolId } : { ClientId: userPoolClientId }),
      ...body,
    }),
  })
}

/** Like `callCognito`, and throws if Cognito rejects the request. */
export async function mustCallCognito(
  page: Page,
  operation: string,
  body: object,
): Promise<unknown> {
  const response = await callCognito(page, operation, body)
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
  return response.json()
}

/** A confirmed user with `password`, made by an administrator. */
export async function createUser(page: Page, attributes: Record<string, string> = {}) {
  const all = { email, email_verified: 'true', ...attributes }
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
  })
  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: email,
    Password: password,
    Permanent: true,
  })
}

/** A pool with every second factor, used as `MfaConfiguration` says. */
export function mfaPool(MfaConfiguration: 'OPTIONAL' | 'ON') {
  return {
    MfaConfiguration,
    SmsMfaConfiguration: {},
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  } as const
}

/** What the authenticator app shows now, by the sandbox's clock. */
export function totpCode({ sandbox }: Page, secret: string) {
  return generate({ secret, epoch: Math.floor(sandbox.clock.now() / 1000) })
}

/** Submits the sign-in form of `auth` with the user of `createUser`. */
export async function submitSignIn(auth: Auth) {
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
}

/** Signs up and leaves the user at the code screen. */
export async function signUp(auth: Auth) {
  const start = await settled(auth, 'signIn')
  start.goSignUp()
  const view = await settled(auth, 'signUp')
  view.submit({ username: email, password, attributes: { email } })
  return settled(auth, 'confirmSignUp')
}

/** A user who is signed in, by the long way. */
export async function signUpAndIn(page: Page, auth: Auth) {
  const view = await signUp(auth)
  view.submit({ code: await lastCode(page) })
  return settled(auth, 'signedIn')
}
