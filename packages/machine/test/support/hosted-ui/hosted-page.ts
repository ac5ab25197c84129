import type { Auth, Navigator, RedirectInput } from '../../../src/index.ts'
import { type LoadOptions, openPage, type Page, settled } from '../sandbox-auth.ts'
import { type Visitor, visitor } from '../visitor.ts'

export const home = 'http://localhost:5173/'

/** A page of an app at `home`, with the address bar and the pages that it leaves for. */
export interface HostedUiPage extends Page {
  readonly visitor: Visitor
  /** What the address bar shows. */
  address: string
  readonly navigator: Navigator
  /** Where the page has gone. */
  readonly left: string[]
  /** The auth of the page at an address, as it is loaded there. */
  land(address: string, options?: LoadOptions): Auth
  /** Begins a sign-in, and gives the address that the page was left for. */
  leave(auth: Auth, input?: RedirectInput): Promise<string>
  /** Through an external provider, and the address that this leads back to. */
  visitHostedUi(options?: LoadOptions): Promise<string>
}

export function openHostedUiPage(options: Parameters<typeof openPage>[0] = {}): HostedUiPage {
  const page = openPage(options)
  const left: string[] = []
  let address = home

  const navigator: Navigator = {
    address: () => address,
    replace: (next) => {
      address = next
    },
    open: (url, { signal }) =>
      new Promise((_, reject) => {
        left.push(url)
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  }

  const own = {
    visitor: visitor(page.sandbox),
    left,
    navigator,
    get address() {
      return address
    },
    set address(next) {
      address = next
    },
    land(next: string, options: LoadOptions = {}) {
      address = next
      return page.load({ navigator, ...options })
    },
    async leave(auth: Auth, input?: RedirectInput) {
      const { length } = left
      ;(await settled(auth, 'signIn')).redirect(input)
      return nextOf(left, length)
    },
    async visitHostedUi(options?: LoadOptions): Promise<string> {
      const url = await own.leave(own.land(home, options), { provider: 'Google' })
      return own.visitor.pick(url)
    },
  }
  // With its accessors: the address is read at each access.
  return Object.defineProperties(page, Object.getOwnPropertyDescriptors(own)) as HostedUiPage
}

/** The address that comes after the first `length`. */
export async function nextOf(left: readonly string[], length: number): Promise<string> {
  for (let tries = 0; tries < 400; tries += 1) {
    const next = left[length]
    if (next !== undefined) return next
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('The page was not left')
}
