import { fileURLToPath } from 'node:url'
import { type Context, runInContext } from 'node:vm'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { bundle } from './bundle.ts'
import { openRealm } from './realm.ts'

type Fetch = typeof globalThis.fetch

export interface Environment {
  readonly name: string
  /** A realm whose requests go to `fetch`. */
  open(fetch: Fetch): Promise<Context>
  /** The options of `createAuth` there. */
  options?(fetch: Fetch): object
  /** Nothing that is stored there is found again. */
  readonly isForgetful?: boolean
  /** Flows that this environment rejects, with the message of the ConfigError. */
  readonly rejected?: Readonly<Record<string, RegExp>>
}

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What every browser, Node and Workers have. */
const web = {
  AbortController,
  AbortSignal,
  DOMException,
  Headers,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  queueMicrotask,
  structuredClone,
}

/** `react-native-get-random-values`, which the documentation requires. */
const random = { crypto: { getRandomValues: crypto.getRandomValues.bind(crypto) } }

let prelude: Promise<string> | undefined

async function openReactNative(fetch: Fetch, globals: object): Promise<Context> {
  const native = {
    async request(
      url: string,
      method: string,
      headers: Record<string, string>,
      body: string | null,
    ) {
      const response = await fetch(url, { method, headers, ...(body && { body }) })
      const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`)
      return { status: response.status, headers: lines.join(''), body: await response.text(), url }
    },
  }
  const context = openRealm({ native, ...random })
  prelude ??= bundle(fileOf('react-native-fetch.ts'))
  runInContext(await prelude, context)
  Object.assign(context, globals)
  return context
}

/** AsyncStorage. */
function asyncStorage() {
  const items = new Map<string, string>()
  return {
    getItem: async (key: string) => items.get(key) ?? null,
    setItem: async (key: string, value: string) => void items.set(key, value),
    removeItem: async (key: string) => void items.delete(key),
  }
}

/** As in workerd, before anything is sent. */
const strictFetch =
  (fetch: Fetch, rejected: readonly string[]): Fetch =>
  async (input, init = {}) => {
    for (const name of rejected) {
      if (name in init) {
        throw new Error(`The '${name}' field on 'RequestInitializerDict' is not implemented.`)
      }
    }
    if (init.redirect === 'error') {
      throw new TypeError('Invalid redirect value, must be one of "follow" or "manual"')
    }
    init.signal?.throwIfAborted()
    return fetch(input, init)
  }

function denied(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

/** A page: what it has beside {@link web} is what a test may take from it. */
function page(fetch: Fetch, own: object): Record<string, unknown> {
  const events = new EventTarget()
  const heard = {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  }
  const location = new URL('http://192.168.1.20:5173/') as unknown as Location
  const globals = Object.defineProperties(
    {
      ...web,
      ...heard,
      fetch,
      BroadcastChannel,
      crypto,
      navigator: {},
      location,
      history: { state: null, replaceState: () => undefined },
      localStorage: memoryStorage(),
      sessionStorage: memoryStorage(),
      document: { ...heard, visibilityState: 'visible', location, cookie: '' },
    },
    Object.getOwnPropertyDescriptors(own),
  )
  return globals
}

const throwing = { getItem: denied, setItem: denied, removeItem: denied }

/** Readable like an ordinary storage, until something is read. */
const unreadable = { getItem: denied, setItem: () => undefined, removeItem: () => undefined }

const deniedDocument = {
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  visibilityState: 'visible',
  location: new URL('https://frame.example/'),
  get cookie() {
    return denied()
  },
  set cookie(_: string) {
    denied()
  },
}

export const environments: readonly Environment[] = [
  {
    name: 'React Native, with a URL polyfill',
    open: (fetch) => openReactNative(fetch, { URL, URLSearchParams }),
    options: () => ({ storage: asyncStorage() }),
  },
  {
    name: 'React Native as it is',
    open: (fetch) => openReactNative(fetch, {}),
    options: () => ({ storage: asyncStorage() }),
    rejected: { 'the hosted UI, there and back, and out': /react-native-url-polyfill/ },
  },
  {
    name: 'Workers',
    open: async (fetch) => openRealm({ ...web, crypto, fetch: strictFetch(fetch, []) }),
    options: () => ({ storage: asyncStorage() }),
  },
  {
    name: 'Workers of an older compatibility date',
    open: async (fetch) =>
      openRealm({ ...web, crypto, fetch: strictFetch(fetch, ['cache', 'credentials']) }),
    options: () => ({ storage: asyncStorage() }),
  },
  {
    name: 'a page on plain http',
    open: async (fetch) => openRealm(page(fetch, random)),
  },
  {
    name: "Jest's jsdom, with a given fetch",
    open: async (fetch) =>
      openRealm(
        page(fetch, {
          ...random,
          TextEncoder: undefined,
          TextDecoder: undefined,
          structuredClone: undefined,
          BroadcastChannel: undefined,
          fetch: undefined,
          Request: undefined,
          Response: undefined,
          Headers: undefined,
        }),
      ),
    options: (fetch) => ({ fetch }),
  },
  {
    name: 'a sandboxed frame, where every storage, lock and channel is denied',
    isForgetful: true,
    open: async (fetch) =>
      openRealm(
        page(fetch, {
          get localStorage() {
            return denied()
          },
          get sessionStorage() {
            return denied()
          },
          document: deniedDocument,
          navigator: { locks: { request: async () => denied() } },
          BroadcastChannel: class {
            constructor() {
              denied()
            }
          },
        }),
      ),
  },
  {
    name: 'a page whose storages take everything and throw when they are read',
    isForgetful: true,
    open: async (fetch) =>
      openRealm(page(fetch, { localStorage: unreadable, sessionStorage: unreadable })),
  },
  {
    name: 'a frame whose navigator.locks throws when it is looked at',
    isForgetful: true,
    open: async (fetch) =>
      openRealm(
        page(fetch, {
          localStorage: throwing,
          sessionStorage: throwing,
          navigator: {
            get locks() {
              return denied()
            },
          },
        }),
      ),
  },
]
