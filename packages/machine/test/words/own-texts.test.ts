import { expect, test } from 'vitest'
import { toFailure } from '../../src/errors/failure.ts'
import { attributeLabel, english, failureText, say, withTexts } from '../../src/words/index.ts'
import { german } from '../../src/words/languages/de.ts'

test('texts by key replace those of the language, with the same values', () => {
  const words = withTexts(german, {
    'rule.minLength': '{min} Zeichen oder mehr',
    'field.code': undefined,
  })
  expect(say(words, { key: 'rule.minLength', values: { min: 12 } })).toBe('12 Zeichen oder mehr')
  expect(say(words, { key: 'field.code' })).toBe('Code')
  expect(say(words, { key: 'title.signIn' })).toBe('Anmelden')
  expect(words.language).toBe('de')
  expect(say(german, { key: 'rule.minLength', values: { min: 12 } })).toBe('Mindestens 12 Zeichen')
})

test('a function has the last word for every text, and Cognito’s own of a failure', () => {
  const words = withTexts(english, (key, { code, message }) =>
    code === 'userDisabled' ? `${key}: ${message}` : undefined,
  )
  const failure = toFailure(named('NotAuthorizedException', 'User is disabled.'))
  expect(failureText(words, failure)).toBe('failure.userDisabled: User is disabled.')
  expect(failureText(words, toFailure(named('ExpiredCodeException', 'Old')))).toBe(
    'This code has expired. Request a new one.',
  )
})

test('the last of several texts for a key is shown', () => {
  const byFunction = withTexts(english, (key) => (key === 'title.signIn' ? 'first' : undefined))
  const byKey = withTexts(byFunction, { 'title.signIn': 'second' })
  const again = withTexts(byKey, (key, values) =>
    key === 'title.signedIn' ? `Welcome ${values.name}` : undefined,
  )
  expect(say(byFunction, { key: 'title.signIn' })).toBe('first')
  expect(say(byKey, { key: 'title.signIn' })).toBe('second')
  expect(say(again, { key: 'title.signIn' })).toBe('second')
  expect(say(again, { key: 'title.signedIn', values: { name: 'Ada' } })).toBe('Welcome Ada')
  expect(
    say(
      withTexts(again, () => 'all'),
      { key: 'title.signIn' },
    ),
  ).toBe('all')
})

test('a text has no values but its own', () => {
  const words = withTexts(english, { 'title.signIn': '{toString} {constructor} {other}' })
  expect(say(words, { key: 'title.signIn', values: { other: '{name}', name: 'no' } })).toBe(
    '{toString} {constructor} {name}',
  )
})

test.each([
  ['email', 'Email'],
  ['custom:shoe_size', 'Shoe size'],
  ['custom:shoeSize', 'Shoe size'],
  ['custom:taxID', 'Tax ID'],
  ['dev:custom:team-name', 'Team name'],
  ['updated_at', 'Updated at'],
])('the label of the attribute %s is “%s”', (name, label) => {
  expect(say(english, attributeLabel(name))).toBe(label)
})

test('an attribute of the app’s own has the label that the app gives it', () => {
  const words = withTexts(german, { 'attribute.custom:shoe_size': 'Schuhgröße' })
  expect(say(words, attributeLabel('custom:shoe_size'))).toBe('Schuhgröße')
})

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}
