// @vitest-environment happy-dom
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createFormStore } from '../../src/forms/index.ts'
import { english } from '../../src/words/index.ts'
import { german } from '../../src/words/languages/de.ts'
import {
  createUser,
  email,
  lastCode,
  mfaPool,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'
import { focused, input, show, submit, type } from './plain-forms.ts'

const { texts } = english

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('on submit', () => {
  test('an empty field gets the focus and its error, and nothing is sent', async () => {
    const page = openPage()
    const auth = page.load()
    await settled(auth, 'signIn')
    show(auth)
    type('username', email)
    submit('signIn')
    expect(focused()).toBe('password')
    expect(input('password').getAttribute('aria-invalid')).toBe('true')
    input('username').focus()
    submit('signIn')
    expect(focused()).toBe('password')
    expect(page.sent).toEqual([])
  })

  test('a wrong password is emptied and gets the focus; the user name stays', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await settled(auth, 'signIn')
    show(auth)
    type('username', email)
    type('password', 'Wrong-horse-7')
    submit('signIn')
    await expect.poll(focused).toBe('password')
    expect(input('password').value).toBe('')
    expect(input('username').value).toBe(email)
    expect(document.body.innerHTML).not.toContain('Wrong-horse-7')
  })

  test('what was typed stays when the network fails', async () => {
    const page = openPage()
    const auth = page.load()
    await settled(auth, 'signIn')
    const { store } = show(auth)
    page.between = async () => {
      throw new TypeError('fetch failed')
    }
    type('username', email)
    type('password', password)
    submit('signIn')
    await expect.poll(() => store.formOf(store.getState()).error).toBe(texts['failure.network'])
    expect(input('username').value).toBe(email)
    expect(input('password').value).toBe(password)
  })
})

test('a new screen gets the focus at its heading, the first screen does not', async () => {
  const page = openPage({ pool: mfaPool('ON') })
  await createUser(page, { phone_number: '+15550100200', phone_number_verified: 'true' })
  const auth = page.load()
  show(auth)
  await settled(auth, 'signIn')
  expect(document.activeElement).toBe(document.body)
  type('username', email)
  type('password', password)
  input('password').focus()
  submit('signIn')
  await settled(auth, 'confirmSignIn')
  expect(document.activeElement?.textContent).toBe(texts['title.confirmSignIn'])
  type('code', '000000')
  submit('confirmSignIn')
  await expect.poll(() => auth.getView().failure?.code).toBe('codeMismatch')
  expect(focused()).toBe('code')
  expect(input('code').value).toBe('')
  type('code', await lastCode(page, '+15550100200'))
  submit('confirmSignIn')
  await settled(auth, 'signedIn')
  expect(document.activeElement?.tagName).toBe('H1')
})

test('a screen that only waits gets the focus, and so does the one after it', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  show(auth)
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  home.signOut()
  expect(document.activeElement?.textContent).toBe(texts['title.signingOut'])
  await settled(auth, 'signIn')
  expect(document.activeElement?.textContent).toBe(texts['title.signIn'])
})

test('a form that is rejected again points at its first wrong field again', async () => {
  const auth = openPage().load()
  await settled(auth, 'signIn')
  show(auth)
  submit('signIn')
  expect(focused()).toBe('username')
  type('username', email)
  submit('signIn')
  expect(focused()).toBe('password')
  input('username').focus()
  submit('signIn')
  expect(focused()).toBe('password')
})

test('a keystroke renders nothing, and marks the rules of a new password', async () => {
  const auth = openPage().load()
  ;(await settled(auth, 'signIn')).goSignUp()
  await settled(auth, 'signUp')
  const { renders } = show(auth)
  const before = renders.length
  const passed = () =>
    [...document.querySelectorAll('li')]
      .filter((rule) => rule.getAttribute('data-passed') === 'true')
      .map((rule) => rule.getAttribute('data-rule'))
  const left = () => document.querySelector('#auth-signUp-password-left')?.textContent
  type('password', 'a')
  expect(passed()).toEqual(['lowercase'])
  type('password', 'aB3$')
  expect(left()).toBe('At least 8 characters')
  expect(passed()).toEqual(['uppercase', 'lowercase', 'number', 'symbol'])
  type('password', '')
  expect(passed()).toEqual([])
  expect(renders).toHaveLength(before)
})

test('a changed password is emptied in the form that stays, and only this form reports', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const { store } = show(auth)
  const section = () =>
    store.formOf(store.getState()).sections.find(({ name }) => name === 'changePassword')
  type('previousPassword', 'Wrong-horse-7')
  type('password', 'Other-horse-8')
  submit('changePassword')
  await expect
    .poll(() => section()?.fields[0]?.error)
    .toBe(texts['failure.incorrectPreviousPassword'])
  expect(focused()).toBe('previousPassword')
  expect(input('previousPassword').value).toBe('')
  expect(input('password').value).toBe('Other-horse-8')
  type('previousPassword', password)
  submit('changePassword')
  await expect
    .poll(() => store.formOf(store.getState()).status)
    .toBe(texts['notice.passwordChanged'])
  expect(input('password').value).toBe('')
})

test('a profile shows what is stored now, and keeps what is typed in other forms', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  show(auth)
  document.querySelector<HTMLButtonElement>('[data-name=load]')?.click()
  await expect.poll(() => document.querySelector('input[name="attributes.name"]')).toBeTruthy()
  type('previousPassword', 'half typed')
  type('attributes.name', 'Ada')
  submit('updateAttributes')
  await expect.poll(() => auth.getView().notice).toBe('attributesUpdated')
  await expect.poll(() => input('attributes.name').value).toBe('Ada')
  expect(input('previousPassword').value).toBe('half typed')
})

test('an action that needs the user name points at it when it is empty', async () => {
  const auth = openPage().load()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  await settled(auth, 'forgotPassword')
  show(auth)
  const haveCode = document.querySelector<HTMLButtonElement>('[data-name=goResetPassword]')
  haveCode?.click()
  expect(focused()).toBe('username')
  type('username', email)
  haveCode?.click()
  expect(auth.getView().route).toBe('resetPassword')
})

test('the cool-down counts down while it is shown, and no timer is left behind', async () => {
  const page = openPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password })
  await settled(auth, 'confirmSignUp')
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const store = createFormStore(auth)
  const labels = new Set<string>()
  const unsubscribe = store.subscribe(() => {
    const { actions } = store.formOf(store.getState())
    labels.add(actions.find(({ name }) => name === 'resend')?.label ?? '')
  })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(labels.size).toBeGreaterThanOrEqual(3)
  unsubscribe()
  expect(vi.getTimerCount()).toBe(0)
})

test('one state and equal options give the same form', async () => {
  const auth = openPage().load()
  await settled(auth, 'signIn')
  const store = createFormStore(auth)
  const form = store.formOf(store.getState(), { repeatPassword: true })
  expect(store.formOf(store.getState(), { repeatPassword: true })).toBe(form)
  expect(store.formOf(store.getState(), { repeatPassword: false })).not.toBe(form)
})

test('the code of a mail’s link is in the field, and in no attribute', async () => {
  const page = openPage()
  const first = page.load()
  ;(await settled(first, 'signIn')).goSignUp()
  ;(await settled(first, 'signUp')).submit({ username: email, password })
  await settled(first, 'confirmSignUp')
  const code = await lastCode(page)
  const auth = page.openTab({ entry: { route: 'confirmSignUp', username: email, code } })
  await settled(auth, 'confirmSignUp')
  show(auth)
  expect(input('code').value).toBe(code)
  expect(document.body.innerHTML).not.toContain(code)
  submit('confirmSignUp')
  await settled(auth, 'signIn')
})

test('a link to the screen that is shown fills its field, and nothing else does so again', async () => {
  const page = openPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password })
  await settled(auth, 'confirmSignUp')
  const { setOptions } = show(auth)
  const code = await lastCode(page)
  auth.enter({ route: 'confirmSignUp', username: email, code })
  expect(input('code').value).toBe(code)
  type('code', '111111')
  setOptions({ words: german })
  expect(input('code').value).toBe('111111')
})

test('a form that knows only whose code it is says so', async () => {
  const entry = { route: 'resetPassword', username: email } as const
  const auth = openPage().openTab({ entry })
  await settled(auth, 'resetPassword')
  const { text } = createFormStore(auth).formOf({ view: auth.getView(), now: 0 })
  expect(text?.replaceAll(/[\u2068\u2069]/g, '')).toBe(`We sent you a code for ${email}.`)
})
