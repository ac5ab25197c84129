import { expect, test } from 'vitest'
import { storedLastSignIn } from '../../src/adapters/browser/stored-last-sign-in.ts'
import { storedPasskeyNotes } from '../../src/adapters/browser/stored-passkey-notes.ts'
import type { Auth } from '../../src/index.ts'
import { memoryStorage } from '../../src/index.ts'
import {
  type Browser,
  openBrowser,
  openPasskeyPage,
  withPasskeys,
} from '../support/passwordless/passkeys.ts'
import {
  email,
  mustCallCognito,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const bob = 'bob@example.com'

/** A browser's storage: what a reload finds again. */
async function open(browser: Browser = openBrowser()) {
  const page = await openPasskeyPage()
  const items = new Map<string, string>()
  const options = () => ({
    ...withPasskeys(browser, true),
    lastSignIn: storedLastSignIn('client', memoryStorage(items)),
  })
  const load = () => page.load(options())
  const openTab = () => page.openTab(options())
  const stored = () => JSON.parse(items.get('authchart.client.lastSignIn') ?? 'null')
  return { page, browser, items, load, openTab, stored }
}

async function createBob(page: Page, isPermanent = true) {
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: bob,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: bob },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  const set = { Username: bob, Password: password, Permanent: isPermanent }
  await mustCallCognito(page, 'AdminSetUserPassword', set)
}

async function signOut(auth: Auth) {
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
}

test('each sign-in is saved: the answers of the same user stay, those of another do not', async () => {
  const { page, browser, load, stored } = await open()
  await createBob(page)
  const auth = load()
  await submitSignIn(auth)
  ;(await settled(auth, 'passkeyPrompt')).never()
  const view = await settled(auth, 'signedIn')
  expect(stored()).toMatchObject({
    username: email,
    factor: 'PASSWORD',
    isPasskeyPromptSkipped: true,
  })
  view.registerPasskey()
  await settled(auth, 'signedIn')
  expect(stored()).toMatchObject({ factor: 'PASSKEY', isPasskeyPromptSkipped: true })
  await signOut(auth)
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await signOut(auth)
  expect(stored()).toMatchObject({ factor: 'PASSWORD' })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await signOut(auth)
  expect(stored()).toMatchObject({
    username: email,
    factor: 'PASSKEY',
    isPasskeyPromptSkipped: true,
  })
  expect(browser.ceremonies).toEqual(['create dialog', 'get dialog'])
  ;(await settled(auth, 'signIn')).submit({ username: bob, password })
  ;(await settled(auth, 'passkeyPrompt')).skip()
  await signOut(auth)
  expect(stored()).toEqual({ username: bob, factor: 'PASSWORD' })
})

test('"never again" is known after a reload', async () => {
  const { load } = await open()
  const auth = load()
  await submitSignIn(auth)
  ;(await settled(auth, 'passkeyPrompt')).never()
  await signOut(auth)
  const reloaded = load()
  await submitSignIn(reloaded)
  await settled(reloaded, 'signedIn')
})

test('"never again" of another user does not count, also after a reload within the sign-in', async () => {
  const { page, load } = await open()
  await createBob(page, false)
  const auth = load()
  await submitSignIn(auth)
  ;(await settled(auth, 'passkeyPrompt')).never()
  await signOut(auth)
  ;(await settled(auth, 'signIn')).submit({ username: bob, password })
  await settled(auth, 'newPassword')
  const reloaded = load()
  ;(await settled(reloaded, 'newPassword')).submit({ password: `${password}-2` })
  await settled(reloaded, 'passkeyPrompt')
})

test('a failed upgrade is known after a reload: it prompts', async () => {
  const { browser, load, stored } = await open()
  browser.can = { ...browser.can, canUpgrade: true }
  browser.failure = 'PasskeyCancelledError'
  const auth = load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  await expect.poll(() => stored()?.hasFailedUpgrade).toBe(true)
  await expect.poll(() => browser.ceremonies).toEqual(['create conditional'])
  await signOut(auth)
  const reloaded = load()
  await submitSignIn(reloaded)
  await settled(reloaded, 'passkeyPrompt')
  expect(browser.ceremonies).toEqual(['create conditional'])
})

test('a passkey that was created is what the next sign-in begins with', async () => {
  const { browser, load } = await open()
  const auth = load()
  await submitSignIn(auth)
  // The name that was typed is gone with the page.
  await settled(auth, 'passkeyPrompt')
  const reloaded = load()
  ;(await settled(reloaded, 'passkeyPrompt')).submit()
  await signOut(reloaded)
  const start = await settled(reloaded, 'signIn')
  expect(start.lastSignIn).toMatchObject({ username: email, factor: 'PASSKEY' })
  start.submit({ username: email })
  await settled(reloaded, 'signedIn')
  expect(browser.ceremonies).toEqual(['create dialog', 'get dialog'])
})

test('also where the browser has created it without a dialog', async () => {
  const { browser, load, stored } = await open()
  browser.can = { ...browser.can, canUpgrade: true }
  const auth = load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  await expect.poll(() => stored().factor).toBe('PASSKEY')
  await signOut(auth)
  ;(await settled(auth, 'signIn')).submit({ username: email })
  await settled(auth, 'signedIn')
  expect(browser.ceremonies).toEqual(['create conditional', 'get dialog'])
})

test('what another tab has saved is there after the sign-out', async () => {
  const { load, openTab } = await open()
  const auth = load()
  expect((await settled(auth, 'signIn')).lastSignIn).toBeUndefined()
  const another = openTab()
  await submitSignIn(another)
  ;(await settled(another, 'passkeyPrompt')).skip()
  await signOut(auth)
  expect((await settled(auth, 'signIn')).lastSignIn).toMatchObject({ username: email })
})

test('an app that remembers no user: "never again" is for all users of the browser', async () => {
  const { page, browser, items } = await open()
  await createBob(page)
  const load = () =>
    page.load({
      ...withPasskeys(browser, true),
      lastSignIn: storedLastSignIn('client', memoryStorage(items)),
      passkeyNotes: storedPasskeyNotes('client', memoryStorage(items)),
      rememberLastSignIn: false,
    })
  const auth = load()
  await submitSignIn(auth)
  ;(await settled(auth, 'passkeyPrompt')).skip()
  await signOut(auth)
  expect((await settled(auth, 'signIn')).lastSignIn).toBeUndefined()
  expect(items.size).toBe(0)
  await submitSignIn(auth)
  ;(await settled(auth, 'passkeyPrompt')).never()
  await signOut(auth)
  expect([...items]).toEqual([['authchart.client.passkeys', expect.not.stringContaining('@')]])
  const reloaded = load()
  ;(await settled(reloaded, 'signIn')).submit({ username: bob, password })
  await settled(reloaded, 'signedIn')
})

test('a browser without users knows that an upgrade has failed', async () => {
  const { page, browser, items } = await open()
  browser.can = { ...browser.can, canUpgrade: true }
  browser.failure = 'PasskeyCancelledError'
  const auth = page.load({
    ...withPasskeys(browser, true),
    passkeyNotes: storedPasskeyNotes('client', memoryStorage(items)),
    rememberLastSignIn: false,
  })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  await expect.poll(() => browser.ceremonies).toEqual(['create conditional'])
  await signOut(auth)
  await submitSignIn(auth)
  await settled(auth, 'passkeyPrompt')
})
