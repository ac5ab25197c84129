import { expect, test } from 'vitest'
import type { LastSignIn } from '../../src/index.ts'
import {
  type Browser,
  memoryLastSignIn,
  openBrowser,
  openPasskeyPage,
  withPasskeys,
} from '../support/passwordless/passkeys.ts'
import { control, email, type Page, settled, submitSignIn } from '../support/sandbox-auth.ts'

const known: LastSignIn = { username: email, factor: 'PASSWORD' }

interface Start {
  readonly browser?: Browser
  readonly last?: LastSignIn
  readonly page?: Page
}

async function start({ browser = openBrowser(), last = known, page }: Start = {}) {
  const lastSignIn = memoryLastSignIn(last)
  const opened = page ?? (await openPasskeyPage())
  const auth = opened.load({ ...withPasskeys(browser, true), lastSignIn })
  await submitSignIn(auth)
  return { page: opened, auth, browser, lastSignIn }
}

test('a user without a passkey gets a prompt after the sign-in, and creates it', async () => {
  const { auth, browser } = await start()
  ;(await settled(auth, 'passkeyPrompt')).submit()
  const view = await settled(auth, 'signedIn')
  expect(view).toMatchObject({ notice: 'passkeyRegistered' })
  expect(browser.ceremonies).toEqual(['create dialog'])
  // A user with one gets none.
  view.signOut()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
})

test('a prompt that was skipped comes at the next sign-in', async () => {
  const { auth } = await start()
  ;(await settled(auth, 'passkeyPrompt')).skip()
  ;(await settled(auth, 'signedIn')).signOut()
  await submitSignIn(auth)
  await settled(auth, 'passkeyPrompt')
})

test('never again is remembered', async () => {
  const { auth, lastSignIn } = await start()
  ;(await settled(auth, 'passkeyPrompt')).never()
  ;(await settled(auth, 'signedIn')).signOut()
  expect(lastSignIn.last).toMatchObject({ isPasskeyPromptSkipped: true })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
})

test('a sign-in that is cancelled while passkeys are looked up stores no tokens', async () => {
  const { auth, page, browser } = await start()
  ;(await settled(auth, 'passkeyPrompt')).skip()
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  await control(page, '/faults', { operation: 'ListWebAuthnCredentials', latencyMs: 300 })
  const before = browser.looks
  await submitSignIn(auth)
  await expect.poll(() => browser.looks).toBeGreaterThan(before)
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error(`Not at the sign-in, but at ${view.route}`)
  view.cancel()
  await new Promise((done) => setTimeout(done, 500))
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: false })
  await settled(page.load(withPasskeys(browser, true)), 'signIn')
})

test('a cancelled dialog leads back to the prompt', async () => {
  const { auth, browser } = await start()
  browser.failure = 'PasskeyCancelledError'
  ;(await settled(auth, 'passkeyPrompt')).submit()
  await expect.poll(() => auth.getView().failure?.code).toBe('passkeyCancelled')
  ;(await settled(auth, 'passkeyPrompt')).skip()
  expect((await settled(auth, 'signedIn')).failure).toBeUndefined()
})

test('a reload shows the prompt again', async () => {
  const { auth, page, browser } = await start()
  await settled(auth, 'passkeyPrompt')
  const reloaded = page.load(withPasskeys(browser, true))
  ;(await settled(reloaded, 'passkeyPrompt')).skip()
  await settled(reloaded, 'signedIn')
})

test('a browser without passkeys, and a pool that does not respond, give no prompt', async () => {
  const unable = openBrowser()
  unable.can = { canSignIn: false, canAutofill: false, canUpgrade: false }
  await settled((await start({ browser: unable })).auth, 'signedIn')
  const page = await openPasskeyPage()
  page.between = async (operation, send) => {
    if (operation === 'ListWebAuthnCredentials') throw new TypeError('Failed to fetch')
    return send()
  }
  await settled((await start({ page })).auth, 'signedIn')
})

/** A browser that creates passkeys without a dialog. */
function upgrading() {
  const browser = openBrowser()
  browser.can = { ...browser.can, canUpgrade: true }
  return browser
}

test('where the browser can, a passkey is created without a dialog', async () => {
  const { auth, browser, lastSignIn } = await start({ browser: upgrading() })
  await settled(auth, 'signedIn')
  await expect.poll(() => browser.authenticator.credentials).toHaveLength(1)
  expect(browser.ceremonies).toEqual(['create conditional'])
  await expect.poll(() => lastSignIn.last?.hasFailedUpgrade).toBe(false)
})

test('where that has failed, the next sign-in prompts', async () => {
  const { auth, browser, lastSignIn } = await start({ browser: upgrading() })
  browser.failure = 'PasskeyCancelledError'
  const view = await settled(auth, 'signedIn')
  await expect.poll(() => browser.ceremonies).toEqual(['create conditional'])
  await expect.poll(() => lastSignIn.last?.hasFailedUpgrade).toBe(true)
  expect(auth.getView().failure).toBeUndefined()
  view.signOut()
  await submitSignIn(auth)
  browser.failure = undefined
  ;(await settled(auth, 'passkeyPrompt')).submit()
  await settled(auth, 'signedIn')
  expect(browser.ceremonies).toEqual(['create conditional', 'create dialog'])
})

test('the sign-out ends what goes on in the background, and the next sign-in prompts', async () => {
  const browser = upgrading()
  let isOpen = false
  let isAborted = false
  browser.create = (_, { signal }) =>
    new Promise((_, reject) => {
      isOpen = true
      signal.addEventListener('abort', () => {
        isAborted = true
        reject(new Error('aborted'))
      })
    })
  const { auth, lastSignIn } = await start({ browser })
  const view = await settled(auth, 'signedIn')
  await expect.poll(() => isOpen).toBe(true)
  view.signOut()
  await settled(auth, 'signIn')
  expect(isAborted).toBe(true)
  expect(lastSignIn.last?.hasFailedUpgrade).toBe(true)
  await submitSignIn(auth)
  await settled(auth, 'passkeyPrompt')
})
