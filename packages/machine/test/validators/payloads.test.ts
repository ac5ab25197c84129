import { describe, expect, test } from 'vitest'
import { type AuthView, defaultPasswordPolicy, Secret, type ViewOf } from '../../src/index.ts'
import { payloadMembers } from '../../src/validators/payload-members.ts'
import { read } from './read.ts'

/** The data of a view that a validator reads. */
const view = <Route extends AuthView['route']>(
  route: Route,
  data: Partial<ViewOf<Route>> = {},
): ViewOf<Route> => ({ route, ...data }) as ViewOf<Route>

const passwordPolicy = defaultPasswordPolicy
const factors = ['PASSWORD'] as const
const signIn = view('signIn', { loginWith: ['username'], factors })
const passwordless = view('signIn', { loginWith: ['username'], factors: ['EMAIL', 'PASSWORD'] })
const signUp = view('signUp', {
  loginWith: ['username'],
  factors,
  passwordPolicy,
  attributes: [
    { name: 'email', isRequired: true },
    { name: 'birthdate', isRequired: false },
  ],
})
const unread = { data: undefined, isLoading: false, failure: undefined }
const signedIn = view('signedIn', { passwordPolicy, factors: unread })
const newPassword = view('newPassword', { passwordPolicy, missingAttributes: ['given_name'] })
const strong = 'Correct-horse-7'

test.each<[AuthView, string, object, unknown]>([
  [signIn, 'submit', { username: ' ada ', password: ' x ' }, { username: 'ada', password: ' x ' }],
  [signIn, 'submit', {}, ['username required', 'password required']],
  [signIn, 'submit', { username: ' ', password: '' }, ['username required', 'password required']],
  [signIn, 'submit', { username: 'a b', password: 'x' }, ['username invalidUsername']],
  [
    signIn,
    'submit',
    { username: 'ada', password: '', authFlowType: 'CUSTOM_AUTH' },
    { username: 'ada', authFlowType: 'CUSTOM_AUTH' },
  ],
  [passwordless, 'submit', { username: 'ada' }, { username: 'ada' }],
  [view('selectFactor'), 'submit', { factor: 'EMAIL' }, { factor: 'EMAIL' }],
  [view('selectFactor'), 'submit', { factor: 'PASSWORD' }, ['password required']],
  [view('passkey'), 'submit', {}, {}],
  [signIn, 'redirect', {}, {}],
  [
    signIn,
    'redirect',
    { provider: 'Google', loginHint: ' ada' },
    { provider: 'Google', loginHint: 'ada' },
  ],
  [signIn, 'goConfirmSignUp', { username: '' }, ['username required']],
  [signIn, 'goResetPassword', { username: 'ada' }, { username: 'ada' }],
  [
    view('confirmSignIn'),
    'submit',
    { code: ' 123-456 ', rememberDevice: true },
    { code: '123456', rememberDevice: true },
  ],
  [view('confirmSignIn'), 'submit', { code: '12345' }, ['code invalidCode']],
  [
    view('confirmSignIn'),
    'submit',
    { code: '123456', rememberDevice: 'on' },
    ['rememberDevice required'],
  ],
  [view('customChallenge'), 'submit', { answer: ' 4 2 ' }, { answer: ' 4 2 ' }],
  [view('customChallenge'), 'submit', { answer: '' }, ['answer required']],
  [view('selectMfaType', { options: ['SMS'] }), 'submit', { mfaType: 'SMS' }, { mfaType: 'SMS' }],
  [
    view('selectMfaType', { options: ['SMS'] }),
    'submit',
    { mfaType: 'TOTP' },
    ['mfaType required'],
  ],
  [view('setupEmail'), 'submit', { email: 'ada@example.com\u200f' }, { email: 'ada@example.com' }],
  [view('setupEmail'), 'submit', { email: 'ada' }, ['email invalidEmail']],
  [
    view('setupTotp'),
    'submit',
    { code: '１２３４５６', deviceName: '', prefer: false },
    { code: '123456', prefer: false },
  ],
  [
    newPassword,
    'submit',
    { password: strong, attributes: { given_name: 'Ada' } },
    { password: strong, attributes: { given_name: 'Ada' } },
  ],
  [
    newPassword,
    'submit',
    { password: 'Correct-horse' },
    ['password passwordRules:number', 'attributes.given_name required'],
  ],
  [signUp, 'goConfirmSignUp', { username: 'ada' }, { username: 'ada' }],
  [view('confirmSignUp'), 'submit', { code: '' }, ['code required']],
  [
    view('confirmSignUp'),
    'submit',
    { code: '١٢٣٤٥٦', forceAliasCreation: true },
    { code: '123456', forceAliasCreation: true },
  ],
  [
    view('confirmSignUp'),
    'resend',
    { clientMetadata: { theme: 'dark' } },
    { clientMetadata: { theme: 'dark' } },
  ],
  [view('forgotPassword', { loginWith: ['username'] }), 'submit', {}, ['username required']],
  [view('forgotPassword'), 'goResetPassword', { username: 'ada' }, { username: 'ada' }],
  [
    view('resetPassword', { passwordPolicy }),
    'submit',
    { code: 'abc', password: 'x' },
    [
      'code invalidCode',
      'password passwordRules:minLength',
      'password passwordRules:uppercase',
      'password passwordRules:number',
      'password passwordRules:symbol',
    ],
  ],
  [view('resetPassword'), 'resend', {}, {}],
  [
    view('verifyContact', { contacts: [{ attribute: 'email', value: 'a@b.c' }] }),
    'submit',
    { attribute: 'phone_number' },
    ['attribute required'],
  ],
  [view('confirmContact'), 'submit', { code: '123 456' }, { code: '123456' }],
  [view('confirmContact'), 'resend', {}, {}],
  [
    signedIn,
    'changePassword',
    { previousPassword: 'old', password: strong },
    { previousPassword: 'old', password: strong },
  ],
  [
    signedIn,
    'changePassword',
    { previousPassword: '', password: ` ${strong}` },
    ['previousPassword required', 'password passwordRules:trimmed'],
  ],
  [
    signedIn,
    'updateAttributes',
    { attributes: { email: 'eve@example.com ', nickname: '' } },
    { attributes: { email: 'eve@example.com', nickname: '' } },
  ],
  [signedIn, 'updateAttributes', {}, ['attributes required']],
  [signedIn, 'updateAttributes', { attributes: {} }, ['attributes required']],
  [
    signedIn,
    'updateAttributes',
    { attributes: { 'custom:note': 'x'.repeat(2049) } },
    ['attributes.custom:note tooLong'],
  ],
  [signedIn, 'deleteAttributes', { names: ['nickname'] }, { names: ['nickname'] }],
  [signedIn, 'deleteAttributes', { names: [] }, ['names required']],
  [signedIn, 'deleteAttributes', { names: [7] }, ['names required']],
  [signedIn, 'verifyAttribute', { attribute: 'email' }, { attribute: 'email' }],
  [signedIn, 'verifyAttribute', { attribute: 'nickname' }, ['attribute required']],
  [signedIn, 'setMfaPreference', { TOTP: 'PREFERRED' }, { TOTP: 'PREFERRED' }],
])('%#: %o', (from, action, input, expected) => {
  expect(read(from, action as never, input)).toEqual(expected)
})

test('each route of the views has its actions', () => {
  const actions = Object.entries(payloadMembers).flatMap(([route, of]) =>
    Object.keys(of).map((action) => `${route}.${action}`),
  )
  expect(actions.length).toBeGreaterThan(24)
})

describe('sign-up', () => {
  const submit = (input: object, options = {}) => read(signUp, 'submit', input, options)

  test('empty attributes are left out, and required ones are required', () => {
    const typed = { username: 'ada', password: strong }
    expect(submit({ ...typed, attributes: { email: 'ada@example.com', birthdate: '' } })).toEqual({
      ...typed,
      attributes: { email: 'ada@example.com' },
    })
    for (const attributes of [undefined, {}, { email: '' }, { email: ' ' }, { birthdate: '' }]) {
      expect(submit({ ...typed, attributes })).toEqual(['attributes.email required'])
    }
  })

  test('each attribute is checked by its name', () => {
    const attributes = { email: 'ada', birthdate: '30 February', phone_number: '030' }
    expect(submit({ username: 'ada', password: strong, attributes })).toEqual([
      'attributes.email invalidEmail',
      'attributes.birthdate invalidDate',
      'attributes.phone_number invalidPhone',
    ])
  })

  test('a phone number becomes E.164, by the default country or a function of the app', () => {
    const input = (phone_number: string) => ({
      username: 'ada',
      password: strong,
      attributes: { email: 'ada@example.com', phone_number },
    })
    const attributes = { attributes: { phone_number: '+4930123456' } }
    expect(submit(input('030 123456'), { defaultCountry: 'DE' })).toMatchObject(attributes)
    expect(submit(input('+49 (0)30 123456'))).toMatchObject(attributes)
    const normalizePhone = (text: string) => (text === 'home' ? '+4930123456' : undefined)
    expect(submit(input('home'), { normalizePhone })).toMatchObject(attributes)
    expect(submit(input('+4930123456'), { normalizePhone })).toEqual([
      'attributes.phone_number invalidPhone',
    ])
  })

  test('the password twice, where the app wants it, and only once in the output', () => {
    const typed = { username: 'ada', password: strong, attributes: { email: 'ada@example.com' } }
    const options = { repeatPassword: true }
    expect(submit({ ...typed, passwordRepeat: strong }, options)).toEqual(typed)
    expect(submit({ ...typed, passwordRepeat: 'other' }, options)).toEqual([
      'passwordRepeat passwordsDiffer',
    ])
    expect(submit(typed, options)).toEqual(['passwordRepeat passwordsDiffer'])
    expect(submit({ ...typed, passwordRepeat: 'other' })).toEqual(typed)
  })
})

describe('a user name', () => {
  test.each<[ViewOf<'signIn'>['loginWith'], string, string, unknown]>([
    [['email'], 'ada@example.com ', 'ada@example.com', undefined],
    [['email'], 'ada', '', 'invalidEmail'],
    [['phone'], '030 123456', '+4930123456', undefined],
    [['phone'], 'ada@example.com', '', 'invalidPhone'],
    [['email', 'phone'], '030 123456', '+4930123456', undefined],
    [['email', 'phone'], 'ada@example.com', 'ada@example.com', undefined],
    [['email', 'phone'], '030', '', 'invalidPhone'],
    [['email', 'phone'], 'ada', '', 'invalidEmail'],
    [['username', 'phone'], '+49 30 123456', '+4930123456', undefined],
    [['username', 'phone'], '03012345', '03012345', undefined],
    [['username', 'email'], 'ada@example.com', 'ada@example.com', undefined],
    [['username'], '00 4930123456', '', 'invalidUsername'],
  ])('%j: %s', (loginWith, username, expected, problem) => {
    const from = view('signIn', { loginWith, factors })
    const result = read(from, 'submit', { username, password: 'x' }, { defaultCountry: 'DE' })
    expect(result).toEqual(
      problem ? [`username ${problem}`] : { username: expected, password: 'x' },
    )
  })
})

describe('an input of any type', () => {
  test.each([undefined, null, 'text', 7, [], () => undefined])('%s has nothing', (input) => {
    expect(read(signIn, 'submit', input)).toEqual(['username required', 'password required'])
  })

  test('values of another type are missing', () => {
    const wrong = { username: 7, password: {}, validationData: 'x', clientMetadata: { a: 1 } }
    expect(read(signIn, 'submit', wrong)).toEqual([
      'username required',
      'password required',
      'validationData required',
      'clientMetadata required',
    ])
    const attributes = { email: 7, birthdate: [] }
    expect(read(signUp, 'submit', { username: 'a', password: strong, attributes })).toEqual([
      'attributes.email required',
      'attributes.birthdate required',
    ])
  })

  test('members that the action does not take are left out, inherited ones do not count', () => {
    const typed = { username: 'ada', password: 'x' }
    expect(read(signIn, 'submit', { ...typed, isAdmin: true, __proto__: { a: 1 } })).toEqual(typed)
    expect(read(view('confirmSignIn'), 'submit', {})).toEqual(['code required'])
  })

  test('a code that is a secret stays one', () => {
    const code = new Secret('123456')
    expect(read(view('confirmSignUp'), 'submit', { code })).toEqual({ code })
  })
})
