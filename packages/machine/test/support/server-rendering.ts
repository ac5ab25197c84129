import { expect, onTestFinished, test, vi } from 'vitest'
import type { Auth } from '../../src/index.ts'
import { cookieNames, createPerson, dropCookies, openSite, type Site } from './rendered-site.ts'
import {
  control,
  email,
  mfaPool,
  mustCallCognito,
  password,
  settled,
  submitSignIn,
} from './sandbox-auth.ts'

/** A binding and a screen in it that shows `[data-shown]`: route, user's e-mail, failure, notice. */
export interface RenderedBinding {
  render(auth: Auth): string | Promise<string>
  /** Gives what the framework complained of. */
  hydrate(auth: Auth, root: HTMLElement): Promise<readonly unknown[]>
}

const hour = 3_600_000
const rotation = {
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
} as const

const shown = () => document.querySelector('[data-shown]')?.textContent

export async function signedInSite(options?: Parameters<typeof openSite>[0]): Promise<Site> {
  const site = openSite(options)
  await createPerson(site.page, email)
  const auth = site.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  auth.stop()
  site.page.sent.length = 0
  return site
}

const accessToken = () =>
  decodeURIComponent(/\.accessToken=([^;]*)/.exec(document.cookie)?.[1] ?? 'none')

/** Tests a server's pages in any framework, from the first byte to sign-out. */
export function testServerRendering({ render, hydrate }: RenderedBinding): void {
  /** Shows the page as it came, runs its script, and looks that nothing of it changes. */
  async function open(auth: Auth, html: string) {
    const root = document.createElement('div')
    root.innerHTML = html
    document.body.replaceChildren(root)
    onTestFinished(() => root.remove())
    const before = { html: root.innerHTML, element: root.firstElementChild }
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changes.push(...records))
    observer.observe(root, { subtree: true, childList: true, characterData: true })
    const complaints = await hydrate(auth, root)
    return {
      complaints,
      isUntouched: () =>
        root.innerHTML === before.html &&
        root.firstElementChild === before.element &&
        [...changes, ...observer.takeRecords()].length === 0,
      /** The element of the server is still the one that is shown: it was adopted, not replaced. */
      isAdopted: () => root.firstElementChild === before.element,
    }
  }

  test('signed in: the first bytes show the user, and hydration changes nothing', async () => {
    const site = await signedInSite()
    const { html, initial, setCookies } = await site.request(render)
    expect(html).toContain(`signedIn ${email}`)
    expect(html).not.toContain('restoring')
    expect(JSON.stringify(initial)).not.toContain('eyJ')
    expect(setCookies).toEqual([])

    const auth = site.load(initial)
    const seen: string[] = []
    auth.subscribe(({ route }) => seen.push(route))
    const page = await open(auth, html)
    expect(page.isUntouched()).toBe(true)
    expect((await auth.getSession()).accessToken).toBe(accessToken())
    expect(page.isUntouched()).toBe(true)
    expect(new Set(['signedIn', ...seen])).toEqual(new Set(['signedIn']))
    expect(site.page.sent).toEqual([])

    const view = auth.getView()
    if (view.route === 'signedIn') view.signOut()
    await vi.waitFor(() => expect(shown()).toBe('signIn'))
    expect(page.isAdopted()).toBe(true)
    expect(page.complaints).toEqual([])
    expect((await site.request(render)).initial).toEqual({})
  })

  test('signed out: the form is there at once and goes on', async () => {
    const site = openSite()
    await createPerson(site.page, email)
    const { html, initial, setCookies } = await site.request(render)
    expect(html).toContain('>signIn<')
    expect({ initial, setCookies }).toEqual({ initial: {}, setCookies: [] })

    const auth = site.load(initial)
    const page = await open(auth, html)
    expect(page.isUntouched()).toBe(true)
    await submitSignIn(auth)
    await vi.waitFor(() => expect(shown()).toBe(`signedIn ${email}`))
    expect(page.complaints).toEqual([])
    expect((await site.request(render)).html).toContain(`signedIn ${email}`)
  })

  test('tokens past their time: the server refreshes, and the browser goes on with the new ones', async () => {
    const site = await signedInSite({ pool: rotation })
    const before = accessToken()
    await control(site.page, '/clock', { advanceMs: 2 * hour })
    const { html, initial, setCookies } = await site.request(render)
    expect(html).toContain(`signedIn ${email}`)
    expect(setCookies.join()).toContain('.refreshToken=')

    const auth = site.load(initial)
    const page = await open(auth, html)
    const session = await auth.getSession()
    expect(page.isUntouched()).toBe(true)
    expect(session.accessToken).not.toBe(before)
    expect(session.expiresAt).toBeGreaterThan(site.page.sandbox.clock.now())
    expect(site.page.sent).toEqual([])
    // The refresh token is the server's, too: the one before is worth nothing any more.
    await auth.getSession({ forceRefresh: true })
    expect(shown()).toBe(`signedIn ${email}`)
    expect(page.complaints).toEqual([])
  })

  test('revoked meanwhile: the form says why, and the cookies are gone', async () => {
    const site = await signedInSite()
    await mustCallCognito(site.page, 'AdminUserGlobalSignOut', { Username: email })
    await control(site.page, '/clock', { advanceMs: 2 * hour })
    const { html, initial, setCookies } = await site.request(render)
    expect(html).toContain('>signIn sessionRevoked<')
    expect(setCookies.length).toBeGreaterThan(3)
    expect(cookieNames()).toEqual([])

    const page = await open(site.load(initial), html)
    expect(page.isUntouched()).toBe(true)
    expect(page.complaints).toEqual([])
  })

  test('without `initial` both sides begin with restoring, however late the page hydrates', async () => {
    const site = await signedInSite()
    const html = await render(site.load())
    expect(html).toContain('>restoring<')
    const auth = site.load()
    await settled(auth, 'signedIn')
    const page = await open(auth, html)
    await vi.waitFor(() => expect(shown()).toBe(`signedIn ${email}`))
    expect(page.isAdopted()).toBe(true)
    expect(page.complaints).toEqual([])
  })

  test('cookies that went away after the page was rendered: signed out, without a mismatch', async () => {
    const site = await signedInSite()
    const { html, initial } = await site.request(render)
    dropCookies()
    const auth = site.load(initial)
    await settled(auth, 'signIn')
    const page = await open(auth, html)
    await vi.waitFor(() => expect(shown()).toBe('signIn signedOutElsewhere'))
    expect(page.isAdopted()).toBe(true)
    expect(page.complaints).toEqual([])
  })

  test('in the middle of a challenge: a reload resumes it, though the server cannot know', async () => {
    const site = openSite({ pool: mfaPool('ON') })
    await createPerson(site.page, email)
    const signingIn = site.load()
    await submitSignIn(signingIn)
    const route = 'selectMfaType'
    await settled(signingIn, route)
    signingIn.stop()
    const { html, initial } = await site.request(render)
    expect(html).toContain('>signIn<')
    const auth = site.load(initial)
    const page = await open(auth, html)
    await vi.waitFor(() => expect(shown()).toBe(route))
    expect(page.isAdopted()).toBe(true)
    expect(page.complaints).toEqual([])
  })

  test('another user’s cookies by then: theirs is the page, with word of it', async () => {
    const site = await signedInSite()
    const { html, initial } = await site.request(render)
    const other = site.load()
    ;(await settled(other, 'signedIn')).signOut()
    await createPerson(site.page, 'grace@example.com')
    ;(await settled(other, 'signIn')).submit({ username: 'grace@example.com', password })
    await settled(other, 'signedIn')

    const page = await open(site.load(initial), html)
    await vi.waitFor(() => expect(shown()).toBe('signedIn grace@example.com userSwitched'))
    expect(page.complaints).toEqual([])
  })

  test('Cognito out of reach: the server waits no longer than its time-out and the user stays signed in', async () => {
    const site = await signedInSite()
    await control(site.page, '/clock', { advanceMs: 2 * hour })
    await control(site.page, '/faults', { operation: '*', times: 1, latencyMs: 5_000 })
    const start = performance.now()
    const { html, initial, setCookies } = await site.request(render, { timeoutMs: 200 })
    expect(performance.now() - start).toBeLessThan(4_000)
    expect(html).toContain(`signedIn ${email}`)
    expect(setCookies).toEqual([])

    const auth = site.load(initial)
    const page = await open(auth, html)
    expect((await auth.getSession()).expiresAt).toBeGreaterThan(site.page.sandbox.clock.now())
    expect(page.isUntouched()).toBe(true)
    expect(page.complaints).toEqual([])
  })

  test('a name with markup in it stays a name, in the page and in `initial`', async () => {
    const username = '</script><script>alert(1)</script>'
    const site = openSite({ pool: { UsernameAttributes: [] } })
    await createPerson(site.page, username)
    const signingIn = site.load()
    ;(await settled(signingIn, 'signIn')).submit({ username, password })
    await settled(signingIn, 'signedIn')
    signingIn.stop()
    const { html, initial } = await site.request(render)
    expect(initial.user?.username).toBe(username)
    expect(html).not.toContain('<script')
    const page = await open(site.load(initial), html)
    expect(page.isUntouched()).toBe(true)
    expect(page.complaints).toEqual([])
  })
}
