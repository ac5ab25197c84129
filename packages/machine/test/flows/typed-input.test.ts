import { expect, test } from 'vitest'
import { checkPassword, defaultPasswordPolicy, Secret } from '../../src/index.ts'
import { tidyInput } from '../../src/tidy-input.ts'
import { actorOf } from '../../src/xstate.ts'
import {
  createUser,
  email,
  lastCode,
  mfaPool,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
  totpCode,
} from '../support/sandbox-auth.ts'

/** As a mail shows it, or as a person reads it out. */
const spread = (code: string) => ` ${code.slice(0, 3)}\u2013${code.slice(3)}\u00a0\n`

/** As an Arabic keyboard types it, in a text from right to left. */
const arabic = (code: string) =>
  `\u200f${code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))}`

const spreadCode = async (page: Page, to?: string) => spread(await lastCode(page, to))

test('sign-up, sign-in and reset take what was typed with blanks', async () => {
  const page = openPage()
  const auth = page.load()
  const emitted: unknown[] = []
  auth.on('signUp.submitted', (event) => emitted.push(event))
  ;(await settled(auth, 'signIn')).goSignUp()
  const attributes = { email: `${email} `, phone_number: '+1 (555) 010-0200' }
  ;(await settled(auth, 'signUp')).submit({ username: ` ${email} `, password, attributes })
  const confirm = await settled(auth, 'confirmSignUp')
  expect(confirm.username).toBe(email)
  expect(emitted).toMatchObject([{ username: email }])
  confirm.submit({ code: await spreadCode(page) })
  const home = await settled(auth, 'signedIn')
  expect(home.user.email).toBe(email)
  home.loadProfile()
  await expect
    .poll(() => {
      const view = auth.getView()
      return view.route === 'signedIn' && view.profile.data?.attributes.phone_number
    })
    .toBe('+15550100200')

  home.signOut()
  ;(await settled(auth, 'signIn')).submit({ username: `\t${email}\n`, password })
  ;(await settled(auth, 'signedIn')).signOut()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: ` ${email}` })
  const reset = await settled(auth, 'resetPassword')
  reset.submit({ code: await spreadCode(page), password: 'Inner blank-8' })
  await settled(auth, 'signedIn')
})

test('codes of second factors and of the account are taken likewise', async () => {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  ;(await settled(auth, 'signedIn')).setupTotp()
  const setup = await settled(auth, 'setupTotp')
  setup.submit({ code: spread(await totpCode(page, setup.secret?.reveal() ?? '')) })
  const home = await settled(auth, 'signedIn')
  home.updateAttributes({ attributes: { email: ' eve@example.com ' } })
  const confirm = await settled(auth, 'confirmContact')
  confirm.submit({ code: arabic(await spreadCode(page, 'eve@example.com')) })
  expect((await settled(auth, 'signedIn')).notice).toBe('contactConfirmed')
})

test('an event that came from no view is made tidy where its request is sent', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await settled(auth, 'signIn')
  const typed = { username: ` ${email} `, password: new Secret(password) }
  actorOf(auth).send({ type: 'signIn.submit', ...typed })
  await settled(auth, 'signedIn')
})

test('passwords and answers stay as they are', () => {
  const code = new Secret('123 456')
  const answer = new Secret(' a - b ')
  const secret = new Secret(' p ')
  const input = {
    username: ' Ada@Example.com ',
    password: secret,
    previousPassword: secret,
    answer,
  }
  const tidied = tidyInput(input)
  expect(tidied).toEqual({ ...input, username: 'Ada@Example.com' })
  expect(tidied.password).toBe(secret)
  expect(tidied.answer).toBe(answer)
  expect(tidyInput({ answer: { type: 'code', code } }).answer.code.reveal()).toBe('123456')
  expect(tidyInput({ answer: { type: 'custom', answer } }).answer.answer).toBe(answer)
  const attributes = { name: ' Ada ', 'custom:note': '1-2', email: ' a@b.c ' }
  expect(tidyInput({ attributes }).attributes).toEqual({ ...attributes, email: 'a@b.c' })
  expect(tidyInput(undefined)).toBe(undefined)
  expect(tidyInput({ username: 7, code: '1 2' })).toEqual({ username: 7, code: '1 2' })
})

test('a password with a blank at an end, or one that is too long, breaks a rule of its own', () => {
  const broken = (password: string) =>
    checkPassword(password, defaultPasswordPolicy).filter(({ passed }) => !passed)
  expect(broken('Password 1!')).toEqual([])
  expect(broken(' Password1!')).toEqual([{ rule: 'trimmed', passed: false }])
  expect(broken('Password1!\t')).toEqual([{ rule: 'trimmed', passed: false }])
  expect(broken(`Password1!${'x'.repeat(246)}`)).toEqual([])
  expect(broken(`Password1!${'x'.repeat(247)}`)).toEqual([
    { rule: 'maxLength', passed: false, max: 256 },
  ])
})

test.each([
  [` ${password}`, 'trimmed'],
  [`${password} `, 'trimmed'],
  [password.padEnd(257, 'x'), 'maxLength'],
  ['', 'minLength'],
])(
  'the sandbox rejects them as Cognito does, and the failure names the rule: %o',
  async (typed, rule) => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    ;(await settled(auth, 'signIn')).goSignUp()
    const form = { username: 'eve@example.com', attributes: { email: 'eve@example.com' } }
    ;(await settled(auth, 'signUp')).submit({ ...form, password: typed })
    const { failure } = await settled(auth, 'signUp')
    expect(failure).toMatchObject({ code: 'invalidPassword', field: 'password', rule })
    expect(failure?.message).not.toContain('regular expression')
    ;(await settled(auth, 'signUp')).goSignIn()
    await submitSignIn(auth)
    ;(await settled(auth, 'signedIn')).changePassword({
      previousPassword: password,
      password: typed,
    })
    const changed = await settled(auth, 'signedIn')
    expect(changed.failure).toMatchObject({ code: 'invalidPassword', field: 'password', rule })
  },
)
