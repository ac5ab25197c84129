import { text } from '../models/texts.ts'
import { pressBackTo, pressTo } from '../support/keyboard.ts'
import { createMfaUser, phone } from '../support/mfa.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'

test('a choice and a code by keyboard alone', async ({ app, cognito, page, person }) => {
  const { keyboard } = page
  await createMfaUser(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings')
  await app.open()
  await pressTo(app.signIn.email)
  await keyboard.type(person.email)
  await pressTo(app.signIn.password)
  await keyboard.type(person.password)
  await keyboard.press('Enter')
  await app.expectRoute('selectMfaType')
  await keyboard.press('Tab')
  await expect(app.selectMfaType.choices.first()).toBeFocused()
  await keyboard.press('Space')
  await expect(app.selectMfaType.sms).toBeChecked()
  await keyboard.press('Enter')
  await app.expectRoute('confirmSignIn')
  await pressTo(app.confirmSignIn.code)
  await keyboard.type(await cognito.lastCode(phone))
  await pressTo(app.confirmSignIn.rememberDevice)
  await keyboard.press('Space')
  await expect(app.confirmSignIn.rememberDevice).toBeChecked()
  await pressTo(app.confirmSignIn.confirm)
  await keyboard.press('Enter')
  await app.expectRoute('signedIn')
})

test('through the account by keyboard alone', async ({ app, canary, page, person, visitor }) => {
  const { keyboard } = page
  const { deleteAccount, devices, load, password, profile } = app.settings
  await comeHome(visitor)
  await pressTo(load)
  await keyboard.press('Enter')
  await expect(devices.tab).toBeVisible()
  await pressTo(profile.tab)
  await keyboard.press('End')
  await expect(deleteAccount.tab).toBeFocused()
  await expect(deleteAccount.tab).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowDown')
  await expect(profile.tab).toHaveAttribute('aria-selected', 'true')

  await pressTo(profile.name)
  await keyboard.type('Ada')
  await keyboard.press('Enter')
  await expect(app.status).toContainText(text('notice.attributesUpdated'))
  await expect(profile.removeName).toBeVisible()

  await pressBackTo(profile.tab)
  await keyboard.press('ArrowRight')
  await expect(password.tab).toBeFocused()
  await pressTo(password.previous)
  await keyboard.type(person.password)
  await pressTo(password.next.input)
  await keyboard.type(canary.password())
  await pressTo(password.change)
  await keyboard.press('Space')
  await expect(app.status).toContainText(text('notice.passwordChanged'))

  await pressBackTo(password.tab)
  await keyboard.press('End')
  await pressTo(deleteAccount.confirmation)
  await keyboard.type(text('word.delete'))
  await keyboard.press('Enter')
  await app.expectRoute('signIn')
  await expect(app.status).toContainText(text('notice.userDeleted'))
})

test('a tab shows each section of the account, and no other', async ({ app, page, visitor }) => {
  const { tabs } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  const names = await tabs.allTextContents()
  expect(names).toHaveLength(5)
  for (const [number, name] of names.entries()) {
    await tabs.nth(number).press('Enter')
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([name.trim()])
  }
})

test('a section in the address is open, and each sign-in after it', async ({
  app,
  page,
  person,
  visitor,
}) => {
  await comeHome(visitor)
  await page.goto('/#changePassword')
  await app.reload()
  await expect(app.settings.password.tab).toHaveAttribute('aria-selected', 'true')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await expect(app.settings.password.previous).toBeVisible()
})

test('what goes away with its button leaves the focus near by', async ({ app, page, visitor }) => {
  const { profile } = app.settings
  await comeHome(visitor, { name: 'Ada' })
  await app.settings.open()
  await pressTo(profile.removeName)
  await page.keyboard.press('Enter')
  await expect(app.status).toContainText(text('notice.attributesDeleted'))
  await expect(profile.removeName).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
  const inside = await profile.region.evaluate((region) => region.contains(document.activeElement))
  expect(inside).toBe(true)
})
