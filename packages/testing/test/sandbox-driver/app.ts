import type {
  AuthFlowType,
  AuthInput,
  AuthPorts,
  Channel,
  InitialState,
  KeyValueStorage,
  Lock,
  StoreChange,
} from '@authchart/machine'
import { type Auth, createAuth, memoryStorage, memoryVault } from '@authchart/machine'
import { sessionScreenStore } from '@authchart/machine/browser'
import { cognitoPorts } from '@authchart/machine/cognito'
import type { AnyActorRef, AnyMachineSnapshot, InspectionEvent } from 'xstate'
import { readTokens } from '../../../machine/src/tokens/token-facts.ts'
import { operationsOf } from '../../src/catalogue/rejections.ts'
import { leafNode } from '../../src/model/leaf.ts'
import type { Backend, SandboxAddress } from './backend.ts'
import { Browser, home } from './browser.ts'
import { CurrentUser } from './current-user.ts'
import { type Gate, openGate } from './gate.ts'
import { visitHostedUi } from './hosted-visit.ts'
import { PagePasskeys } from './page-passkeys.ts'
import { StoreReads } from './store-reads.ts'
import { stubbornStorage } from './stubborn-storage.ts'
import { type Account, createTestUsers, type People } from './test-users.ts'
import { turn, until } from './until.ts'

/** Actors that send no Cognito operation, with the port and method that they call. */
const portsOf: Readonly<Partial<Record<string, string>>> = {
  readSession: 'tokenStore.load',
  endSession: 'tokenStore.clear',
  redirectToSignIn: 'hostedUi.open',
  completeRedirect: 'hostedUi.complete',
  redirectToSignOut: 'hostedUi.close',
  createPasskey: 'passkeys.create',
  getPasskey: 'passkeys.get',
  autofillPasskey: 'passkeys.get',
}

/** Reads of the account wait for their external event. */
const readings: readonly string[] = ['GetUser', 'ListDevices']

/** The first request of an actor: the one that waits. */
export function requestOf(actor: string): string | undefined {
  return (
    portsOf[actor] ??
    (actor in operationsOf ? operationsOf[actor as keyof typeof operationsOf][0] : undefined)
  )
}

export type App = ReturnType<typeof openApp>

/** How the app is opened. */
export interface Opening {
  /** How long a request may take, in ms. */
  readonly timeoutMs: number
  readonly authenticationFlowType: AuthFlowType
  /** Flows of the sign-ins on the form, see `CurrentUser`. */
  readonly flows?: readonly (AuthFlowType | undefined)[]
  /** Whether one user fills in every form of the walk, and not each form a new one. */
  readonly isOneUser?: boolean
}

/** A tab with the real `createAuth` over the sandbox, whose every request waits for the walk. */
export function openApp(
  { fetch, config, identityPool }: SandboxAddress,
  backend: Backend,
  { timeoutMs, authenticationFlowType, flows = [], isOneUser = false }: Opening,
) {
  const { clock } = backend
  const stored = new Map<string, string>()
  const listeners = new Set<(change: StoreChange) => void>()
  const counts = new Map<string, number>()
  const rejected = new Set<keyof KeyValueStorage>()
  let root: AnyActorRef | undefined
  let auth: Auth | undefined
  const current = new CurrentUser(isOneUser, flows)
  const browser = new Browser()
  const passkeys = new PagePasskeys(new URL(home).origin)
  const storeReads = new StoreReads()
  let isGateOpen = false

  const snapshot = () => root?.getSnapshot() as AnyMachineSnapshot | undefined

  /** The actor whose answer the leaf waits for. */
  function awaited(): string | undefined {
    const now = snapshot()
    const [invoked] = now ? leafNode(now).invoke : []
    return invoked && String(invoked.src)
  }

  function isPaused(what: string): boolean {
    if (isGateOpen) return false
    if (readings.includes(what)) return true
    const actor = awaited()
    if (what === 'tokenStore.load') return storeReads.begin(actor === 'readSession')
    return actor !== undefined && requestOf(actor) === what
  }

  const gate: Gate = openGate(fetch, isPaused)
  const storage = stubbornStorage(memoryStorage(stored), rejected)
  const screenStore = sessionScreenStore('walk', memoryStorage())
  const settings = {
    ...config,
    authenticationFlowType,
    hostedUi: { providers: ['Google'] },
    passwordless: { factors: ['PASSKEY', 'EMAIL', 'SMS', 'PASSWORD'], passkeyPrompt: true },
  }

  const openPorts = () =>
    cognitoPorts({
      config: settings,
      clock,
      storage,
      fetch: gate.fetch,
      identityPool,
      refreshHandlers: { google: () => current.googleToken(clock.now()) },
      navigator: browser.openNavigator(),
    })

  const visit = (url: string, visitor: Account) => visitHostedUi(fetch, url, visitor)
  const otherTab: AuthPorts = cognitoPorts({
    config: settings,
    clock,
    storage: memoryStorage(stored),
    fetch,
    navigator: {
      address: () => home,
      replace: () => undefined,
      open: (url) => visit(url, people.visitor),
    },
  })
  const people: People = createTestUsers(backend, otherTab, passkeys)

  /** The ports of one page: what is in memory ends with it. */
  function openPage(): AuthPorts {
    const ports: AuthPorts = openPorts()
    const { tokenStore, hostedUi } = ports
    return {
      ...ports,
      tokenStore: {
        ...tokenStore,
        load: () => gate.pass('tokenStore.load').then(tokenStore.load),
        clear: () => gate.pass('tokenStore.clear').then(tokenStore.clear),
      },
      hostedUi: hostedUi && {
        ...hostedUi,
        open: (input, options) =>
          gate.pass('hostedUi.open', options).then(() => hostedUi.open(input, options)),
        complete: (answer, options) =>
          gate.pass('hostedUi.complete', options).then(() => hostedUi.complete(answer, options)),
        close: (options) =>
          gate.pass('hostedUi.close', options).then(() => hostedUi.close(options)),
      },
      screenStore,
      vault: memoryVault(clock),
      passkeys: passkeys.openPort(gate),
      lastSignIn: current.lastSignIn,
      channel: channelOf(listeners),
      lock: noLock,
      pageLife: { onWake: () => () => undefined },
    }
  }

  function watch(event: InspectionEvent): void {
    // The first actor that is inspected is the root.
    if (event.type === '@xstate.actor') root ??= event.actorRef as AnyActorRef
    if (event.type !== '@xstate.event' || event.actorRef !== root) return
    const { type } = event.event
    counts.set(type, (counts.get(type) ?? 0) + 1)
    if (/^xstate\.(done|error)\.actor\.readSession$/.test(type)) storeReads.isPaused = false
  }

  return {
    backend,
    people,
    current,
    browser,
    passkeys,
    gate,
    otherTab,
    screenStore,
    storeReads,
    stored,
    rejected,
    visit,
    awaited,
    snapshot,

    get auth(): Auth {
      if (!auth) throw new Error('The walk has not begun')
      return auth
    },

    /** Prepares the storage and the address for a start. */
    async prepareStart(
      { initial, answer }: AuthInput,
      back: (url: string, account: Account) => Promise<string>,
    ): Promise<InitialState | undefined> {
      if (initial && !initial.user) return initial
      if (!initial && !answer) return undefined
      const account = await people.confirmed()
      current.account = account
      if (answer) {
        browser.onReturn = (url) => back(url, account)
        const { signal } = new AbortController()
        const returned = await openPorts().hostedUi?.open({}, { signal })
        browser.address = returned?.reveal()
        return undefined
      }
      const { tokens } = await people.tokensOf(account)
      await otherTab.tokenStore.save(tokens)
      return { user: readTokens(tokens).user }
    },

    /** Removes what a redirect stores. */
    forgetRedirects(): void {
      for (const key of stored.keys()) if (key.endsWith('.redirects')) stored.delete(key)
    },

    /** Ends the preparations for one request. */
    settle(): void {
      rejected.clear()
      passkeys.failure = undefined
      browser.address = home
    },

    start(initial: InitialState | undefined): void {
      auth = createAuth({ ports: openPage(), timeoutMs, initial, inspect: watch })
    },

    /** Loads the page again: requests in flight are lost, and until `closeGate` none is paused. */
    reload(): void {
      auth?.stop()
      gate.dropPaused()
      listeners.clear()
      root = undefined
      storeReads.allowed = storeReads.outdated = 0
      storeReads.isPaused = false
      isGateOpen = true
      this.start(undefined)
    },
    /** From now on no request waits; those that wait are sent. */
    openGate(): void {
      isGateOpen = true
      for (const request of gate.paused) request.let()
    },
    closeGate(): void {
      isGateOpen = false
    },

    /** Notifies the app that another tab has changed the store. */
    announce(change: StoreChange): void {
      for (const listener of listeners) listener(structuredClone(change))
    },

    /** How many events of a type the chart has got so far. */
    count: (type: string) => counts.get(type) ?? 0,

    /** Waits for one more event of a type than there were. */
    more: (type: string, before: number, ms?: number) =>
      until(type, () => (counts.get(type) ?? 0) > before, ms),

    /** The first that waits for an operation. */
    waiting: (what: string) =>
      until(`${what} at the gate`, () => gate.paused.find((request) => request.what === what)),

    /** Waits until only paused requests are in flight. */
    async waitForIdle(): Promise<void> {
      await turn()
      await until('the requests in flight', () => gate.inFlight === 0)
      await turn()
    },

    /** Releases the requests that no actor awaits any more. */
    releaseOutdated(): void {
      const actor = awaited()
      const what = actor && requestOf(actor)
      for (const request of gate.paused) {
        const isLook = request.what === 'tokenStore.load' && storeReads.isPaused
        if (request.what !== what && !isLook && !readings.includes(request.what)) request.let()
      }
    },
  }
}

/** No other tab needs it: other tabs are simulated. */
const noLock: Lock = { hold: (work) => work() }

const channelOf = (listeners: Set<(change: StoreChange) => void>): Channel => ({
  post: () => undefined,
  listen(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
})
