import { HostedUiModel } from '../models/hosted-ui.model.ts'
import { text } from '../models/texts.ts'
import { expectAccessible } from '../support/axe.ts'
import { catchReturn, expectCleanAddress, holdRedirects } from '../support/redirects.ts'
import { test as base, expect } from '../support/test.ts'

const test = base.extend<{ hostedUi: HostedUiModel }>({
  hostedUi: ({ page }, use) => use(new HostedUiModel(page)),
})

test('the page that was wanted is there after the redirect', async ({ app, hostedUi, page }) => {
  await page.goto('/#devices')
  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
  await expect(app.settings.devices.tab).toHaveAttribute('aria-selected', 'true')
  expect(new URL(page.url()).hash).toBe('#devices')
  await expectCleanAddress(page)
})

test('an old return is rejected', async ({ app, cognito, hostedUi, page }) => {
  await app.open()
  await app.signIn.google.click()
  const address = await catchReturn(page, () => hostedUi.ada.click())
  await cognito.advance(6 * 60_000)
  await page.goto(address.href)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.redirectExpired'))
})

test('signing in by password does not go through the hosted UI, nor does signing out', async ({
  app,
  cognito,
  member,
  page,
}) => {
  const { hostedUiOrigin } = cognito.config
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).origin))
  await app.enter(member)
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  expect(visited).not.toContain(hostedUiOrigin)
})

test('back from the hosted UI: the sign-in screen is as it was', async ({
  app,
  hostedUi,
  page,
}) => {
  app.configure({ hostedUi: { providers: [] } })
  await app.open()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  await page.goBack()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeHidden()
  await expect(app.signIn.hostedPage).toBeEnabled()
})

test('a reload while redirecting leads back to a sign-in that works', async ({
  app,
  hostedUi,
  page,
}) => {
  const letGo = await holdRedirects(page)
  await app.open()
  await app.signIn.google.click()
  await app.expectRoute('redirecting')
  await expect(app.heading).toBeFocused()
  await expect(app.cancel).toBeVisible()
  await expect(hostedUi.cancel).toBeHidden()
  await app.reload()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeHidden()

  await letGo()
  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
})

test('a redirect that was given up does not leave the page any more', async ({
  app,
  cognito,
  page,
}) => {
  await cognito.addFault({ operation: 'oauth2/authorize', latencyMs: 25_000 })
  await app.open()
  // Not by locators: they would wait for the page to come.
  await app.signIn.google.click({ noWaitAfter: true })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await app.expectRoute('signIn')
  await expect(app.alert).toBeHidden()
  await expect(app.heading).toBeFocused()
})

test('no violation while redirecting, nor with everything open', async ({ app, page }) => {
  await holdRedirects(page)
  app.configure({ hostedUi: { providers: [] } })
  await app.open()
  await app.signIn.hostedPage.click()
  await app.expectRoute('redirecting')
  await expectAccessible(page)
  await app.cancel.click()
  await app.expectRoute('signIn')
  await app.signIn.token.summary.click()
  await app.signIn.guest.summary.click()
  await app.signIn.token.signIn.click()
  await expect(app.signIn.token.alert).toContainText('Fill in: Token.')
  await expectAccessible(page)
})
