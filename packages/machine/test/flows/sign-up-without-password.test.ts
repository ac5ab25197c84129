import { expect, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import { openPasswordlessPage, passwordless } from '../support/passwordless/passwordless-page.ts'
import { control, email, lastCode, openPage, password, settled } from '../support/sandbox-auth.ts'

async function signUp(auth: Auth, form: { password?: string } = {}) {
  ;(await settled(auth, 'signIn')).goSignUp()
  const view = await settled(auth, 'signUp')
  view.submit({ username: email, attributes: { email }, ...form })
  return settled(auth, 'confirmSignUp')
}

test('a sign-up without a password signs in by the session of its confirmation', async () => {
  const page = openPasswordlessPage()
  const auth = page.load({ config: passwordless })
  const view = await signUp(auth)
  view.submit({ code: await lastCode(page) })
  const { user } = await settled(auth, 'signedIn')
  expect(user.email).toBe(email)
  expect(page.sent).toEqual(['SignUp', 'ConfirmSignUp', 'InitiateAuth'])
})

test('with a password, nothing waits in the vault either', async () => {
  const page = openPasswordlessPage()
  const auth = page.load({ config: passwordless })
  const view = await signUp(auth, { password })
  expect(page.vault.take()).toBeUndefined()
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test.each([
  ['a pool without other factors', openPage, {}],
  ['codes by SMS alone', openPasswordlessPage, { passwordless: { factors: ['PASSWORD', 'SMS'] } }],
])('%s: the password waits in the vault', async (_, open, config) => {
  const page = open()
  const auth = page.load({ config })
  const view = await signUp(auth, { password })
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test('a session that has expired leads to the sign-in screen, with a notice', async () => {
  const page = openPasswordlessPage()
  const auth = page.load({ config: passwordless })
  const view = await signUp(auth)
  page.between = async (operation, send) => {
    const response = await send()
    if (operation === 'ConfirmSignUp') await control(page, '/clock', { advanceMs: 16 * 60_000 })
    return response
  }
  view.submit({ code: await lastCode(page) })
  expect(await settled(auth, 'signIn')).toMatchObject({
    notice: 'signUpConfirmed',
    failure: undefined,
    username: email,
  })
})

test('after a reload the confirmation signs in all the same', async () => {
  const page = openPasswordlessPage()
  await signUp(page.load({ config: passwordless }))
  const auth = page.load({ config: passwordless })
  const view = await settled(auth, 'confirmSignUp')
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})
