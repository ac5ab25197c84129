// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { german } from '../../src/words/languages/de.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'
import { focused, input, press, show, submit, type } from './plain-forms.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})

/** An input of the app, outside of the forms, with the focus. */
function focusSearch() {
  const search = document.body.appendChild(document.createElement('input'))
  search.dataset.name = 'search'
  search.focus()
  return search
}

test('the same problem gets the focus again', async () => {
  const auth = openPage().load()
  await settled(auth, 'signIn')
  show(auth)
  submit('signIn')
  document.querySelector<HTMLButtonElement>('[data-name=submit]')?.focus()
  submit('signIn')
  expect(focused()).toBe('username')
})

test('who types elsewhere keeps the focus when a request fails or another screen opens', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await settled(auth, 'signIn')
  show(auth)
  type('username', email)
  type('password', 'Wrong-horse-7')
  submit('signIn')
  focusSearch()
  await settled(auth, 'signIn')
  await expect.poll(() => input('password').value).toBe('')
  expect(focused()).toBe('search')
  type('password', password)
  submit('signIn')
  await settled(auth, 'signedIn')
  expect(focused()).toBe('search')
})

test('forms of another component take the focus over, the first of a page and those beside it do not', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await settled(auth, 'signIn')
  const gate = document.body.appendChild(document.createElement('div'))
  show(auth, { parent: gate })
  expect(document.activeElement).toBe(document.body)
  input('password').focus()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  // The app in place of the gate's fallback: the element with the focus goes with it.
  gate.remove()
  const app = document.body.appendChild(document.createElement('div'))
  show(auth, { parent: app })
  expect(document.activeElement?.id).toBe('auth-signedIn-title')
  // A dialog beside it opens while a button of the app has the focus.
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  show(auth, { parent: document.body.appendChild(document.createElement('div')) })
  expect(document.activeElement).toBe(button)
  // An app that is hidden, with what has the focus in it.
  const hidden = document.body.appendChild(document.createElement('div'))
  hidden.append(button)
  button.focus()
  hidden.hidden = true
  show(auth, { parent: document.body.appendChild(document.createElement('div')) })
  expect(document.activeElement?.id).toBe('auth-signedIn-title')
})

test('forms that are in the page together, after all of them are made, take the focus over', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await settled(auth, 'signIn')
  const gate = document.body.appendChild(document.createElement('div'))
  show(auth, { parent: gate })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  gate.remove()
  const app = document.createElement('div')
  const { render } = show(auth, { parent: app })
  expect(app.querySelectorAll('form').length).toBeGreaterThan(1)
  document.body.append(app)
  render()
  expect(document.activeElement?.id).toBe('auth-signedIn-title')
})

test('after a page of the app’s own the screens of a sign-out take the focus', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  home.signOut()
  show(auth)
  expect(document.activeElement?.id).toBe('auth-signingOut-title')
  await settled(auth, 'signIn')
  expect(document.activeElement?.id).toBe('auth-signIn-title')
})

test('a problem of a choice focuses an option that can be chosen', async () => {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  show(auth)
  press('load')
  await expect.poll(() => document.querySelector('[data-authform=setMfaPreference]')).toBeTruthy()
  submit('setMfaPreference')
  expect(focused()).toBe('mfaType=none')
})

test('forms in a shadow root have live rules, and the focus inside stays', async () => {
  const auth = openPage().load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).goSignIn()
  await settled(auth, 'signIn')
  const host = document.body.appendChild(document.createElement('div'))
  const parent = host.attachShadow({ mode: 'open' })
  show(auth, { parent })
  parent.querySelector<HTMLButtonElement>('[data-name=goSignUp]')?.click()
  await settled(auth, 'signUp')
  expect(parent.activeElement?.tagName).toBe('H1')
  const field = parent.querySelector<HTMLInputElement>('input[name=password]')
  if (!field) throw new Error('There is no password')
  field.value = 'a'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  expect(parent.querySelector('[data-rule=lowercase]')?.getAttribute('data-passed')).toBe('true')
})

test('the code of a link is in a form that is rendered late', async () => {
  const page = openPage()
  const first = page.load()
  ;(await settled(first, 'signIn')).goSignUp()
  ;(await settled(first, 'signUp')).submit({ username: email, password })
  await settled(first, 'confirmSignUp')
  const code = await lastCode(page)
  const auth = page.openTab({ entry: { route: 'confirmSignUp', username: email, code } })
  await settled(auth, 'confirmSignUp')
  let areWordsLoaded = false
  const { setOptions } = show(auth, { isShown: () => areWordsLoaded })
  areWordsLoaded = true
  setOptions({ words: german })
  expect(input('code').value).toBe(code)
})

test('another code empties the code, and keeps the new password', async () => {
  const page = openPage()
  await createUser(page)
  const first = page.load()
  ;(await settled(first, 'signIn')).goForgotPassword()
  ;(await settled(first, 'forgotPassword')).submit({ username: email })
  await settled(first, 'resetPassword')
  await control(page, '/clock', { advanceMs: 31_000 })
  const auth = page.load()
  await settled(auth, 'resetPassword')
  show(auth)
  type('code', '111111')
  type('password', 'Other-horse-8')
  press('resend')
  await expect.poll(() => page.sent.filter((name) => name === 'ForgotPassword')).toHaveLength(2)
  await settled(auth, 'resetPassword')
  expect(input('code').value).toBe('')
  expect(input('password').value).toBe('Other-horse-8')
})

test('a problem in one task is focused, not the failure of another task', async () => {
  const page = openPage()
  await createUser(page, { name: 'Ada' })
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const { store } = show(auth)
  press('load')
  await expect.poll(() => document.querySelector('input[name="attributes.name"]')).toBeTruthy()
  type('previousPassword', 'Wrong-horse-7')
  type('password', 'Other-horse-8')
  submit('changePassword')
  await expect.poll(() => store.getState().view.failure?.code).toBe('incorrectPreviousPassword')
  type('attributes.name', '')
  submit('updateAttributes')
  expect(focused()).toBe('attributes.name')
})
