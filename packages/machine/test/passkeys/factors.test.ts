import { expect, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import {
  openBrowser,
  openPasskeyPage,
  passkeyPool,
  withPasskeys,
} from '../support/passwordless/passkeys.ts'
import {
  control,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const asTwoFactors = {
  WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
} as const

async function register(auth: Auth) {
  ;(await settled(auth, 'signedIn')).registerPasskey()
  expect(await settled(auth, 'signedIn')).toMatchObject({ notice: 'passkeyRegistered' })
}

async function setMfaPreference(
  auth: Auth,
  preference: Parameters<
    Extract<ReturnType<Auth['getView']>, { route: 'signedIn' }>['setMfaPreference']
  >[0],
) {
  ;(await settled(auth, 'signedIn')).setMfaPreference(preference)
  return settled(auth, 'signedIn')
}

async function withPasskey(pool: object) {
  const page = await openPasskeyPage({ ...mfaPool('OPTIONAL'), ...pool })
  const browser = openBrowser()
  const auth = page.load(withPasskeys(browser))
  await submitSignIn(auth)
  await register(auth)
  return { page, browser, auth }
}

test('with MFA, a passkey that counts as two factors signs in by itself', async () => {
  const { page, browser, auth } = await withPasskey(asTwoFactors)
  const preference = { EMAIL: 'PREFERRED', PASSKEY: 'ENABLED' } as const
  const view = await setMfaPreference(auth, preference)
  expect(view).toMatchObject({ failure: undefined })
  view.signOut()
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  const signedIn = await settled(auth, 'signedIn')
  expect(browser.ceremonies).toEqual(['create dialog', 'get dialog'])

  // Also where every user needs two factors; the password needs the code as before.
  signedIn.signOut()
  await control(page, '/pool', { MfaConfiguration: 'ON' })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  ;(await settled(auth, 'signedIn')).signOut()
  await submitSignIn(auth)
  const code = await settled(auth, 'confirmSignIn')
  expect(code).toMatchObject({ factor: 'second', mfaType: 'EMAIL' })
  code.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test('with MFA, a passkey that counts as one factor leaves the password', async () => {
  const { auth } = await withPasskey({})
  const view = await setMfaPreference(auth, { EMAIL: 'PREFERRED' })
  expect(view.failure).toBeUndefined()
  view.signOut()
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'PASSKEY' })
  const choice = await settled(auth, 'selectFactor')
  expect(choice).toMatchObject({
    options: ['PASSWORD'],
    failure: { code: 'factorNotAvailable' },
  })
  choice.submit({ factor: 'PASSWORD', password })
  expect(await settled(auth, 'confirmSignIn')).toMatchObject({ factor: 'second', mfaType: 'EMAIL' })
})

test('a pool where it counts as one factor rejects a passkey as MFA', async () => {
  const { auth } = await withPasskey({})
  const view = await setMfaPreference(auth, { EMAIL: 'PREFERRED', PASSKEY: 'ENABLED' })
  expect(view.failure).toBeDefined()
  expect((await setMfaPreference(auth, { EMAIL: 'PREFERRED' })).failure).toBeUndefined()
})

test('a user without a password sets one, and signs in with it', async () => {
  const page = openPage({
    pool: {
      ...passkeyPool,
      Policies: {
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      },
    },
  })
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  const auth = page.load(withPasskeys(openBrowser()))
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'EMAIL' })
  ;(await settled(auth, 'confirmSignIn')).submit({ code: await lastCode(page) })
  const view = await settled(auth, 'signedIn')
  view.changePassword({ password: 'short' })
  expect((await settled(auth, 'signedIn')).failure).toMatchObject({ field: 'password' })
  view.changePassword({ password: password })
  expect(await settled(auth, 'signedIn')).toMatchObject({
    notice: 'passwordChanged',
    failure: undefined,
  })
  // From here on, the previous one is needed.
  view.changePassword({ password: 'Another-horse-8' })
  expect((await settled(auth, 'signedIn')).failure).toBeDefined()
  view.signOut()
  await submitSignIn(auth)
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
})
