import type { AppModel } from '../models/app.model.ts'
import { pressTo } from '../support/keyboard.ts'
import { expect, test } from '../support/test.ts'

test('from the first visit to the second sign-in', async ({ app, person }) => {
  await app.register(person)
  const outbox = await app.openOutbox()
  await app.confirmSignUp.submit(await outbox.readCode(person.email))
  await expectSignedIn(app, person.email)

  await app.reload()
  await expectSignedIn(app, person.email)

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.reload()
  await app.expectRoute('signIn')

  await app.signIn.submit(person)
  await expectSignedIn(app, person.email)
})

test('the same by keyboard alone', async ({ app, page, person }) => {
  const { keyboard } = page
  await app.open()
  await app.expectRoute('signIn')
  await pressTo(app.signIn.createAccount)
  await keyboard.press('Enter')
  await app.expectRoute('signUp')
  await pressTo(app.signUp.email)
  await keyboard.type(person.email)
  await pressTo(app.signUp.password)
  await keyboard.type(person.password)
  await keyboard.press('Enter')
  await app.expectRoute('confirmSignUp')

  await pressTo(app.outboxLink)
  const outbox = await app.openOutbox(() => keyboard.press('Enter'))
  const code = await outbox.readCode(person.email)
  await page.bringToFront()
  await pressTo(app.confirmSignUp.code)
  await keyboard.type(code)
  await keyboard.press('Enter')
  await expectSignedIn(app, person.email)

  await pressTo(app.signedIn.signOut)
  await keyboard.press('Enter')
  await app.expectRoute('signIn')
  await pressTo(app.signIn.email)
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type(person.email)
  await pressTo(app.signIn.password)
  await keyboard.type(person.password)
  await pressTo(app.signIn.signIn)
  await keyboard.press('Space')
  await expectSignedIn(app, person.email)
})

async function expectSignedIn(app: AppModel, email: string): Promise<void> {
  await app.expectRoute('signedIn')
  await expect(app.page.locator('main')).toContainText(email)
}
