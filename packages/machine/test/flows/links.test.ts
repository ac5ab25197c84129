import { beforeEach, describe, expect, test } from 'vitest'
import { type AuthEntry, Secret } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  signUp,
  signUpAndIn,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const newPassword = 'Another-horse-8'
const grace = 'grace@example.com'

let page: Page

beforeEach(() => {
  page = openPage()
})

/** Another user signs up in another browser, and is sent a code. */
async function signUpElsewhere(username = grace): Promise<AuthEntry> {
  const attributes = [{ Name: 'email', Value: username }]
  const form = { Username: username, Password: password, UserAttributes: attributes }
  await mustCallCognito(page, 'SignUp', form)
  return { route: 'confirmSignUp', username, code: await lastCode(page, username) }
}

/** A user who has requested a code for another password, in another browser. */
async function forgetElsewhere(to = email): Promise<AuthEntry> {
  await mustCallCognito(page, 'ForgotPassword', { Username: email })
  return { route: 'resetPassword', username: email, code: await lastCode(page, to) }
}

function codeIn(view: { readonly linkCode: Secret | undefined }): Secret {
  if (!view.linkCode) throw new Error('The view has no code')
  return view.linkCode
}

describe('in a browser that knows nothing', () => {
  test('a sign-up is confirmed by the code of the link', async () => {
    const entry = await signUpElsewhere()
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'confirmSignUp')
    expect(view).toMatchObject({ username: grace, failure: undefined, canResend: true })
    view.submit({ code: codeIn(view) })
    const done = await settled(auth, 'signIn')
    expect(done).toMatchObject({ notice: 'signUpConfirmed', username: grace })
    done.submit({ username: grace, password })
    await settled(auth, 'signedIn')
  })

  test('without a code in the link, it is typed', async () => {
    const entry = await signUpElsewhere()
    const auth = page.load()
    auth.enter({ route: 'confirmSignUp', username: grace })
    const view = await settled(auth, 'confirmSignUp')
    expect(view.linkCode).toBeUndefined()
    view.submit({ code: String(entry.route === 'confirmSignUp' && entry.code) })
    await settled(auth, 'signIn')
  })

  test('a password is set by the code of the link, and signs in', async () => {
    await createUser(page)
    const entry = await forgetElsewhere()
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'resetPassword')
    view.submit({ code: codeIn(view), password: newPassword })
    await settled(auth, 'signedIn')
  })

  test.each(['signIn', 'signUp'] as const)(
    '%s begins with the user name of the link',
    async (route) => {
      const auth = page.load()
      auth.enter({ route, username: ` ${grace} ` })
      expect((await settled(auth, route)).username).toBe(grace)
      auth.enter({ route: 'signUp' })
      expect((await settled(auth, 'signUp')).username).toBe(grace)
    },
  )

  test('blanks in the code do not matter', async () => {
    const { username } = await signUpElsewhere()
    const code = await lastCode(page, grace)
    const auth = page.load()
    auth.enter({
      route: 'confirmSignUp',
      username: String(username),
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    })
    const view = await settled(auth, 'confirmSignUp')
    expect(codeIn(view).reveal()).toBe(code)
  })
})

describe('a code that Cognito rejects', () => {
  test('a wrong one is a failure of the field, and is gone', async () => {
    await signUpElsewhere()
    const auth = page.load()
    auth.enter({ route: 'confirmSignUp', username: grace, code: '000000' })
    const view = await settled(auth, 'confirmSignUp')
    view.submit({ code: codeIn(view) })
    await expect
      .poll(() => auth.getView().failure)
      .toMatchObject({ code: 'codeMismatch', field: 'code' })
    const rejected = await settled(auth, 'confirmSignUp')
    expect(rejected.linkCode).toBeUndefined()
    rejected.submit({ code: await lastCode(page, grace) })
    await settled(auth, 'signIn')
  })

  test('an old one likewise, and another one can be sent', async () => {
    const entry = await signUpElsewhere()
    await control(page, '/clock', { advanceMs: 25 * 3_600_000 })
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'confirmSignUp')
    view.submit({ code: codeIn(view) })
    await expect
      .poll(() => auth.getView().failure)
      .toMatchObject({ code: 'codeExpired', field: 'code' })
    const rejected = await settled(auth, 'confirmSignUp')
    expect(rejected.linkCode).toBeUndefined()
    rejected.resend()
    await expect.poll(() => auth.getView().notice).toBe('codeSent')
    rejected.submit({ code: await lastCode(page, grace) })
    await settled(auth, 'signIn')
  })

  test('an old one for a password likewise', async () => {
    await createUser(page)
    const entry = await forgetElsewhere()
    await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'resetPassword')
    view.submit({ code: codeIn(view), password: newPassword })
    await expect
      .poll(() => auth.getView().failure)
      .toMatchObject({ code: 'codeExpired', field: 'code' })
    expect((await settled(auth, 'resetPassword')).linkCode).toBeUndefined()
  })

  test('a code stays where it was not Cognito that rejected it', async () => {
    const entry = await signUpElsewhere()
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'confirmSignUp')
    await control(page, '/faults', { operation: 'ConfirmSignUp', drop: true, times: 10 })
    view.submit({ code: codeIn(view) })
    await expect.poll(() => auth.getView().failure?.code).toBe('network')
    codeIn(await settled(auth, 'confirmSignUp'))
  })

  test('the link for a user who is confirmed already leads to sign-in', async () => {
    const entry = await signUpElsewhere()
    await mustCallCognito(page, 'AdminConfirmSignUp', { Username: grace })
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'confirmSignUp')
    view.submit({ code: codeIn(view) })
    expect((await settled(auth, 'signIn')).username).toBe(grace)
  })
})

test('a code is gone when the screen is left, and when another code is sent', async () => {
  const entry = await signUpElsewhere()
  const auth = page.load()
  auth.enter(entry)
  const { goSignIn } = await settled(auth, 'confirmSignUp')
  goSignIn()
  ;(await settled(auth, 'signIn')).goConfirmSignUp({ username: grace })
  expect((await settled(auth, 'confirmSignUp')).linkCode).toBeUndefined()

  auth.enter(entry)
  const view = await settled(auth, 'confirmSignUp')
  codeIn(view)
  view.resend()
  await expect.poll(() => auth.getView().notice).toBe('codeSent')
  expect((await settled(auth, 'confirmSignUp')).linkCode).toBeUndefined()
})

describe('on the screen that the link leads to', () => {
  test('the password is still there for the sign-in', async () => {
    const auth = page.load()
    await signUp(auth)
    auth.enter({ route: 'confirmSignUp', username: email, code: await lastCode(page) })
    const view = await settled(auth, 'confirmSignUp')
    // Where the code went is still said.
    expect(view.destination).toBeDefined()
    view.submit({ code: codeIn(view) })
    await settled(auth, 'signedIn')
  })

  test('a link for another user takes nothing along', async () => {
    const auth = page.load()
    await signUp(auth)
    auth.enter(await signUpElsewhere())
    const view = await settled(auth, 'confirmSignUp')
    expect(view).toMatchObject({ username: grace, destination: undefined })
    view.submit({ code: codeIn(view) })
    expect((await settled(auth, 'signIn')).notice).toBe('signUpConfirmed')
  })
})

describe('while a user is signed in', () => {
  test.each([
    ['another user', grace],
    ['the same user', email],
  ])('a link for %s waits, and opens after the sign-out', async (_, username) => {
    const auth = page.load()
    const { user } = await signUpAndIn(page, auth)
    const entry: AuthEntry =
      username === email ? await forgetElsewhere() : await signUpElsewhere(username)
    auth.enter(entry)
    const view = await settled(auth, 'signedIn')
    expect(view).toMatchObject({ notice: 'linkWaits', user })
    view.signOut()
    const opened = await settled(auth, entry.route as 'confirmSignUp' | 'resetPassword')
    expect(opened).toMatchObject({ username, notice: undefined, user: undefined })
    expect(codeIn(opened).reveal()).toBe(await lastCode(page, username))
  })

  test('it waits on any screen, and the last one counts', async () => {
    const auth = page.load()
    ;(await signUpAndIn(page, auth)).setupTotp()
    const setup = await settled(auth, 'setupTotp')
    auth.enter(await signUpElsewhere())
    expect(auth.getView()).toMatchObject({ route: 'setupTotp', notice: 'linkWaits' })
    auth.enter({ route: 'signUp', username: 'alan@example.com' })
    setup.leave()
    ;(await settled(auth, 'signedIn')).globalSignOut()
    expect((await settled(auth, 'signUp')).username).toBe('alan@example.com')
  })

  test('it opens as well when the session ends elsewhere, with the reason', async () => {
    const auth = page.load()
    await signUpAndIn(page, auth)
    auth.enter(await signUpElsewhere())
    const other = page.openTab()
    ;(await settled(other, 'signedIn')).signOut()
    expect(await settled(auth, 'confirmSignUp')).toMatchObject({
      username: grace,
      notice: 'signedOutElsewhere',
    })
  })

  test('a second tab is not concerned', async () => {
    const auth = page.load()
    await signUpAndIn(page, auth)
    const other = page.openTab()
    await settled(other, 'signedIn')
    other.enter(await signUpElsewhere())
    expect(other.getView().notice).toBe('linkWaits')
    expect(auth.getView().notice).toBeUndefined()
    ;(await settled(other, 'signedIn')).signOut()
    await settled(other, 'confirmSignUp')
    await settled(auth, 'signIn')
  })

  test('in a tab that opens with a link, while the other one is signed in', async () => {
    await signUpAndIn(page, page.load())
    const entry = await signUpElsewhere()
    const other = page.openTab()
    other.enter(entry)
    expect(other.getView()).toMatchObject({ route: 'restoring' })
    expect(await settled(other, 'signedIn')).toMatchObject({ notice: 'linkWaits' })
  })
})

describe('what a page finds when it loads', () => {
  test('an interrupted challenge loses against a link', async () => {
    page = openPage({ pool: mfaPool('OPTIONAL') })
    const phone = '+4915112345678'
    await createUser(page, { phone_number: phone, phone_number_verified: 'true' })
    await mustCallCognito(page, 'AdminSetUserMFAPreference', {
      Username: email,
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    const before = page.load()
    await submitSignIn(before)
    await settled(before, 'confirmSignIn')

    const entry = await forgetElsewhere(phone)
    const auth = page.load()
    auth.enter(entry)
    expect((await settled(auth, 'resetPassword')).username).toBe(email)
    expect(actorOf(auth).getSnapshot().context.challenge).toBeUndefined()
    // The challenge is gone for good.
    expect((await settled(page.load(), 'resetPassword')).username).toBe(email)
  })

  test('an interrupted form loses as well, and a reload keeps the screen without its code', async () => {
    const before = page.load()
    ;(await settled(before, 'signIn')).goForgotPassword()
    await settled(before, 'forgotPassword')
    const auth = page.load()
    auth.enter(await signUpElsewhere())
    await settled(auth, 'confirmSignUp')
    expect(page.pending()).toMatchObject({ route: 'confirmSignUp', username: grace })
    expect(await settled(page.load(), 'confirmSignUp')).toMatchObject({
      username: grace,
      linkCode: undefined,
    })
  })

  test('a session that is over gives way to the link, and says so', async () => {
    await signUpAndIn(page, page.load())
    const entry = await signUpElsewhere()
    await mustCallCognito(page, 'AdminUserGlobalSignOut', { Username: email })
    await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
    const auth = page.load()
    auth.enter(entry)
    const view = await settled(auth, 'confirmSignUp')
    expect(view).toMatchObject({ username: grace, failure: { code: 'sessionRevoked' } })
  })
})

test('what is in flight is dropped', async () => {
  await createUser(page)
  const auth = page.load()
  const entry = await signUpElsewhere()
  const sent: (() => void)[] = []
  page.between = async (_, send) => {
    await new Promise<void>((resolve) => sent.push(resolve))
    return send()
  }
  ;(await settled(auth, 'signIn')).submit({
    username: email,
    password,
    authFlowType: 'USER_PASSWORD_AUTH',
  })
  await expect.poll(() => sent.length).toBe(1)
  page.between = undefined
  auth.enter(entry)
  expect(auth.getView()).toMatchObject({
    route: 'confirmSignUp',
    username: grace,
    isPending: false,
  })
  sent[0]?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(auth.getView()).toMatchObject({ route: 'confirmSignUp', user: undefined })
})

test('a code that is a secret already is taken as it is', async () => {
  const auth = page.load()
  auth.enter({ route: 'confirmSignUp', username: grace, code: new Secret('123456') })
  expect(codeIn(await settled(auth, 'confirmSignUp')).reveal()).toBe('123456')
})
