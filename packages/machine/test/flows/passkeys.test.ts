import { expect, test, vi } from 'vitest'
import { gatherer } from '../support/gatherer.ts'
import {
  browserPasskeys,
  openPasswordlessPage,
  passwordless,
  signInByPassword,
  signOut,
} from '../support/passwordless/passwordless-page.ts'
import { control, createUser, email, lastCode, settled } from '../support/sandbox-auth.ts'

/** A user with a passkey, who is signed out. */
async function withPasskey() {
  const page = openPasswordlessPage()
  await createUser(page)
  const browser = browserPasskeys()
  const options = { config: passwordless, passkeys: browser.passkeys }
  const auth = page.load(options)
  await signInByPassword(auth, email)
  await browser.register(page, auth)
  await signOut(auth)
  return { page, browser, options, auth }
}

test('a passkey signs in, by the choice and as the one that was used last', async () => {
  const { browser, auth } = await withPasskey()
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await settled(auth, 'signedIn')
  expect(browser.dialogs).toHaveLength(1)
  const start = await signOut(auth)
  expect(start.lastSignIn).toMatchObject({ username: email, factor: 'PASSKEY' })
  start.submit({ username: email })
  await settled(auth, 'signedIn')
  expect(browser.dialogs).toHaveLength(2)
})

test('a ceremony that was cancelled is tried again with a challenge of its own', async () => {
  const { browser, auth } = await withPasskey()
  browser.cancel(true)
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  const view = await settled(auth, 'passkey')
  expect(view.failure).toBeDefined()
  expect(view.otherFactors).toEqual(['EMAIL', 'PASSWORD'])
  browser.cancel(false)
  view.submit()
  await settled(auth, 'signedIn')
  expect(new Set(browser.dialogs).size).toBe(2)
})

test('another way than the passkey, and a browser without passkeys', async () => {
  const { page, auth, browser } = await withPasskey()
  browser.cancel(true)
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  ;(await settled(auth, 'passkey')).goSelectFactor()
  const choice = await settled(auth, 'selectFactor')
  expect(choice.options).toEqual(['PASSKEY', 'EMAIL', 'PASSWORD'])
  choice.submit({ factor: 'EMAIL' })
  ;(await settled(auth, 'confirmSignIn')).submit({ code: await lastCode(page) })
  await signOut(auth)

  const without = page.load({ config: passwordless })
  ;(await settled(without, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  expect(await settled(without, 'passkey')).toMatchObject({
    failure: { code: 'passkeyUnsupported' },
  })
})

test('a reload shows the screen, and no dialog without a click', async () => {
  const { page, browser, options, auth } = await withPasskey()
  browser.cancel(true)
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await settled(auth, 'passkey')
  const shown = browser.dialogs.length
  browser.cancel(false)
  const reloaded = page.load(options)
  const view = await settled(reloaded, 'passkey')
  expect(browser.dialogs).toHaveLength(shown)
  expect(view.otherFactors).toEqual(['EMAIL', 'PASSWORD'])
  view.submit()
  await settled(reloaded, 'signedIn')
})

test('the list of the field offers the passkey of the user who signed in last', async () => {
  const { browser, auth, page, options } = await withPasskey()
  expect(browser.lists).toHaveLength(0)
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await signOut(auth)
  await vi.waitFor(() => expect(browser.lists).toHaveLength(1))
  await browser.pick()
  await settled(auth, 'signedIn')
  await signOut(auth)
  await vi.waitFor(() => expect(browser.lists).toHaveLength(2))

  const reloaded = page.load(options)
  await settled(reloaded, 'signIn')
  await vi.waitFor(() => expect(browser.lists).toHaveLength(3))
  const list = browser.lists.at(-1)
  ;(await settled(reloaded, 'signIn')).goSignUp()
  await settled(reloaded, 'signUp')
  expect(list?.signal.aborted).toBe(true)
})

test('the list is renewed before its session ends', async () => {
  const { page, browser, auth } = await withPasskey()
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await signOut(auth)
  await vi.waitFor(() => expect(browser.lists).toHaveLength(1))
  page.wake(auth)
  expect(browser.lists).toHaveLength(1)
  await control(page, '/clock', { advanceMs: 151_000 })
  page.wake(auth)
  await vi.waitFor(() => expect(browser.lists).toHaveLength(2))
  expect(browser.lists[0]?.signal.aborted).toBe(true)
  await control(page, '/clock', { advanceMs: 100_000 })
  await browser.pick()
  await settled(auth, 'signedIn')
})

test('nothing is requested for a user who signed in otherwise', async () => {
  const { page, browser, options, auth } = await withPasskey()
  page.sent.length = 0
  await signInByPassword(auth, email)
  await signOut(auth)
  const later = page.load(options)
  await settled(later, 'signIn')
  expect(browser.lists).toHaveLength(0)
})

test('no credential and no session is in a snapshot, an event or the inspection', async () => {
  const { page, browser } = await withPasskey()
  const { strings, gather } = gatherer()
  const credentials: string[] = []
  const auth = page.load({
    config: passwordless,
    passkeys: {
      ...browser.passkeys,
      get: async (request, options) => {
        const credential = await browser.passkeys.get(request, options)
        credentials.push(JSON.parse(credential.reveal()).response.signature)
        return credential
      },
    },
    inspect: (event) => gather({ ...event }),
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  await settled(auth, 'signedIn')
  expect(credentials).toHaveLength(1)
  const all = [...strings].join('\n')
  expect(all).toContain('getPasskey')
  expect(all).not.toContain(credentials[0])
})
