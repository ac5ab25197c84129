import { settingsTitles } from '@authchart/example-shared/titles'
import { pressTo } from '../support/keyboard.ts'
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
  const target = app.selectMfaType.sms
  if (!(await target.isChecked())) await keyboard.press('ArrowDown')
  await expect(target).toBeChecked()
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

test('through the settings by keyboard alone', async ({ app, canary, page, person, visitor }) => {
  const { keyboard } = page
  const { dangerZone, home, password, profile, tab } = app.settings
  await comeHome(visitor)
  await pressTo(home)
  await keyboard.press('ArrowRight')
  await expect(tab).toBeFocused()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Home')
  await expect(home).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('End')
  await expect(tab).toHaveAttribute('aria-selected', 'true')

  await pressTo(profile.name)
  await keyboard.type('Ada')
  await keyboard.press('Enter')
  await expect(app.status).toContainText('Your profile is saved.')
  await expect(profile.removeName).toBeVisible()

  await pressTo(password.previous)
  await keyboard.type(person.password)
  await pressTo(password.next.input)
  await keyboard.type(canary.password())
  await pressTo(password.change)
  await keyboard.press('Space')
  await expect(app.status).toContainText('Your password is changed.')

  await pressTo(dangerZone.open)
  await keyboard.press('Enter')
  await pressTo(dangerZone.confirmation)
  await keyboard.type('delete')
  await keyboard.press('Enter')
  await app.expectRoute('signIn')
  await expect(app.status).toContainText('Your account is deleted.')
})

test('a link leads to each section of the settings', async ({ app, page, visitor }) => {
  const { home, profile, tab } = app.settings
  await comeHome(visitor)
  await tab.click()
  await expect(profile.name).toBeVisible()
  const links = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
  await expect(links).toHaveText([...settingsTitles])
  for (const [number, name] of settingsTitles.entries()) {
    await links.nth(number).press('Enter')
    const heading = page.getByRole('heading', { name, exact: true })
    await expect(heading).toBeFocused()
    await expect(heading).toBeInViewport()
  }
  await app.reload()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await home.click()
  await expect(links).toHaveCount(0)
})

test('what goes away with its button leaves the focus near by', async ({ app, page, visitor }) => {
  const { profile } = app.settings
  await comeHome(visitor, { name: 'Ada' })
  await app.settings.open()
  await pressTo(profile.removeName)
  await page.keyboard.press('Enter')
  await expect(app.status).toContainText('It is removed from your profile.')
  await expect(profile.removeName).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
  const inside = await profile.region.evaluate((region) => region.contains(document.activeElement))
  expect(inside).toBe(true)
})
