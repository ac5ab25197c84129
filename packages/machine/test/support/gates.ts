import { expect, onTestFinished, test, vi } from 'vitest'
import type { Auth } from '../../src/index.ts'
import {
  createUser,
  email,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from './sandbox-auth.ts'

interface GateOptions {
  readonly suspend?: boolean
}

/**
 * Mounts a gate whose app is `<input name="draft">` and `[data-user]` with the e-mail of
 * `useAuthUser()`, whose fallback is `[data-fallback]` with the route, and whose pending state is
 * `[data-pending]`; around it a suspense boundary with the fallback `[data-suspended]`, and around that
 * what shows an error as `[data-error]`. Gives the function that unmounts it.
 */
export type MountGate = (auth: Auth, root: HTMLElement, options: GateOptions) => () => void

const parts = ['data-user', 'data-fallback', 'data-pending', 'data-suspended', 'data-error']

const isVisible = (element: Element) => !element.closest('[hidden], [style*="display: none"]')

/** What the page shows: names and texts of its visible parts. */
function visibleParts(root: Element): string {
  const elements = parts.flatMap((part) =>
    [...root.querySelectorAll(`[${part}]`)]
      .filter(isVisible)
      .map(({ textContent }) => `${part.slice(5)} ${textContent}`.trim()),
  )
  return elements.join(', ')
}

/** Tests the gate of a binding against the sandbox. */
export function testGates(mount: MountGate): void {
  function open(auth: Auth, options: GateOptions = {}, isBroken = false) {
    const root = document.createElement('div')
    document.body.append(root)
    /** Everything that the page has shown, without repetitions in a row. */
    const seen: string[] = []
    const look = () => {
      const shown = visibleParts(root)
      if (shown !== seen.at(-1)) seen.push(shown)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    /** What the framework complains of. */
    const complaints: unknown[] = []
    for (const level of ['error', 'warn'] as const) {
      vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
    }
    const unmount = mount(auth, root, options)
    onTestFinished(() => {
      unmount()
      root.remove()
      vi.restoreAllMocks()
      if (!isBroken) expect(complaints).toEqual([])
    })
    return {
      root,
      seen,
      shows: (expected: string) =>
        vi.waitFor(() => expect(visibleParts(root)).toBe(expected), { timeout: 5_000 }),
      draft: () => root.querySelector<HTMLInputElement>('[name=draft]'),
    }
  }

  async function openSignedIn(attributes?: Record<string, string>) {
    const page = openPage()
    await createUser(page, attributes)
    const auth = page.load()
    await submitSignIn(auth)
    return { page, auth }
  }

  test('signed out: the fallback, then the app of who signs in, and the fallback after sign-out', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    const { seen, shows, draft } = open(auth)
    await shows('fallback signIn')
    await submitSignIn(auth)
    await shows(`user ${email}`)
    ;(await settled(auth, 'signedIn')).signOut()
    await shows('fallback signIn')
    expect(draft()).toBeNull()
    expect(seen.filter((shown) => !shown.startsWith('fallback'))).toEqual([
      'pending',
      `user ${email}`,
    ])
  })

  test('a stored session: never the sign-in form, never the app before its user', async () => {
    const { page, auth } = await openSignedIn()
    await settled(auth, 'signedIn')
    const { seen, shows } = open(page.load())
    await shows(`user ${email}`)
    expect(seen).toEqual(['pending', `user ${email}`])
  })

  test('what a signed-in user has begun hides the app, and keeps it', async () => {
    const { auth } = await openSignedIn()
    const home = await settled(auth, 'signedIn')
    const { shows, draft } = open(auth)
    await shows(`user ${email}`)
    const input = draft()
    if (input) input.value = 'unsaved'
    home.setupTotp()
    await shows('fallback setupTotp')
    ;(await settled(auth, 'setupTotp')).leave()
    await shows(`user ${email}`)
    expect(draft()).toBe(input)
    expect(input?.value).toBe('unsaved')
  })

  test('what comes before the app leaves it unmounted', async () => {
    const { auth } = await openSignedIn({ email_verified: 'false' })
    const view = await settled(auth, 'verifyContact')
    const { shows, draft } = open(auth)
    await shows('fallback verifyContact')
    expect(draft()).toBeNull()
    view.skip()
    await shows(`user ${email}`)
  })

  test('another user, signed in by another tab, gets an app of their own', async () => {
    const { page, auth } = await openSignedIn()
    await settled(auth, 'signedIn')
    const { seen, shows, draft } = open(auth)
    await shows(`user ${email}`)
    const input = draft()
    const grace = await switchUser(page, auth)
    await shows(`user ${grace}`)
    expect(draft()).not.toBe(input)
    expect(seen.slice(seen.indexOf(`user ${email}`))).toEqual([
      `user ${email}`,
      'pending',
      `user ${grace}`,
    ])
  })

  test('suspended while the session is restored, by one promise', async () => {
    const { page, auth } = await openSignedIn()
    await settled(auth, 'signedIn')
    const reloaded = page.load()
    const ready = vi.spyOn(reloaded, 'ready')
    const { seen, shows } = open(reloaded, { suspend: true })
    await shows(`user ${email}`)
    expect(seen).toEqual(['suspended', `user ${email}`])
    expect(ready).toHaveBeenCalledTimes(1)
  })

  test('a gate that suspends shows the fallback to who is signed out', async () => {
    const { seen, shows } = open(openPage().load(), { suspend: true })
    await shows('fallback signIn')
    expect(seen).toEqual(['suspended', 'fallback signIn'])
  })

  test('a gate that suspends does not keep what another user has seen', async () => {
    const { page, auth } = await openSignedIn()
    await settled(auth, 'signedIn')
    const { root, seen, shows } = open(auth, { suspend: true })
    await shows(`user ${email}`)
    const grace = await switchUser(page, auth)
    await shows(`user ${grace}`)
    expect(root.innerHTML).not.toContain(email)
    expect(seen).toEqual([`user ${email}`, 'pending', `user ${grace}`])
  })

  test('a gate that waits for an auth that is stopped says so', async () => {
    const auth = openPage().load()
    auth.stop()
    const { shows } = open(auth, { suspend: true }, true)
    await shows('error This auth was stopped')
  })
}

/** Signs another user in, in a tab that this one does not hear before it is shown again. */
async function switchUser(page: Page, auth: Auth): Promise<string> {
  const grace = 'grace@example.com'
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: grace,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: grace },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: grace,
    Password: password,
    Permanent: true,
  })
  page.tabs.deafen()
  const other = page.openTab()
  ;(await settled(other, 'signedIn')).signOut()
  ;(await settled(other, 'signIn')).submit({ username: grace, password })
  await settled(other, 'signedIn')
  page.wake(auth)
  return grace
}
