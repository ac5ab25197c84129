import { expect, test } from 'vitest'
import { payloads } from '../../src/catalogue/payloads.ts'
import type { ActionType } from '../../src/contract/define-ui.ts'
import { reveal } from '../../src/contract/reveal.ts'
import { loadPhrases } from '../../src/find/action-phrases.ts'
import { alike } from '../../src/find/alike.ts'
import { fitChoice, fitFields } from '../../src/find/fit-fields.ts'
import { rankButtons } from '../../src/find/rank-buttons.ts'
import { slotsOf } from '../../src/find/slots.ts'
import { pageOf } from './page-of.ts'

const phrases = await loadPhrases()

function fieldsOf(type: ActionType, html: string): Readonly<Record<string, string>> {
  const slots = slotsOf(type, reveal(payloads[type][0] ?? {}))
  const fits = fitFields(slots, pageOf(html), phrases)
  return Object.fromEntries(fits.map(({ slot, seen }) => [slot.name, seen.name || seen.id]))
}

function firstButton(type: ActionType, html: string, rivals: readonly ActionType[] = []) {
  const page = pageOf(html)
  return rankButtons(page, { type, rivals, fields: [], phrases })[0]?.name
}

test('texts are alike by their words, or by their letters', () => {
  expect(alike('Sign in', 'sign  IN!')).toBe(1)
  expect(alike('Code erneut senden', 'Neuen Code senden')).toBeGreaterThan(0.6)
  expect(alike('Delete account', 'Sign in')).toBeLessThan(0.3)
})

test('fields are found by their purpose, not by their label alone', () => {
  const html =
    '<input aria-label="Wer?" autocomplete="username"><input type="password" aria-label="Geheim">'
  expect(fieldsOf('signIn.submit', html)).toEqual({ username: 'Wer?', password: 'Geheim' })
})

test('the old password and the new one are not mixed up', () => {
  const html =
    '<input type="password" placeholder="new password"><input type="password" placeholder="current password">'
  expect(fieldsOf('signedIn.changePassword', html)).toEqual({
    password: 'new password',
    previousPassword: 'current password',
  })
})

test('a second field for a password is its repetition', () => {
  const html =
    '<input placeholder="user name"><input placeholder="e-mail"><input type="password" placeholder="password"><input type="password" placeholder="the same again">'
  expect(fieldsOf('signUp.submit', html)).toEqual({
    username: 'user name',
    'attributes.email': 'e-mail',
    password: 'password',
    passwordRepeat: 'the same again',
  })
})

test('the only field that is left is not taken if it is for something else', () => {
  const html = '<input aria-label="Where to?" autocomplete="email">'
  expect(fieldsOf('signedIn.updateAttributes', html)).toEqual({})
})

test('the word that confirms is typed only where the label requires it', () => {
  expect(fieldsOf('signedIn.deleteUser', '<input aria-label="Name">')).toEqual({})
  const html = '<input aria-label="Type “delete” to confirm">'
  expect(fieldsOf('signedIn.deleteUser', html)).toEqual({
    confirmation: 'Type “delete” to confirm',
  })
})

test('a field for something else is left alone', () => {
  const html = '<input aria-label="Search" autocomplete="off"><input aria-label="City">'
  expect(fieldsOf('confirmSignUp.submit', html)).toEqual({})
})

test('the button of an action is the one whose words fit it better than others', () => {
  const html =
    '<a href="#">Sign up</a><button>Sign in</button><a href="#">Forgot your password?</a>'
  expect(firstButton('signIn.submit', html, ['go.signUp', 'go.forgotPassword'])).toBe('Sign in')
  expect(firstButton('go.signUp', html, ['signIn.submit'])).toBe('Sign up')
  expect(firstButton('go.forgotPassword', html)).toBe('Forgot your password?')
})

test('buttons are found in each language with words', () => {
  expect(
    firstButton('go.forgotPassword', '<a href="#">パスワードをお忘れですか?</a>'),
  ).toBeDefined()
  expect(firstButton('signOut', '<button>Abmelden</button><button>Konto löschen</button>')).toBe(
    'Abmelden',
  )
})

test('a page without a fitting button has none', () => {
  expect(firstButton('signedIn.forgetDevice', '<button>Search</button>')).toBeUndefined()
})

test('a choice is an option of a list, or a radio button, by its value or label', () => {
  const [slot] = slotsOf('selectMfaType.submit', { mfaType: 'TOTP' })
  if (!slot) throw new Error('the action has no choice')
  const list = pageOf(
    '<select id="kind"><option value="a">Text message</option><option value="b">Authenticator app</option></select>',
  )
  expect(fitChoice(slot, list, phrases)).toMatchObject({ option: 'b' })
  const radios = pageOf(
    '<input type="radio" name="k" value="SMS"><input type="radio" name="k" value="TOTP">',
  )
  expect(fitChoice(slot, radios, phrases)?.seen.value).toBe('TOTP')
})
