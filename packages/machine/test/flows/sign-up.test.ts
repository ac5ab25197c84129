import { expect, test } from 'vitest'
import { actorOf } from '../../src/xstate.ts'
import {
  callCognito,
  control,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  signUpAndIn,
} from '../support/sandbox-auth.ts'

test('signs up, confirms with the code and is signed in without typing the password again', async () => {
  const page = openPage()
  const auth = page.load()
  const confirm = await signUp(auth)
  expect(confirm).toMatchObject({ username: email, medium: 'EMAIL', canResend: false })
  expect(confirm.destination).toMatch(/^a.*\*.*@/)

  confirm.submit({ code: await lastCode(page) })
  const home = await settled(auth, 'signedIn')
  expect(home.user).toMatchObject({ email, groups: [] })
  expect(page.sent).toEqual(['SignUp', 'ConfirmSignUp', 'InitiateAuth', 'RespondToAuthChallenge'])
})

test('a weak password is rejected with the field to change, and the right one then passes', async () => {
  const page = openPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const view = await settled(auth, 'signUp')
  view.submit({ username: email, password: 'weak', attributes: { email } })
  const rejected = await settled(auth, 'signUp')
  expect(rejected.failure).toMatchObject({ code: 'invalidPassword', field: 'password' })
  expect(rejected.username).toBe(email)
  rejected.submit({ username: email, password, attributes: { email } })
  expect((await settled(auth, 'confirmSignUp')).failure).toBeUndefined()
})

test('an e-mail that is taken is said at the username', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  page.stored.clear()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
  const { failure } = await settled(auth, 'signUp')
  expect(failure).toMatchObject({ code: 'usernameExists', field: 'username' })
})

test('a wrong code is rejected, the right one then passes', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  const code = await lastCode(page)
  view.submit({ code: code === '000000' ? '111111' : '000000' })
  const rejected = await settled(auth, 'confirmSignUp')
  expect(rejected.failure).toMatchObject({ code: 'codeMismatch', field: 'code' })
  rejected.submit({ code })
  await settled(auth, 'signedIn')
})

test('an expired code is said, and a fresh one passes', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  const code = await lastCode(page)
  await control(page, '/clock', { advanceMs: 25 * 3_600_000 })
  view.submit({ code })
  const rejected = await settled(auth, 'confirmSignUp')
  expect(rejected.failure).toMatchObject({ code: 'codeExpired' })

  const reloaded = page.load()
  await expect.poll(() => reloaded.getView()).toMatchObject({ canResend: true })
  ;(await settled(reloaded, 'confirmSignUp')).resend()
  const again = await settled(reloaded, 'confirmSignUp')
  again.submit({ code: await lastCode(page) })
  expect((await settled(reloaded, 'signIn')).notice).toBe('signUpConfirmed')
})

test('a code can be requested again after its cool-down, and only the new one is good', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  const old = await lastCode(page)
  view.resend()
  expect(page.sent).toEqual(['SignUp'])

  // The cool-down ends by the clock: a reload looks at it again.
  await control(page, '/clock', { advanceMs: 31_000 })
  const reloaded = page.load()
  await expect
    .poll(() => actorOf(reloaded).getSnapshot().value)
    .toEqual({ confirmSignUp: { editing: 'ready' } })
  const ready = await settled(reloaded, 'confirmSignUp')
  expect(ready.canResend).toBe(true)
  ready.resend()
  await expect.poll(() => reloaded.getView().notice).toBe('codeSent')
  const fresh = await lastCode(page)
  expect(fresh).not.toBe(old)
  const again = await settled(reloaded, 'confirmSignUp')
  expect(again.canResend).toBe(false)
  again.submit({ code: old })
  expect((await settled(reloaded, 'confirmSignUp')).failure?.code).toBe('codeMismatch')
  again.submit({ code: fresh })
  // The password was forgotten with the page: a notice says to sign in, with the name filled in.
  expect(await settled(reloaded, 'signIn')).toMatchObject({
    notice: 'signUpConfirmed',
    username: email,
  })
})

test('confirmed elsewhere meanwhile: goes on to sign-in', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  const code = await lastCode(page)
  await callCognito(page, 'ConfirmSignUp', { Username: email, ConfirmationCode: code })
  view.submit({ code })
  await settled(auth, 'signedIn')
})

test('going back to sign-in forgets the password that waited', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  view.goSignIn()
  const signIn = await settled(auth, 'signIn')
  expect(signIn.username).toBe(email)
  signIn.submit({ username: email, password })
  const confirm = await settled(auth, 'confirmSignUp')
  expect(confirm.notice).toBe('codeSent')
})

test('signUp.completed is emitted once, before signedIn', async () => {
  const page = openPage()
  const auth = page.load()
  const emitted: string[] = []
  auth.on('*', ({ type }) => emitted.push(type))
  await signUpAndIn(page, auth)
  expect(emitted).toEqual(['signUp.submitted', 'code.sent', 'signUp.completed', 'signedIn'])
})
