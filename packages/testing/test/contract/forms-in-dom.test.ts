// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { uiFromForms } from '../../src/vitest.ts'

/** The keys of Testing Library's `type` that a password may contain. */
const user = {
  async click(element: Element) {
    ;(element as HTMLElement).click()
  },
  async clear(element: Element) {
    ;(element as HTMLInputElement).value = ''
  },
  async type(element: Element, text: string) {
    ;(element as HTMLInputElement).value = text.replaceAll(/([{[])\1/g, '$1')
  },
}

test('a password with quotes, backslashes and brackets is typed as it is', async () => {
  document.body.innerHTML =
    '<form data-authform="signIn"><input name="username"><input name="password" type="password"><button type="button" data-action="signIn.submit"></button></form>'
  const password = '"]Quote\\-{horse}-7'
  await uiFromForms().actions['signIn.submit']?.(
    { user, container: document.body },
    { username: 'ada', password },
  )
  expect(document.querySelector<HTMLInputElement>('[name=password]')?.value).toBe(password)
})
