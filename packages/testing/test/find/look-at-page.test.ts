import { expect, test } from 'vitest'
import { pageOf as look } from './page-of.ts'

test('a field is named by its label, or else by its placeholder', () => {
  const [labelled, placed] = look(
    '<label>Email <input name="mail"></label><input placeholder="user name">',
  ).filter(({ role }) => role === 'textbox')
  expect(labelled).toMatchObject({ name: 'Email', named: 'label', field: 'mail' })
  expect(placed).toMatchObject({ name: 'user name', named: 'placeholder' })
})

test('a cell before a field says what it is for', () => {
  const page = look('<table><tr><td>Pass:</td><td><input type="password"></td></tr></table>')
  expect(page.find(({ role }) => role === 'password')).toMatchObject({ name: '', beside: 'Pass:' })
})

test('a div with the role of a button is one, with the name of its label', () => {
  const [button] = look('<div role="button" aria-label="Settings" aria-disabled="true">⚙</div>')
  expect(button).toMatchObject({ role: 'button', name: 'Settings', isEnabled: false })
})

test('what is hidden is not seen', () => {
  expect(look('<p hidden>Nothing</p><button hidden>No</button>')).toEqual([])
})
