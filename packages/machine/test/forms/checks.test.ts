import { describe, expect, test } from 'vitest'
import { checkEmail, checkPhone, checkUsername } from '../../src/forms/checks/check-identity.ts'
import {
  checkNewPassword,
  checkRepeatedPassword,
} from '../../src/forms/checks/check-new-password.ts'
import {
  checkCode,
  checkDate,
  checkLength,
  checkRequired,
} from '../../src/forms/checks/check-value.ts'
import { defaultPasswordPolicy } from '../../src/index.ts'
import { tidyInput } from '../../src/tidy-input.ts'

test('a required value is not blank, and a password of blanks is a value', () => {
  for (const text of ['', ' ', '\t\n', '\u3000']) {
    expect(checkRequired(text)).toEqual({ key: 'required' })
  }
  expect(checkRequired('', true)).toEqual({ key: 'required' })
  expect(checkRequired('   ', true)).toBe(undefined)
  expect(checkRequired('0')).toBe(undefined)
})

test('an attribute has at most 2048 characters', () => {
  expect(checkLength('x'.repeat(2048))).toBe(undefined)
  expect(checkLength('x'.repeat(2049))).toEqual({ key: 'tooLong', values: { max: 2048 } })
})

describe('an e-mail address', () => {
  test.each([
    '',
    ' ',
    'ada@example.com',
    '  ada@example.com\n',
    '\u200eada@example.com\u200f',
    'ada+test@mail.example.co.uk',
    "o'hara@example.com",
    'jörg@bücher.example',
    '用户@例子.广告',
    'अजय@डाटा.भारत',
  ])('%j is taken', (text) => expect(checkEmail(text)).toBe(undefined))

  test.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@example.',
    'a da@example.com',
    'a@b@c.d',
  ])('%j is not', (text) => expect(checkEmail(text)).toEqual({ key: 'invalidEmail' }))

  test('one that is too long for an attribute is not', () => {
    const text = `${'a'.repeat(2048)}@example.com`
    expect(checkEmail(text)).toEqual({ key: 'tooLong', values: { max: 2048 } })
  })
})

describe('a user name', () => {
  test.each([
    '',
    'ada',
    ' ada ',
    '\u202aada\u202c',
    'ada@example.com',
    '+15550100200',
    'Ångström',
    '愛',
    'علی',
    'ada🦊',
    'x'.repeat(128),
  ])('%j is taken', (text) => expect(checkUsername(text)).toBe(undefined))

  test.each(['ada lovelace', 'ada\u00a0lovelace', 'a\tb', 'a\u0007b'])('%j is not', (text) =>
    expect(checkUsername(text)).toEqual({ key: 'invalidUsername' }),
  )

  test('129 characters are too many', () => {
    expect(checkUsername('x'.repeat(129))).toEqual({ key: 'tooLong', values: { max: 128 } })
  })
})

test('a phone number is what the given function can normalise', () => {
  const normalize = (text: string) => (/^\+\d+$/.test(text) ? text : undefined)
  expect(checkPhone('', normalize)).toBe(undefined)
  expect(checkPhone(' ', normalize)).toBe(undefined)
  expect(checkPhone('+4930123456', normalize)).toBe(undefined)
  expect(checkPhone('030', normalize)).toEqual({ key: 'invalidPhone' })
})

describe('a code', () => {
  test.each([
    '',
    '123456',
    ' 123 456 ',
    '123-456',
    '123\u2013456',
    '１２３４５６',
    '１２３－４５６',
    '١٢٣٤٥٦',
    '۱۲۳۴۵۶',
    '\u200f\u2067١٢٣ ٤٥٦\u2069',
    '123\u00a0456\n',
    '123\u200b456',
    '\ufeff123456',
  ])('%j is taken', (text) => expect(checkCode(text)).toBe(undefined))

  test.each(['12345', '123456789', '12345a', 'abcdef', '12345!', '１２３', '१२३४५६'])(
    '%j is not',
    (text) => expect(checkCode(text)).toEqual({ key: 'invalidCode', values: { min: 6, max: 8 } }),
  )

  test('6 to 8 digits are taken', () => {
    for (const code of ['123456', '1234567', '12345678']) {
      expect(checkCode(code)).toBe(undefined)
    }
  })
})

describe('a date', () => {
  test.each(['', '1815-12-10', ' 1815-12-10 ', '2024-02-29', '0000-12-10'])('%j is taken', (text) =>
    expect(checkDate(text)).toBe(undefined),
  )

  test.each([
    '10.12.1815',
    '1815-12',
    '1815',
    '2023-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-1-011',
    '+012023-01',
    'xxxx-xx-xx',
  ])('%j is not', (text) => expect(checkDate(text)).toEqual({ key: 'invalidDate' }))
})

describe('a new password', () => {
  const problem = (password: string) => checkNewPassword(password, defaultPasswordPolicy)

  test.each(['', 'Password1!', 'Pass word1', 'Pässword1!', `Password1!${'x'.repeat(246)}`])(
    '%j is taken',
    (password) => expect(problem(password)).toBe(undefined),
  )

  test.each([
    ['p', { rules: 'minLength uppercase number symbol', min: 8 }],
    ['passwort1', { rules: 'uppercase symbol' }],
    ['ПАРОЛЬ-пароль', { rules: 'uppercase lowercase number' }],
    ['Password１!', { rules: 'number' }],
    [' Password1!', { rules: 'trimmed' }],
    ['Password1!\t', { rules: 'trimmed' }],
    [`Password1!${'x'.repeat(247)}`, { rules: 'maxLength', max: 256 }],
    [' '.repeat(3), { rules: 'minLength uppercase lowercase number symbol trimmed', min: 8 }],
    ['x'.repeat(300), { rules: 'uppercase number symbol maxLength', max: 256 }],
  ])('%j breaks rules', (password, values) =>
    expect(problem(password)).toEqual({ key: 'passwordRules', values }),
  )

  test('only the rules of the policy count', () => {
    const policy = {
      minLength: 10,
      requireUppercase: false,
      requireLowercase: false,
      requireNumbers: false,
      requireSymbols: false,
    }
    expect(checkNewPassword('correct horse', policy)).toBe(undefined)
    expect(checkNewPassword('correct', policy)?.values).toEqual({ rules: 'minLength', min: 10 })
  })

  test('it is typed twice in the same way', () => {
    expect(checkRepeatedPassword('Password1!', 'Password1!')).toBe(undefined)
    expect(checkRepeatedPassword('Password1!', 'Password1! ')).toEqual({ key: 'passwordsDiffer' })
  })
})

test('a problem never contains what was typed', () => {
  const typed = 'hunter2 hunter2'
  const problems = [
    checkEmail(typed),
    checkUsername(typed),
    checkCode(typed),
    checkDate(typed),
    checkPhone(typed, () => undefined),
    checkNewPassword(typed, { ...defaultPasswordPolicy, minLength: 40 }),
    checkRepeatedPassword(typed, ''),
  ]
  expect(problems.every((problem) => problem !== undefined)).toBe(true)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('what is sent is what was checked', () => {
  const name = '\u202aada@example.com\u202c '
  const input = {
    username: name,
    attributes: { email: name, phone_number: '‎＋４９ （٣٠） ١٢٣／۴۵۶' },
  }
  expect(tidyInput(input)).toEqual({
    username: 'ada@example.com',
    attributes: { email: 'ada@example.com', phone_number: '+4930123456' },
  })
})
