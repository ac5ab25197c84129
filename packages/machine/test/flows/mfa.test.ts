import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  settled,
  submitSignIn,
  totpCode,
} from '../support/sandbox-auth.ts'

const phone = '+4915112345678'

async function preferring(factor: object, attributes = {}) {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page, { phone_number: phone, phone_number_verified: 'true', ...attributes })
  await mustCallCognito(page, 'AdminSetUserMFAPreference', { Username: email, ...factor })
  return { page, auth: page.load() }
}

const on = { Enabled: true, PreferredMfa: false }
const preferred = { Enabled: true, PreferredMfa: true }

test.each([
  ['SMS', { SMSMfaSettings: preferred }, phone],
  ['EMAIL', { EmailMfaSettings: preferred }, email],
] as const)(
  'a code by %s: where it went, a wrong one, the right one',
  async (mfaType, factor, to) => {
    const { page, auth } = await preferring(factor)
    await submitSignIn(auth)
    const view = await settled(auth, 'confirmSignIn')
    expect(view).toMatchObject({ mfaType, username: email, failure: undefined })
    expect(view.destination).toMatch(/\*/)

    view.submit({ code: '000000' })
    const again = await settled(auth, 'confirmSignIn')
    expect(again.failure).toMatchObject({ code: 'codeMismatch', field: 'code' })
    again.submit({ code: await lastCode(page, to) })
    expect((await settled(auth, 'signedIn')).user.email).toBe(email)
  },
)

test('a choice between factors, then the code of the one that was chosen', async () => {
  const { page, auth } = await preferring({ SMSMfaSettings: on, EmailMfaSettings: on })
  await submitSignIn(auth)
  const choice = await settled(auth, 'selectMfaType')
  expect(choice).toMatchObject({ purpose: 'signIn' })
  expect([...choice.options].sort()).toEqual(['EMAIL', 'SMS'])
  choice.submit({ mfaType: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  expect(view.mfaType).toBe('EMAIL')
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test('an authenticator app set up during sign-in, and required the next time', async () => {
  const page = openPage({ pool: { ...mfaPool('ON'), EmailMfaConfiguration: null } })
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  const setup = await settled(auth, 'setupTotp')
  const secret = setup.secret?.reveal() ?? ''
  expect(secret).toMatch(/^[A-Z2-7]{16,}$/)
  expect(setup.setupKey()).toBe(secret)
  expect(`${JSON.stringify(setup)}${inspect(setup)}${setup.secret}`).not.toContain(secret)
  expect(setup.user).toBeUndefined()
  expect(setup.setupUri('My app', 'ada')).toBe(
    `otpauth://totp/My%20app:ada?secret=${secret}&issuer=My%20app`,
  )

  setup.submit({ code: '000000' })
  const again = await settled(auth, 'setupTotp')
  expect(again.failure).toMatchObject({ code: 'codeMismatch', field: 'code' })
  expect(again.secret?.reveal()).toBe(secret)
  again.submit({ code: await totpCode(page, secret), deviceName: 'My phone' })
  ;(await settled(auth, 'signedIn')).signOut()

  await control(page, '/clock', { advanceMs: 60_000 })
  await submitSignIn(auth)
  const view = await settled(auth, 'confirmSignIn')
  expect(view).toMatchObject({ mfaType: 'TOTP', destination: undefined, deviceName: 'My phone' })
  view.submit({ code: await totpCode(page, secret) })
  await settled(auth, 'signedIn')
})

test('the user chooses the factor to set up: an e-mail address, its code, and in', async () => {
  const page = openPage({ pool: { ...mfaPool('ON'), AutoVerifiedAttributes: [] } })
  await createUser(page, { email_verified: 'false' })
  const auth = page.load()
  await submitSignIn(auth)
  const choice = await settled(auth, 'selectMfaType')
  expect(choice).toMatchObject({ purpose: 'setup', options: ['TOTP', 'EMAIL'] })
  choice.submit({ mfaType: 'SMS' })
  expect(auth.getView().failure?.code).toBe('mfaNotSetUp')
  choice.submit({ mfaType: 'EMAIL' })
  ;(await settled(auth, 'setupEmail')).submit({ email: 'ada+mfa@example.com' })
  const view = await settled(auth, 'confirmSignIn')
  expect(view.mfaType).toBe('EMAIL')
  view.submit({ code: await lastCode(page, 'ada+mfa@example.com') })
  await settled(auth, 'signedIn')
})

test('when the secret cannot be fetched, and when the setup cannot be finished, one can try again', async () => {
  const page = openPage({ pool: { ...mfaPool('ON'), EmailMfaConfiguration: null } })
  await createUser(page)
  const auth = page.load()
  await control(page, '/faults', { operation: 'AssociateSoftwareToken', times: 1, drop: true })
  await submitSignIn(auth)
  const failed = await settled(auth, 'setupTotp')
  expect(failed).toMatchObject({
    canRetry: true,
    isVerified: false,
    secret: undefined,
    failure: { code: 'network' },
  })
  failed.retry()
  const setup = await settled(auth, 'setupTotp')
  expect(setup).toMatchObject({ canRetry: false, failure: undefined })
  const faults = { operation: 'RespondToAuthChallenge', times: 1, status: 503, body: '' }
  await control(page, '/faults', faults)
  setup.submit({ code: await totpCode(page, setup.secret?.reveal() ?? '') })
  const unfinished = await settled(auth, 'setupTotp')
  expect(unfinished).toMatchObject({
    canRetry: true,
    isVerified: true,
    failure: { code: 'emptyAnswer' },
  })
  unfinished.retry()
  await settled(auth, 'signedIn')
})

test('MFA after a sign-up: the vault’s password leads to the setup, not back to sign-in', async () => {
  const page = openPage({ pool: { ...mfaPool('ON'), EmailMfaConfiguration: null } })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const form = { username: email, password: 'Correct-horse-7', attributes: { email } }
  ;(await settled(auth, 'signUp')).submit(form)
  ;(await settled(auth, 'confirmSignUp')).submit({ code: await lastCode(page) })
  const setup = await settled(auth, 'setupTotp')
  setup.submit({ code: await totpCode(page, setup.secret?.reveal() ?? '') })
  await settled(auth, 'signedIn')
})

test('leave goes back to sign-in with the username', async () => {
  const page = openPage({ pool: { ...mfaPool('ON'), EmailMfaConfiguration: null } })
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  ;(await settled(auth, 'setupTotp')).leave()
  expect(await settled(auth, 'signIn')).toMatchObject({ username: email, failure: undefined })
})
