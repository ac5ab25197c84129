import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'

// Every screen: nightly/accessibility.spec.ts.

test('an alert has no violation, in light and dark', async ({ app, page, person }) => {
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).toBeVisible()
  await expectAccessible(page)
})

test('the focus goes to the heading of each new screen, and none has a violation', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await app.open()
  await app.expectRoute('signIn')
  await expectAccessible(page)
  await app.signIn.createAccount.click()
  await app.expectRoute('signUp')
  await expect(app.heading).toBeFocused()
  await expectAccessible(page)
  await app.signUp.submit(person)
  await app.expectRoute('confirmSignUp')
  await expect(app.heading).toBeFocused()
  await expectAccessible(page)
  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
  await expect(app.heading).toBeFocused()
  await expectAccessible(page)
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await expect(app.heading).toBeFocused()
})

test('password managers and phones know what each field is for', async ({ app, person }) => {
  await app.open()
  await expect(app.signIn.email).toHaveAttribute('autocomplete', 'username')
  await expect(app.signIn.email).toHaveAttribute('type', 'email')
  await expect(app.signIn.password).toHaveAttribute('autocomplete', 'current-password')
  await expect(app.signIn.password).toHaveAttribute('type', 'password')
  await app.signIn.createAccount.click()
  await expect(app.signUp.email).toHaveAttribute('autocomplete', 'username')
  await expect(app.signUp.password).toHaveAttribute('autocomplete', 'new-password')
  await app.signUp.submit(person)
  await expect(app.confirmSignUp.code).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(app.confirmSignUp.code).toHaveAttribute('inputmode', 'numeric')
})

test('they know what the fields of a forgotten password are for', async ({ app, member, page }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.expectRoute('resetPassword')
  await expect(app.resetPassword.code).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(app.resetPassword.password.input).toHaveAttribute('autocomplete', 'new-password')
  const username = page.locator('input[autocomplete=username]')
  await expect(username).toHaveValue(member.email)
  await expect(username).toBeHidden()
})

test('and those of the settings', async ({ app, page, visitor }) => {
  await comeHome(visitor)
  await app.settings.open()
  const { password, profile } = app.settings
  await expect(password.previous).toHaveAttribute('autocomplete', 'current-password')
  await expect(password.next.input).toHaveAttribute('autocomplete', 'new-password')
  await expect(page.locator('input[autocomplete=username]')).toHaveValue(visitor.person.email)
  await expect(profile.email).toHaveAttribute('autocomplete', 'email')
  await expect(profile.name).toHaveAttribute('autocomplete', 'name')
  await expect(profile.phone).toHaveAttribute('type', 'tel')
})

test('the tab is named after the screen', async ({ app, page }) => {
  await app.open()
  await expect(page).toHaveTitle(/^Sign in\b/)
  await app.signIn.createAccount.click()
  await expect(page).toHaveTitle(/^Create your account\b/)
})
