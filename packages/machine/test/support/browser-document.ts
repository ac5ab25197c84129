import { Window } from 'happy-dom'
import { onTestFinished, vi } from 'vitest'

/** A page's `document`, as far as cookies go, for the rest of a test. */
export interface BrowserDocument {
  /** Encoded names and values, as the browser sends them. */
  cookieHeader(): string
  /** The encoded names. */
  names(): string[]
  /** As the `Set-Cookie` header of a response. */
  receive(setCookies: readonly string[]): void
  /** As a script would that knows nothing of us. */
  write(cookie: string): void
}

/**
 * Makes the globals those of a page of happy-dom, whose cookie jar goes by domain, path, expiry and
 * `Secure`. What it does not do is added: to drop a cookie of more than 4096 bytes without a word.
 */
export function openDocument(url = 'https://shop.example.com/'): BrowserDocument {
  const window = new Window({ url })
  const { document, location, history, navigator, localStorage, sessionStorage } = window
  const inherited = Object.getPrototypeOf(document)
  const write = (cookie: string) => {
    const [pair = ''] = cookie.split(';')
    if (Buffer.byteLength(pair) <= 4096) Reflect.set(inherited, 'cookie', cookie, document)
  }
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => Reflect.get(inherited, 'cookie', document),
    set: write,
  })
  const globals = {
    document,
    location,
    history,
    navigator,
    localStorage,
    sessionStorage,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return {
    cookieHeader: () => document.cookie,
    names: () => document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || []),
    receive: (setCookies) => setCookies.forEach(write),
    write,
  }
}
