import { expect, test } from 'vitest'
import type { Auth, PasskeyErrorName } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import {
  type Browser,
  openBrowser,
  openPasskeyPage,
  withPasskeys,
} from '../support/passwordless/passkeys.ts'
import { control, type Page, settled, submitSignIn } from '../support/sandbox-auth.ts'

interface Home {
  readonly page: Page
  readonly auth: Auth
  readonly browser: Browser
}

async function home(browser = openBrowser(), pool = {}): Promise<Home> {
  const page = await openPasskeyPage(pool)
  const auth = page.load(withPasskeys(browser))
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  return { page, auth, browser }
}

async function register(auth: Auth) {
  ;(await settled(auth, 'signedIn')).registerPasskey()
  return settled(auth, 'signedIn')
}

async function list(auth: Auth) {
  ;(await settled(auth, 'signedIn')).loadPasskeys()
  await expect.poll(async () => (await settled(auth, 'signedIn')).passkeys.isLoading).toBe(false)
  return (await settled(auth, 'signedIn')).passkeys.data
}

test('a passkey is created, listed and deleted; the password manager is notified', async () => {
  const { auth, browser } = await home()
  expect(await list(auth)).toEqual([])
  expect(await register(auth)).toMatchObject({ notice: 'passkeyRegistered', failure: undefined })
  const [{ id } = { id: '' }] = browser.authenticator.credentials
  // What was read is read again.
  await expect
    .poll(async () => (await settled(auth, 'signedIn')).passkeys.data)
    .toEqual([{ id, name: 'Platform passkey', rpId: 'localhost', createdAt: expect.any(Number) }])
  ;(await settled(auth, 'signedIn')).deletePasskey({ id })
  expect(await settled(auth, 'signedIn')).toMatchObject({ notice: 'passkeyDeleted' })
  await expect.poll(async () => (await settled(auth, 'signedIn')).passkeys.data).toEqual([])
  const { userId } = (await settled(auth, 'signedIn')).user
  const handle = Buffer.from(userId).toString('base64url')
  await expect
    .poll(() => browser.accepted)
    .toEqual([{ rpId: 'localhost', userId: handle, ids: [] }])
  expect(browser.authenticator.credentials[0]).toMatchObject({ userHandle: handle })
})

test('a passkey that is gone was deleted', async () => {
  const { auth } = await home()
  ;(await settled(auth, 'signedIn')).deletePasskey({ id: 'bm90LXRoZXJl' })
  expect(await settled(auth, 'signedIn')).toMatchObject({
    notice: 'passkeyDeleted',
    failure: undefined,
  })
})

test('the factors of the account', async () => {
  const { auth } = await home()
  await register(auth)
  ;(await settled(auth, 'signedIn')).loadFactors()
  await expect
    .poll(async () => (await settled(auth, 'signedIn')).factors.data)
    .toEqual(expect.arrayContaining(['PASSWORD', 'PASSKEY']))
})

const ceremonies: readonly (readonly [PasskeyErrorName, string, boolean])[] = [
  ['PasskeyCancelledError', 'passkeyCancelled', true],
  ['PasskeyUnsupportedError', 'passkeyUnsupported', false],
  ['PasskeyWrongSiteError', 'passkeyWrongSite', false],
  ['PasskeyInsecurePageError', 'passkeyInsecurePage', false],
  ['PasskeyExistsError', 'passkeyExists', false],
]

test.each(ceremonies)(
  '%s is the failure %s, and can be tried again',
  async (name, code, retryable) => {
    const { auth, browser } = await home()
    browser.failure = name
    expect((await register(auth)).failure).toMatchObject({ code, retryable })
    browser.failure = undefined
    expect(await register(auth)).toMatchObject({ notice: 'passkeyRegistered', failure: undefined })
  },
)

test('without a browser there are no passkeys', async () => {
  const page = await openPasskeyPage()
  const auth = page.load(withPasskeys(undefined))
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  expect((await register(auth)).failure?.code).toBe('passkeyUnsupported')
})

test('the dialog can be cancelled, and what it returns later changes nothing', async () => {
  const { auth, browser, page } = await home()
  let answer = (_: never) => {}
  browser.create = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  ;(await settled(auth, 'signedIn')).registerPasskey()
  await expect.poll(() => auth.getView().pending).toBe('creating')
  ;(auth.getView() as { cancel?: () => void }).cancel?.()
  await settled(auth, 'signedIn')
  answer({} as never)
  expect(page.sent.at(-1)).toBe('StartWebAuthnRegistration')
})

test('at most 20', async () => {
  const { auth, browser } = await home()
  // Each from an authenticator of its own.
  browser.create = (...ceremonies) => openBrowser().create(...ceremonies)
  for (let count = 0; count < 20; count += 1) await register(auth)
  expect((await register(auth)).failure).toMatchObject({ code: 'passkeyLimit', retryable: false })
  expect(await list(auth)).toHaveLength(20)
})

test('an expired challenge can be requested again', async () => {
  const { auth, browser, page } = await home()
  const { create } = browser
  browser.create = async (...ceremonies) => {
    await control(page, '/clock', { advanceMs: 6 * 60_000 })
    return create(...ceremonies)
  }
  expect((await register(auth)).failure).toMatchObject({ code: 'passkeyExpired', retryable: true })
})

test.each(['ES256', 'RS256'] as const)('%s is accepted', async (algorithm) => {
  const { auth } = await home(openBrowser({ algorithms: [algorithm] }))
  expect(await register(auth)).toMatchObject({ notice: 'passkeyRegistered' })
})

test.each([
  ['ES384', { algorithm: 'ES384' }, 'passkeyNotAccepted'],
  ['another origin', { origin: 'https://evil.example' }, 'passkeyWrongSite'],
  ['another relying party', { rpId: 'evil.example' }, 'passkeyWrongSite'],
] as const)('%s is rejected', async (_, forgery, code) => {
  const { auth, browser } = await home()
  browser.forgery = forgery
  expect((await register(auth)).failure?.code).toBe(code)
})

test('a registration that is sent twice is rejected', async () => {
  const { auth, page } = await home()
  page.between = async (operation, send) => {
    if (operation === 'CompleteWebAuthnRegistration') await send()
    return send()
  }
  expect((await register(auth)).failure?.code).toBe('passkeyExpired')
})

test('a pool without passkeys is a failure of the configuration', async () => {
  const { auth } = await home(openBrowser(), {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
  })
  expect((await register(auth)).failure?.code).toBe('notConfigured')
})

test('no snapshot has the passkey that was created', async () => {
  const { auth, browser } = await home()
  const seen: string[] = []
  actorOf(auth).subscribe((snapshot) => {
    seen.push(JSON.stringify(snapshot))
  })
  await register(auth)
  const [{ id } = { id: '' }] = browser.authenticator.credentials
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.join()).not.toContain(id)
})
