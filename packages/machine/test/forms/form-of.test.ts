import { describe, expect, test, vi } from 'vitest'
import { type AuthForm, byName, formOf } from '../../src/forms/index.ts'
import { nextState } from '../../src/forms/store/form-state.ts'
import { type Auth, toFailure } from '../../src/index.ts'
import { english } from '../../src/words/index.ts'
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

const { texts } = english

const shown = (auth: Auth) => formOf(auth.getView())

const fieldNames = ({ fields }: AuthForm) => fields.map(({ name }) => name)
const actionNames = ({ actions }: AuthForm) => actions.map(({ name }) => name)
const sectionNames = ({ sections }: AuthForm) => sections.map(({ name }) => name)

const fieldOf = ({ fields }: AuthForm, name: string) => byName(fields, name)
const run = ({ actions }: AuthForm, name: string, values = {}) => byName(actions, name).run(values)

test('a part of a form that is not there is an error with the names of those that are', async () => {
  const auth = openPage().load()
  await settled(auth, 'signIn')
  const { fields, sections } = shown(auth)
  expect(byName(fields, 'username')).toBe(fields[0])
  expect(() => byName(fields, 'user')).toThrow('no "user": it has username, password')
  expect(() => byName(sections, 'devices')).toThrow('no "devices": it has nothing')
})

test('the form of the sign-in: fields, actions and attributes in a stable order', async () => {
  const auth = openPage().load({ config: { loginWith: ['email'] } })
  await settled(auth, 'signIn')
  const form = shown(auth)
  expect(form).toMatchObject({ name: 'signIn', key: 'signIn', title: 'Sign in', error: undefined })
  expect(fieldNames(form)).toEqual(['username', 'password'])
  expect(actionNames(form)).toEqual(['redirect', 'goForgotPassword', 'goSignUp'])
  expect(fieldOf(form, 'username').attributes).toMatchObject({
    id: 'auth-signIn-username',
    name: 'username',
    type: 'email',
    autocomplete: 'username',
    inputmode: 'email',
    enterkeyhint: 'next',
    autocapitalize: 'none',
    required: true,
    maxlength: 128,
  })
  expect(fieldOf(form, 'password').attributes).toMatchObject({
    type: 'password',
    autocomplete: 'current-password',
    enterkeyhint: 'go',
    'aria-invalid': undefined,
  })
  expect(form.fields.map(({ showLabel }) => showLabel)).toEqual([undefined, 'Show: Password'])
})

test('a redirect carries the page that was wanted', async () => {
  const auth = openPage().load()
  const view = await settled(auth, 'signIn')
  const redirect = vi.fn()
  run(formOf({ ...view, redirect }, { customState: () => 'devices' }), 'redirect')
  expect(redirect).toHaveBeenCalledWith({ customState: 'devices' })
})

test('a problem of new values takes the place of the last failure', async () => {
  const auth = openPage().load()
  const view = await settled(auth, 'signIn')
  const failure = toFailure(Object.assign(new Error('No answer'), { name: 'NetworkError' }))
  expect(formOf({ ...view, failure }).error).toBe(texts['failure.network'])
  const form = formOf(
    { ...view, failure },
    { problems: { form: 'signIn', of: { password: { key: 'required' } } } },
  )
  expect(form.error).toBeUndefined()
  expect(fieldOf(form, 'password').error).toBe(texts['problem.required'])
})

test('a provider has the name that people know', async () => {
  const auth = openPage().load()
  const view = await settled(auth, 'signIn')
  const user = { userId: '1', username: 'ada', kind: 'federated', provider: 'google' } as const
  const home = { ...view, route: 'signedIn', user, profile: {}, devices: {} }
  const greeting = { name: 'Ada', provider: 'google' }
  expect(formOf({ ...home, greeting } as never).text).toBe('You signed in with Google.')
})

test('a user who signed in in another tab is named', async () => {
  const auth = openPage().load()
  const view = await settled(auth, 'signIn')
  const elsewhere = { userId: '1', username: 'ada', kind: 'userPool' } as const
  expect(formOf({ ...view, elsewhere } as never).status).toBe('ada signed in in another tab.')
  expect(formOf({ ...view, elsewhere, notice: 'passwordReset' } as never).status).toBe(
    texts['notice.passwordReset'],
  )
})

test('a form signs up, confirms and signs in', async () => {
  const page = openPage()
  const auth = page.load()
  await settled(auth, 'signIn')
  run(shown(auth), 'goSignUp')
  await settled(auth, 'signUp')
  expect(shown(auth).submit({ username: ` ${email} `, password: 'short' })).toEqual({
    password: { key: 'passwordRules', values: expect.objectContaining({ min: 8 }) },
  })
  expect(page.sent).toEqual([])
  expect(shown(auth).submit({ username: ` ${email} `, password })).toBeUndefined()
  await settled(auth, 'confirmSignUp')
  const code = await lastCode(page)
  expect(shown(auth).submit({ code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toBeUndefined()
  await settled(auth, 'signedIn')
})

test('a failure is at the field that it is about, in words', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await settled(auth, 'signIn')
  shown(auth).submit({ username: email, password: 'Wrong-horse-7' })
  await expect.poll(() => auth.getView().failure?.code).toBe('incorrectCredentials')
  const form = shown(auth)
  const field = fieldOf(form, 'password')
  expect(form.error).toBeUndefined()
  expect(field.error).toBe(texts['failure.incorrectCredentials'])
  expect(field.attributes['aria-invalid']).toBe('true')
  expect(field.attributes['aria-describedby']).toBe('auth-signIn-password-error')
  expect(field.errorAttributes).toEqual({ id: 'auth-signIn-password-error', role: 'alert' })
  // The user name is there still; a password never is.
  expect(fieldOf(form, 'username').initial).toBe(email)
  expect(JSON.stringify(form)).not.toContain('Wrong-horse-7')
})

test('a second factor: the masked destination, the checkbox and the exits', async () => {
  const page = openPage({ pool: mfaPool('ON') })
  await createUser(page, { phone_number: '+15550100200', phone_number_verified: 'true' })
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
  const form = shown(auth)
  expect(form.text).toMatch(/by text message to \+\*+\d{4}\.$/)
  expect(fieldNames(form)).toEqual(['code', 'rememberDevice'])
  expect(actionNames(form)).toEqual(['goSignIn'])
  expect(form.submit({ code: '12ab' })).toMatchObject({ code: { key: 'invalidCode' } })
})

describe('the account', () => {
  test('has a form for each task, once it was read', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    expect(sectionNames(shown(auth))).toEqual(['changePassword', 'deleteUser'])
    run(shown(auth), 'load')
    await expect
      .poll(() => sectionNames(shown(auth)))
      .toEqual(['updateAttributes', 'changePassword', 'setMfaPreference', 'devices', 'deleteUser'])
    const [profile] = shown(auth).sections
    expect(profile && fieldNames(profile)).toEqual([
      'attributes.name',
      'attributes.email',
      'attributes.phone_number',
    ])
    const stored = { 'attributes.email': email, 'attributes.name': '' }
    expect(profile?.submit(stored)).toEqual({ 'attributes.name': { key: 'unchanged' } })
    expect(profile?.submit({ ...stored, 'attributes.name': 'Ada' })).toBeUndefined()
    await expect.poll(() => shown(auth).status).toBe(texts['notice.attributesUpdated'])
  })

  test('offers no factor that is not possible yet', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    run(shown(auth), 'load')
    await expect.poll(() => sectionNames(shown(auth))).toContain('setMfaPreference')
    const section = shown(auth).sections.find(({ name }) => name === 'setMfaPreference')
    const disabled = section?.fields[0]?.options.filter(({ attributes }) => attributes.disabled)
    expect(disabled?.map(({ value }) => value)).toEqual(['TOTP', 'SMS'])
  })

  test('has “Cancel” in the form whose request is in flight, and in no other', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    const home = await settled(auth, 'signedIn')
    home.changePassword({ previousPassword: password, password: 'Other-horse-8' })
    const form = shown(auth)
    expect(form.isPending).toBe(true)
    const cancelled = [form, ...form.sections].filter((part) =>
      actionNames(part).includes('cancel'),
    )
    expect(cancelled.map(({ name }) => name)).toEqual(['changePassword'])
  })

  test('shows the failure in the form whose request it was', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    const home = await settled(auth, 'signedIn')
    home.changePassword({ previousPassword: 'Wrong-horse-7', password: 'Other-horse-8' })
    const cancels = shown(auth).sections.filter((form) => actionNames(form).includes('cancel'))
    expect(cancels.map(({ name }) => name)).toEqual(['changePassword'])
    await expect.poll(() => auth.getView().failure?.code).toBe('incorrectPreviousPassword')
    const form = formOf(auth.getView(), { task: 'changePassword' })
    const section = form.sections.find(({ name }) => name === 'changePassword')
    expect(form.error).toBeUndefined()
    expect(section && fieldOf(section, 'previousPassword').error).toBe(
      texts['failure.incorrectPreviousPassword'],
    )
  })

  test('is deleted after the word was typed', async () => {
    const page = openPage()
    await createUser(page)
    const auth = page.load()
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    const section = () => shown(auth).sections.find(({ name }) => name === 'deleteUser')
    expect(section()?.submit({ confirmation: 'yes' })).toMatchObject({
      confirmation: { key: 'notConfirmed', values: { word: 'delete' } },
    })
    section()?.submit({ confirmation: ' Delete ' })
    await settled(auth, 'signIn')
    expect(shown(auth).status).toBe(texts['notice.userDeleted'])
  })
})

test('own fields reach attributes, validation data and client metadata', async () => {
  const seen: object[] = []
  const page = openPage({
    triggers: {
      preSignUp: ({ request }: { request: object }) => {
        seen.push(request)
      },
    },
  })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const view = await settled(auth, 'signUp')
  const form = formOf(view, {
    extraFields: [
      { route: 'signUp', to: 'attributes', name: 'nickname', label: 'Nickname' },
      {
        route: 'signUp',
        to: 'validationData',
        name: 'invitation',
        label: 'Invitation',
        isRequired: true,
      },
      { route: 'signUp', to: 'clientMetadata', name: 'campaign', label: 'Campaign' },
      { route: 'signIn', to: 'clientMetadata', name: 'other', label: 'On another screen' },
    ],
  })
  expect(fieldNames(form)).toEqual([
    'username',
    'password',
    'attributes.nickname',
    'validationData.invitation',
    'clientMetadata.campaign',
  ])
  const values = { username: email, password, 'attributes.nickname': 'Ada' }
  expect(form.submit(values)).toEqual({ 'validationData.invitation': { key: 'required' } })
  form.submit({
    ...values,
    'validationData.invitation': 'AB12',
    'clientMetadata.campaign': 'spring',
  })
  await settled(auth, 'confirmSignUp')
  expect(seen).toMatchObject([
    {
      userAttributes: { nickname: 'Ada' },
      validationData: { invitation: 'AB12' },
      clientMetadata: { campaign: 'spring' },
    },
  ])
})

test('a repeated password has to be the same', async () => {
  const auth = openPage().load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const form = formOf(await settled(auth, 'signUp'), { repeatPassword: true })
  expect(fieldNames(form)).toEqual(['username', 'password', 'passwordRepeat'])
  expect(form.submit({ username: email, password, passwordRepeat: 'Correct-horse-8' })).toEqual({
    passwordRepeat: { key: 'passwordsDiffer' },
  })
})

test('where a code went is shown whole to the user who typed it', async () => {
  const page = openPage({ pool: { UsernameAttributes: [] } })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({
    username: 'ada',
    password,
    attributes: { email },
  })
  const view = await settled(auth, 'confirmSignUp')
  expect(formOf(view).text).toContain(view.destination)
  expect(formOf(view, { typed: ['grace@example.com', email] }).text).toContain(email)
})

test('a cool-down is shown in words', async () => {
  const page = openPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password })
  const view = await settled(auth, 'confirmSignUp')
  const { resendAt } = view
  const resend = formOf(view, { now: resendAt - 12_000 }).actions.find(
    ({ name }) => name === 'resend',
  )
  expect(resend).toMatchObject({ isDisabled: true, label: expect.stringContaining('12 seconds') })
})

test.each([
  [['email', 'phone'], '030 1234567', '+49301234567'],
  [['email', 'phone'], ' Ada@Example.com ', 'Ada@Example.com'],
  [['phone'], '0171 2345678', '+491712345678'],
  [['username', 'phone'], '0301234567', '0301234567'],
  [['username', 'phone'], '+49 30 1234567', '+49301234567'],
  [['username'], '12345', '12345'],
])('a sign-in by %s sends “%s” as “%s”', async (loginWith, typed, sent) => {
  const auth = openPage().load({ config: { loginWith } })
  await settled(auth, 'signIn')
  const form = formOf(auth.getView(), { defaultCountry: 'DE' })
  form.submit({ username: typed, password })
  await expect.poll(() => auth.getView().failure?.code).toBeDefined()
  const view = await settled(auth, 'signIn')
  expect(view.username).toBe(sent)
})

test('an alert does not count down, and the addresses of one user are not shown to the next', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  const view = await settled(auth, 'signedIn')
  const failure = {
    ...toFailure(new Error('Slow down')),
    code: 'throttled' as const,
    retryAt: 60_000,
  }
  const at = (now: number) => formOf({ ...view, failure }, { now, shownAt: 30_000 }).error
  expect(at(30_000)).toContain('30')
  expect(at(45_000)).toBe(at(30_000))
  const state = { view, typed: [email], now: 0 }
  const other = { ...view, user: { ...view.user, userId: 'another' } }
  expect(nextState(state, other).typed).toEqual([])
  expect(nextState(state, { ...view }).typed).toEqual([email])
})

test('a new password that is too long is not cut', async () => {
  const auth = openPage().load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const form = formOf(await settled(auth, 'signUp'))
  expect(fieldOf(form, 'password').attributes.maxlength).toBeUndefined()
  expect(form.submit({ username: email, password: `${password}${'x'.repeat(256)}` })).toMatchObject(
    {
      password: { key: 'passwordRules', values: { max: 256 } },
    },
  )
})
