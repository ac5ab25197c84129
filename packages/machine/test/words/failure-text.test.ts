import { expect, test } from 'vitest'
import { type AuthFailure, toFailure } from '../../src/errors/failure.ts'
import { english, failureText, noticeText, withTexts } from '../../src/words/index.ts'
import { german } from '../../src/words/languages/de.ts'

const now = 1_800_000_000_000

test('a trigger’s own sentence is shown without Cognito’s words', () => {
  const failure = failureOf(
    'UserLambdaValidationException',
    'PreSignUp failed with error Only members of the {club} can join..',
  )
  const said = 'Only members of the {club} can join.'
  expect(failureText(english, failure)).toBe(said)
  expect(failureText(german, failure)).toBe(said)
  const own = withTexts(german, (key, values) => `${key}: ${values.said}`)
  expect(failureText(own, failure)).toBe(`failure.refusedByTrigger: ${said}`)
})

test('a trigger whose sentence Cognito does not pass on has a text', () => {
  const failure = failureOf('UserLambdaValidationException', 'PreSignUp invocation failed.')
  expect(failureText(german, failure)).toBe('Das wurde abgelehnt.')
})

test('a broken rule of the password is named', () => {
  const failure = (detail: string) =>
    failureOf('InvalidPasswordException', `Password did not conform with policy: ${detail}`)
  expect(failureText(english, failure('Password must have numeric characters'))).toBe(
    'This password does not follow the rule “A number”.',
  )
  const short = failure('Password not long enough')
  const passwordPolicy = { minLength: 12 }
  expect(failureText(german, short, { passwordPolicy })).toBe(
    'Dieses Passwort erfüllt die Regel „Mindestens 12 Zeichen“ nicht.',
  )
  expect(failureText(english, short)).toBe(
    'This password does not follow the rule “More characters”.',
  )
  expect(failureText(english, failure('Something else'))).toBe(
    'This password does not follow the rules.',
  )
})

test.each([
  ['tooManyAttempts', 'Too many attempts. Try again in 5 minutes.'],
  ['limitExceeded', 'Too many attempts. Try again in 5 minutes.'],
  ['tooManyCodes', 'Too many attempts. Try again in 5 minutes.'],
  ['throttled', 'There are many requests now. Try again in 5 minutes.'],
  ['serviceError', 'The sign-in service has a problem. Try again in 5 minutes.'],
] as const)('%s says when the next attempt can succeed', (code, text) => {
  const failure = { code, message: '', retryable: true, cause: undefined }
  const retryAt = now + 300_000
  expect(failureText(english, { ...failure, retryAt }, { now })).toBe(text)
  const past = failureText(english, { ...failure, retryAt }, { now: retryAt })
  expect(past).toBe(failureText(english, failure))
  expect(past).not.toBe(text)
})

test('an attribute has its label, also one of the app’s own', () => {
  const of = (message: string) =>
    failureText(german, failureOf('InvalidParameterException', message))
  expect(of('user.birthdate: Attribute cannot be updated.')).toBe(
    '„Geburtsdatum“ kann hier nicht geändert werden.',
  )
  expect(of('Attributes did not conform to the schema: custom:shoe_size: Too long')).toBe(
    '„Shoe size“ ist so nicht zulässig. Bitte prüfen Sie die Angabe.',
  )
  const field: AuthFailure = {
    code: 'attributeRequired',
    field: 'attributes.given_name',
    message: '',
    retryable: false,
    cause: undefined,
  }
  expect(failureText(german, field)).toBe('„Vorname“ fehlt.')
})

test.each(['attributeRequired', 'invalidAttribute', 'attributeNotWritable'] as const)(
  '%s has a text without the name of the attribute, too',
  (code) => {
    const failure = { code, message: '', retryable: false, cause: undefined }
    expect(failureText(english, failure)).toMatch(/^[^{}“]+\.$/)
  },
)

test('a value that Cognito sends does not become a place for other values', () => {
  const failure = failureOf('SomethingNewException', 'A {message} of {code}')
  expect(failureText(english, failure)).toBe('Something went wrong. Try again.')
})

test('a notice has its text', () => {
  expect(noticeText(german, 'passwordChanged')).toBe('Ihr Passwort wurde geändert.')
})

function failureOf(name: string, message: string): AuthFailure {
  return toFailure(Object.assign(new Error(message), { name }))
}
