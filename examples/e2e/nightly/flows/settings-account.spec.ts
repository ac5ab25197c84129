import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

test('an account is deleted after the word was typed, with all that was kept of it', async ({
  app,
  page,
  person,
  visitor,
}) => {
  const { dangerZone } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await expect(dangerZone.confirmation).toBeHidden()
  await dangerZone.open.click()
  await expect(dangerZone.open).toHaveAttribute('aria-expanded', 'true')
  await dangerZone.deleteForGood.click()
  await expect(dangerZone.confirmation).toBeFocused()
  await dangerZone.confirmation.fill('remove')
  await dangerZone.deleteForGood.click()
  await expect(dangerZone.alert).toContainText('Type the word “delete” to go on.')
  await expect(dangerZone.confirmation).toHaveAttribute('aria-invalid', 'true')
  await app.expectRoute('signedIn')

  await dangerZone.confirmation.fill('delete')
  await dangerZone.deleteForGood.click()
  await app.expectRoute('signIn')
  await expect(app.status).toContainText('Your account is deleted.')
  await expect(app.signIn.email).toHaveValue('')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await app.signIn.submit(person)
  await expect(app.alert).toContainText('password is not right')
})

test('the question can be put away again', async ({ app, visitor }) => {
  const { dangerZone } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await dangerZone.open.click()
  await expect(dangerZone.confirmation).toBeVisible()
  await dangerZone.open.click()
  await expect(dangerZone.confirmation).toBeHidden()
  await expect(dangerZone.open).toHaveAttribute('aria-expanded', 'false')
})

test('each sign-in starts at home again', async ({ app, person, visitor }) => {
  await comeHome(visitor)
  await app.settings.open()
  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
  await expect(app.settings.home).toHaveAttribute('aria-selected', 'true')
  await expect(app.settings.profile.region).toBeHidden()
})

test('only the form that failed says so', async ({ app, canary, cognito, visitor }) => {
  const { password, profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.submit(canary.password(), canary.password())
  await expect(password.alert).not.toBeEmpty()
  await expect(app.alert.filter({ hasText: /\S/ })).toHaveCount(1)
  await cognito.addFault({ operation: 'UpdateUserAttributes', drop: true })
  await profile.name.fill('Ada')
  await profile.save.click()
  await expect(profile.alert).toContainText('cannot be reached')
  await expect(app.alert.filter({ hasText: /\S/ })).toHaveCount(1)
  await expect(profile.name).toHaveValue('Ada')
})
