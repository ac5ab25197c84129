import type { Forgery } from '@authchart/sandbox/authenticator'
import { expect, test } from 'vitest'
import { openBrowser, openPasskeyPage, withPasskeys } from '../support/passwordless/passkeys.ts'
import { control, email, settled, submitSignIn } from '../support/sandbox-auth.ts'

/** A user who has registered a passkey in this browser and is signed out; `enter` uses the passkey. */
async function registered(browser = openBrowser()) {
  const page = await openPasskeyPage()
  const auth = page.load(withPasskeys(browser))
  await submitSignIn(auth)
  ;(await settled(auth, 'signedIn')).registerPasskey()
  const view = await settled(auth, 'signedIn')
  expect(view.notice).toBe('passkeyRegistered')
  view.signOut()
  await settled(auth, 'signIn')
  const enter = async () =>
    (await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  return { page, auth, browser, enter }
}

type Home = Awaited<ReturnType<typeof registered>>

/** The screen of the passkey, with the failure; from there the user tries again and is signed in. */
async function failsAndGoesOn({ auth, browser }: Home, code: string) {
  const view = await settled(auth, 'passkey')
  expect(view).toMatchObject({ failure: { code }, otherFactors: ['PASSWORD'] })
  browser.forgery = {}
  view.submit()
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
}

test.each(['ES256', 'RS256'] as const)('a passkey of %s signs in', async (algorithm) => {
  const { auth, browser, enter } = await registered(openBrowser({ algorithms: [algorithm] }))
  await enter()
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
  expect(browser.ceremonies).toEqual(['create dialog', 'get dialog'])
})

const forgeries: readonly (readonly [string, Forgery, string])[] = [
  ['another origin', { origin: 'https://evil.example' }, 'passkeyNotAccepted'],
  ['another relying party', { rpId: 'evil.example' }, 'passkeyNotAccepted'],
  ['the challenge of another sign-in', { challenge: 'c29tZWJvZHk' }, 'passkeyNotAccepted'],
  ['another key', { isSignatureWrong: true }, 'passkeyNotAccepted'],
]

test.each(forgeries)(
  '%s is rejected, and the passkey can be used again',
  async (_, forgery, code) => {
    const home = await registered()
    home.browser.forgery = forgery
    await home.enter()
    await failsAndGoesOn(home, code)
  },
)

test('a credential of the sign-in before is rejected', async () => {
  const home = await registered()
  const { auth, browser, enter } = home
  const { get } = browser
  const first = { credential: undefined as Awaited<ReturnType<typeof get>> | undefined }
  browser.get = async (...ceremony) => {
    first.credential = await get(...ceremony)
    return first.credential
  }
  await enter()
  ;(await settled(auth, 'signedIn')).signOut()
  browser.get = async (...ceremony) => first.credential ?? get(...ceremony)
  await enter()
  await expect.poll(() => auth.getView().failure).toBeDefined()
  browser.get = get
  await failsAndGoesOn(home, 'passkeyNotAccepted')
})

test('an answer that is sent twice is rejected', async () => {
  const home = await registered()
  home.page.between = async (operation, send) => {
    if (operation === 'RespondToAuthChallenge') await send()
    return send()
  }
  await home.enter()
  await expect.poll(() => home.auth.getView().failure).toBeDefined()
  home.page.between = undefined
  await failsAndGoesOn(home, 'challengeUsed')
})

test('an expired challenge is rejected, and another one can be requested', async () => {
  const home = await registered()
  const { get } = home.browser
  home.browser.get = async (...ceremony) => {
    await control(home.page, '/clock', { advanceMs: 4 * 60_000 })
    return get(...ceremony)
  }
  await home.enter()
  await expect.poll(() => home.auth.getView().failure).toBeDefined()
  home.browser.get = get
  await failsAndGoesOn(home, 'challengeExpired')
})

test('a passkey that was deleted is rejected; the password is another way', async () => {
  const { auth, browser, enter } = await registered()
  await submitSignIn(auth)
  const [{ id } = { id: '' }] = browser.authenticator.credentials
  ;(await settled(auth, 'signedIn')).deletePasskey({ id })
  ;(await settled(auth, 'signedIn')).signOut()
  await enter()
  expect(await settled(auth, 'selectFactor')).toMatchObject({
    failure: { code: 'factorNotAvailable' },
    options: ['PASSWORD'],
  })
})
