import { expect, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
} from '../support/sandbox-auth.ts'

const fresh = 'Another-horse-8'

async function forgotten(pool = {}): Promise<{ page: Page; auth: Auth }> {
  const page = openPage({ pool })
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: email })
  return { page, auth }
}

test('a code, a wrong one first, a weak password, then signed in without typing it again', async () => {
  const { page, auth } = await forgotten()
  const view = await settled(auth, 'resetPassword')
  expect(view).toMatchObject({ username: email, medium: 'EMAIL', canResend: false })
  expect(view.destination).toMatch(/\*/)

  view.submit({ code: '000000', password: fresh })
  expect((await settled(auth, 'resetPassword')).failure).toMatchObject({
    code: 'codeMismatch',
    field: 'code',
  })
  const code = await lastCode(page)
  view.submit({ code, password: 'no-uppercase-8' })
  expect((await settled(auth, 'resetPassword')).failure).toMatchObject({
    code: 'invalidPassword',
    field: 'password',
    rule: 'uppercase',
  })
  const done: string[] = []
  auth.on('passwordReset.completed', ({ username }) => done.push(username))
  view.submit({ code, password: fresh })
  await settled(auth, 'signedIn')
  expect(done).toEqual([email])
})

test('a further code, once the first had time to arrive', async () => {
  const { page, auth } = await forgotten()
  await settled(auth, 'resetPassword')
  const first = await lastCode(page)
  await control(page, '/clock', { advanceMs: 31_000 })
  const view = await settled(page.load(), 'resetPassword')
  expect(view.canResend).toBe(true)
  view.resend()
  await expect.poll(() => lastCode(page)).not.toBe(first)
})

test('a reload before the code arrives', async () => {
  const { page, auth } = await forgotten()
  const { destination } = await settled(auth, 'resetPassword')
  const reloaded = page.load()
  const view = await settled(reloaded, 'resetPassword')
  expect(view).toMatchObject({ username: email, destination })
  view.submit({ code: await lastCode(page), password: fresh })
  await settled(reloaded, 'signedIn')
})

test('a reset that an administrator forced: a code, a new password, and in', async () => {
  const page = openPage()
  await createUser(page)
  await mustCallCognito(page, 'AdminResetUserPassword', { Username: email })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const view = await settled(auth, 'resetPassword')
  expect(view).toMatchObject({ username: email, notice: 'codeSent', failure: undefined })
  view.submit({ code: await lastCode(page), password: fresh })
  await settled(auth, 'signedIn')
})

test('a user without a contact gets a failure that says so', async () => {
  const page = openPage()
  await createUser(page, { email_verified: 'false' })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: email })
  expect((await settled(auth, 'forgotPassword')).failure).toMatchObject({
    code: 'noVerifiedContact',
  })
})

test('a stranger does not learn who has an account', async () => {
  const page = openPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: 'unknown@example.com' })
  const view = await settled(auth, 'resetPassword')
  view.submit({ code: '123456', password: fresh })
  expect(['codeMismatch', 'codeExpired']).toContain(
    (await settled(auth, 'resetPassword')).failure?.code,
  )
})

test('the rules of the password as they pass, one by one', async () => {
  const { auth } = await forgotten()
  const view = await settled(auth, 'resetPassword')
  expect(view.checkPassword('abc')).toEqual([
    { rule: 'minLength', passed: false, min: 8 },
    { rule: 'uppercase', passed: false },
    { rule: 'lowercase', passed: true },
    { rule: 'number', passed: false },
    { rule: 'symbol', passed: false },
  ])
  expect(view.checkPassword(fresh).every(({ passed }) => passed)).toBe(true)
})
