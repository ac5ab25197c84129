import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { routes, visit } from '../support/visit.ts'

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
  expect(found).toEqual([])
}

for (const route of routes) {
  test(`${route} has no violation, in light and dark`, async ({ app, cognito, page, person }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await visit(route, { app, cognito, person })
    await expectNoViolations(page)
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await ground()).not.toBe(light)
    await expectNoViolations(page)
  })
}

test('an alert has no violation either, in light and dark', async ({ app, page, person }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).not.toBeEmpty()
  await expectNoViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page)
})

test('the focus goes to the heading of each new screen', async ({ app, cognito, person }) => {
  await app.open()
  await app.expectRoute('signIn')
  await app.signIn.createAccount.click()
  await app.expectRoute('signUp')
  await expect(app.heading).toBeFocused()
  await app.signUp.submit(person)
  await app.expectRoute('confirmSignUp')
  await expect(app.heading).toBeFocused()
  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
  await expect(app.heading).toBeFocused()
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

test('the tab is named after the screen', async ({ app, page }) => {
  await app.open()
  await expect(page).toHaveTitle(/^Sign in\b/)
  await app.signIn.createAccount.click()
  await expect(page).toHaveTitle(/^Create your account\b/)
})
