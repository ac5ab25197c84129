import { expect, test } from 'vitest'
import {
  createUser,
  email,
  lastCode,
  openPage,
  password,
  settled,
} from '../support/sandbox-auth.ts'

const newPassword = 'Another-horse-8'

test('a sign-up is confirmed in another browser', async () => {
  const page = openPage()
  const there = page.openTab()
  ;(await settled(there, 'signIn')).goSignUp()
  ;(await settled(there, 'signUp')).submit({ username: email, password, attributes: { email } })
  await settled(there, 'confirmSignUp')

  for (const from of ['signIn', 'signUp'] as const) {
    const here = page.openTab()
    const start = await settled(here, 'signIn')
    if (from === 'signUp') start.goSignUp()
    ;(await settled(here, from)).goConfirmSignUp({ username: email })
    const view = await settled(here, 'confirmSignUp')
    expect(view).toMatchObject({ username: email, destination: undefined, canResend: true })
    view.submit({ code: '000000' })
    expect((await settled(here, 'confirmSignUp')).failure?.code).toBe('codeMismatch')
    if (from === 'signIn') continue
    view.submit({ code: await lastCode(page) })
    const done = await settled(here, 'signIn')
    expect(done).toMatchObject({ notice: 'signUpConfirmed', username: email })
    done.submit({ username: email, password })
    await settled(here, 'signedIn')
  }
})

test('a user who forgot the password before the sign-up was confirmed', async () => {
  const page = openPage()
  const there = page.openTab()
  ;(await settled(there, 'signIn')).goSignUp()
  ;(await settled(there, 'signUp')).submit({ username: email, password, attributes: { email } })
  await settled(there, 'confirmSignUp')

  const here = page.openTab()
  ;(await settled(here, 'signIn')).goForgotPassword()
  const lost = await settled(here, 'forgotPassword')
  lost.submit({ username: email })
  const rejected = await settled(here, 'forgotPassword')
  expect(rejected.failure?.code).toBe('noVerifiedContact')
  rejected.goConfirmSignUp({ username: email })
  const view = await settled(here, 'confirmSignUp')
  expect(view).toMatchObject({ username: email, failure: undefined })
  view.resend()
  expect(await settled(here, 'confirmSignUp')).toMatchObject({ notice: 'codeSent' })
  view.submit({ code: await lastCode(page) })
  ;(await settled(here, 'signIn')).goForgotPassword()
  ;(await settled(here, 'forgotPassword')).submit({ username: email })
  const reset = await settled(here, 'resetPassword')
  reset.submit({ code: await lastCode(page), password: newPassword })
  await settled(here, 'signedIn')
})

test('a password is reset in another browser, and by a link that a page opens with', async () => {
  const page = openPage()
  await createUser(page)
  for (const from of ['signIn', 'forgotPassword'] as const) {
    const there = page.openTab()
    ;(await settled(there, 'signIn')).goForgotPassword()
    ;(await settled(there, 'forgotPassword')).submit({ username: email })
    await settled(there, 'resetPassword')
    there.stop()

    const here = page.openTab()
    const start = await settled(here, 'signIn')
    if (from === 'forgotPassword') start.goForgotPassword()
    ;(await settled(here, from)).goResetPassword({ username: email })
    const view = await settled(here, 'resetPassword')
    expect(view.username).toBe(email)
    view.submit({ code: await lastCode(page), password: `${newPassword}-${from}` })
    await settled(here, 'signedIn')
    ;(await settled(here, 'signedIn')).signOut()
    await settled(here, 'signIn')
  }
})

test('another code can be sent at once, and a reload resumes the screen', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goResetPassword({ username: email })
  await settled(auth, 'resetPassword')
  const again = page.load()
  const view = await settled(again, 'resetPassword')
  expect(view.username).toBe(email)
  view.resend()
  expect(await settled(again, 'resetPassword')).toMatchObject({ notice: 'codeSent' })
  view.submit({ code: await lastCode(page), password: newPassword })
  await settled(again, 'signedIn')
})
