import type {
  AuthFlowType,
  InitialState,
  KeyValueStorage,
  Passkeys,
  StoreChange,
} from '@authchart/machine'
import { type AnyStep, type Auth, createAuth, memoryStorage, Secret } from '@authchart/machine'
import { sessionScreenStore } from '@authchart/machine/browser'
import { type CognitoOptions, cognitoPorts } from '@authchart/machine/cognito'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import type { AnyEventObject, InspectionEvent } from 'xstate'
import { person } from '../../catalogue/person.ts'
import { type Moment, scriptedConfig, scriptedPasswordless } from '../../scripted-cognito/pool.ts'
import { type ScriptedCognito, scriptedCognito } from '../../scripted-cognito/scripted-cognito.ts'
import {
  lastUserKey,
  redirectsKey,
  type Stored,
  storedDevice,
} from '../../scripted-cognito/storage-of.ts'

/** What keeps a request of the browser waiting that Cognito has no part in. */
interface Hold {
  /** The leaf in which a request is paused, and the storage key whose access is paused. */
  readonly leaf: string
  readonly key: string
  readonly ended: Promise<void>
  end(): void
}

export interface TabOptions {
  /** Where the page is. */
  readonly address: string
  /** What is stored when it is opened. */
  readonly stored: (moment: Moment) => Stored
  readonly initial: InitialState | undefined
  readonly timeoutMs: number
  readonly flow: AuthFlowType
  readonly identityPool: CognitoOptions['identityPool']
  readonly steps: readonly AnyStep[]
}

/** A browser tab without a browser: everything that the machine sees of one. */
export interface Tab {
  readonly cognito: ScriptedCognito
  readonly auth: Auth
  /** What has happened to the chart. */
  readonly events: readonly AnyEventObject[]
  /** Epoch ms. */
  now(): number
  /** Moves the time, in ms. */
  advance(ms: number): void
  /** Replaces what is stored, but for the device. */
  store(stored: Stored): void
  /** As a page does that cannot know better: the device of the user is one here. */
  storeDevice(): void
  /** Another tab has stored a session, or removed it, and announces it. */
  storeElsewhere(session: Stored['localStorage'], change?: StoreChange): void
  /** The requests of a leaf that only ask the browser wait from now on … */
  hold(leaf: string): void
  /** … until now. */
  letGo(): void
  /** What the storage rejects from now on. */
  reject(what: 'read' | 'remember' | 'remove' | 'write' | undefined): void
  /** Whether a password waits to be signed in with. */
  keepPassword(isStored: boolean): void
  /** Whether the browser creates passkeys without a dialog where it can. */
  upgradePasskeys(canUpgrade: boolean): void
  /** The dialog of the browser about a passkey, once. */
  takeDialog(): PasskeyDialog | undefined
  /** The page outside that was opened, once. */
  takeOpened(): OpenedPage | undefined
}

/** A page outside of the app, and how it returns. */
interface OpenedPage {
  readonly url: string
  back(address: string | undefined): void
  fail(error: Error): void
}

/** The browser requests a passkey, or to create one, and how that ends. */
interface PasskeyDialog {
  give(credential: Secret): void
  fail(error: Error): void
}

export function openTab(options: TabOptions): Tab {
  const { initial, timeoutMs, flow, identityPool, steps } = options
  let { address } = options
  let now = Date.UTC(2030, 0, 1)
  const clock = { now: () => now }
  const cognito = scriptedCognito({ now: clock.now })
  const local = new Map<string, string>()
  const session = new Map<string, string>()
  const listeners = new Set<(change: StoreChange) => void>()
  const events: AnyEventObject[] = []
  let hold: Hold | undefined
  let rejected: Parameters<Tab['reject']>[0]
  let isPasswordStored = true
  let opened: OpenedPage | undefined
  let shownDialog: PasskeyDialog | undefined
  let canUpgrade = false

  const redirects = redirectsKey(scriptedConfig)

  async function gate(key: string): Promise<void> {
    if (!hold || key !== hold.key) return
    if (pathOf(actorOf(auth).getSnapshot()) === hold.leaf) await hold.ended
  }

  /** What the app's storage rejects. */
  function check(what: typeof rejected) {
    if (rejected === what) throw new Error('The disk is full')
  }

  const storage: KeyValueStorage = {
    async getItem(key) {
      await gate(key)
      check('read')
      return local.get(key) ?? null
    },
    async setItem(key, value) {
      await gate(key)
      check(key === redirects ? 'remember' : 'write')
      local.set(key, value)
    },
    async removeItem(key) {
      if (!key.startsWith('com.amplify.')) check('remove')
      local.delete(key)
    },
  }

  function store({ localStorage, sessionStorage }: Stored) {
    local.clear()
    session.clear()
    for (const [key, value] of Object.entries(localStorage)) local.set(key, value)
    for (const [key, value] of Object.entries(sessionStorage)) session.set(key, value)
    storeDevice()
  }

  function storeDevice() {
    for (const [key, value] of Object.entries(storedDevice(scriptedConfig))) local.set(key, value)
  }

  const openDialog: Passkeys['get'] = (_, { signal, mediation }) =>
    new Promise((give, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason))
      // What is created in the background never ends here: no walk waits for it.
      if (!mediation) shownDialog = { give, fail }
    })

  store(options.stored(cognito.moment()))
  const ports = cognitoPorts({
    config: {
      ...scriptedConfig,
      passwordless: scriptedPasswordless,
      authenticationFlowType: flow,
    },
    storage,
    clock,
    fetch: cognito.fetch,
    identityPool,
    navigator: {
      address: () => address,
      replace: (next) => {
        address = next
      },
      open: (url, { signal }) =>
        new Promise((back, fail) => {
          opened = { url, back, fail }
          signal.addEventListener('abort', () => fail(signal.reason))
        }),
    },
  })
  // Typed as one without steps: walks go by the chart.
  const auth = createAuth({
    steps,
    timeoutMs,
    initial,
    inspect: (inspected: InspectionEvent) => {
      if (
        inspected.type === '@xstate.event' &&
        'sessionId' in inspected.actorRef &&
        inspected.actorRef.sessionId === inspected.rootId
      ) {
        events.push(inspected.event)
      }
    },
    ports: {
      ...ports,
      screenStore: sessionScreenStore(scriptedConfig.userPoolClientId, memoryStorage(session)),
      channel: {
        post: () => undefined,
        listen(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      // No other tab waits for it.
      lock: { hold: (work) => work() },
      vault: {
        put: () => undefined,
        take: () => (isPasswordStored ? new Secret<string>(person.password) : undefined),
        empty: () => undefined,
      },
      passkeys: {
        capabilities: async () => ({ canSignIn: true, canAutofill: false, canUpgrade }),
        get: openDialog,
        create: openDialog,
        signalAccepted: async () => undefined,
      },
      lastSignIn: undefined,
      pageLife: { onWake: () => () => undefined },
    },
  }) as Auth

  return {
    cognito,
    auth,
    events,
    now: clock.now,
    advance(ms) {
      now += ms
    },
    store,
    storeDevice,
    storeElsewhere(session, change = {}) {
      for (const key of local.keys())
        if (!/device|randomPassword/i.test(key) && key !== redirects) local.delete(key)
      for (const [key, value] of Object.entries(session)) local.set(key, value)
      for (const listener of listeners) listener(change)
    },
    hold(leaf) {
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      const isRedirect = /^(restoring\.completing|redirecting)/.test(leaf)
      hold = { leaf, key: isRedirect ? redirects : lastUserKey(scriptedConfig), ended, end }
    },
    letGo() {
      hold?.end()
      hold = undefined
    },
    reject(what) {
      rejected = what
    },
    keepPassword(isStored) {
      isPasswordStored = isStored
    },
    upgradePasskeys(can) {
      canUpgrade = can
    },
    takeDialog() {
      const dialog = shownDialog
      shownDialog = undefined
      return dialog
    },
    takeOpened() {
      const page = opened
      opened = undefined
      return page
    },
  }
}
