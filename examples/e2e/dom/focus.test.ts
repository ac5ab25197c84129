import { emptySecrets, settleFocus } from '@authchart/example-shared/focus'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** What Firefox gives for these two: the property knows fewer values than the attribute. */
const unknownToFirefox = ['one-time-code', 'webauthn']

const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'autocomplete')

beforeEach(() => {
  Object.defineProperty(HTMLInputElement.prototype, 'autocomplete', {
    configurable: true,
    get(this: HTMLInputElement) {
      const value = this.getAttribute('autocomplete') ?? ''
      return unknownToFirefox.includes(value) ? '' : value
    },
  })
})

afterEach(() => {
  if (property) Object.defineProperty(HTMLInputElement.prototype, 'autocomplete', property)
  document.body.replaceChildren()
})

function formWith(name: string, autocomplete: string): [HTMLFormElement, HTMLInputElement] {
  const form = document.createElement('form')
  form.innerHTML = `<input name="${name}" autocomplete="${autocomplete}" value="typed">`
  document.body.append(form)
  return [form, form.querySelector('input') as HTMLInputElement]
}

test.each([
  ['code', 'one-time-code', ''],
  ['password', 'current-password', ''],
  ['password', 'new-password', 'typed'],
  ['username', 'username', 'typed'],
] as const)('a rejected %s (%s) leaves "%s" in the field', (name, autocomplete, left) => {
  const [form, input] = formWith(name, autocomplete)
  settleFocus(form, { fields: [name], message: 'No.' } as never)
  expect(input.value).toBe(left)
  expect(document.activeElement).toBe(input)
})

test.each([
  ['code', 'one-time-code'],
  ['password', 'new-password'],
] as const)('an accepted %s (%s) does not stay', (name, autocomplete) => {
  const [form, input] = formWith(name, autocomplete)
  emptySecrets(form)
  expect(input.value).toBe('')
})
