import { expect, onTestFinished, test, vi } from 'vitest'
import type { Auth } from '../../src/index.ts'
import { createUser, email, openPage, settled, submitSignIn } from './sandbox-auth.ts'

/**
 * Starts an app with a router in `root`: `/` is `<h1>Home</h1>`, `/orders` is `<h1>Orders</h1>`, both for
 * signed-in users, and `/sign-in` and the auth screens are `<p data-screen>` with the route. Gives what
 * stops it.
 */
export type StartGuardedApp = (auth: Auth, root: HTMLElement) => (() => void) | Promise<() => void>

const address = () => decodeURIComponent(location.pathname + location.search)

/** Tests the guards of a router in a page, whose address a test can set. */
export function testGuards(start: StartGuardedApp): void {
  async function open(auth: Auth, path: string) {
    history.replaceState(null, '', path)
    const addresses = [path]
    for (const change of ['pushState', 'replaceState'] as const) {
      const original = history[change].bind(history)
      vi.spyOn(history, change).mockImplementation((...input) => {
        original(...input)
        if (address() !== addresses.at(-1)) addresses.push(address())
      })
    }
    const root = document.createElement('div')
    document.body.append(root)
    const seen = new Set<string>()
    const observer = new MutationObserver(() => seen.add(shown()))
    observer.observe(root, { subtree: true, childList: true, attributes: true })
    const stop = await start(auth, root)
    onTestFinished(() => {
      stop()
      root.remove()
      vi.restoreAllMocks()
    })

    function shown() {
      const elements = [...root.querySelectorAll('h1, [data-screen]')]
      return elements
        .filter((element) => !element.closest('[hidden]'))
        .map(({ textContent }) => textContent)
        .join(', ')
    }
    return {
      addresses,
      seen,
      /** With the address decoded: routers encode different characters. */
      at: (expected: string, what: string) =>
        vi.waitFor(() => expect([address(), shown()]).toEqual([expected, what]), {
          timeout: 10_000,
        }),
    }
  }

  async function openSignedIn() {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    return page
  }

  test('signed out: to the sign-in page, then to the wanted address; sign-out leaves it', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    const { at, seen } = await open(auth, '/orders?page=2')
    const signIn = '/sign-in?to=/orders?page=2'
    await at(signIn, 'signIn')
    expect([...seen].join()).not.toContain('Orders')
    await submitSignIn(auth)
    await at('/orders?page=2', 'Orders')
    ;(await settled(auth, 'signedIn')).signOut()
    await at(signIn, 'signIn')
  })

  test('a stored session: the page waits and stays where it is', async () => {
    const page = await openSignedIn()
    const { at, addresses, seen } = await open(page.load(), '/orders')
    await at('/orders', 'Orders')
    expect(addresses).toEqual(['/orders'])
    expect([...seen].join()).not.toContain('signIn')
  })

  test('a screen that the user has begun is in the place of the page', async () => {
    const page = await openSignedIn()
    const auth = page.load()
    const { at, addresses } = await open(auth, '/orders')
    await at('/orders', 'Orders')
    ;(await settled(auth, 'signedIn')).setupTotp()
    await at('/orders', 'setupTotp')
    ;(await settled(auth, 'setupTotp')).leave()
    await at('/orders', 'Orders')
    expect(addresses).toEqual(['/orders'])
  })

  test('who is signed in does not see the sign-in page', async () => {
    const page = await openSignedIn()
    const { at, seen } = await open(page.load(), '/sign-in?to=%2Forders')
    await at('/orders', 'Orders')
    expect([...seen].join()).not.toContain('signIn')
  })

  test('what comes before the app is on the sign-in page', async () => {
    const page = openPage()
    await createUser(page, { email_verified: 'false' })
    const auth = page.load()
    const { at } = await open(auth, '/orders')
    await at('/sign-in?to=/orders', 'signIn')
    await submitSignIn(auth)
    await at('/sign-in?to=/orders', 'verifyContact')
    ;(await settled(auth, 'verifyContact')).skip()
    await at('/orders', 'Orders')
  })

  test.each([
    '//evil.example/',
    '/\\evil.example/',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('a link to the sign-in page cannot lead to %s', async (to) => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    const { at } = await open(auth, `/sign-in?to=${encodeURIComponent(to)}`)
    await vi.waitFor(() => expect(auth.getView().route).toBe('signIn'))
    await submitSignIn(auth)
    await at('/', 'Home')
    expect(auth.getView().user?.email).toBe(email)
  })
}
