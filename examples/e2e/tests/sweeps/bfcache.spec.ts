import { HostedUiModel } from '../../models/hosted-ui.model.ts'
import { expect, test } from '../../support/test.ts'

// Playwright turns the back-forward cache off; users have it on.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
})

test('a page that the browser has kept is at the sign-in screen again, and goes on', async ({
  app,
  page,
}) => {
  const hostedUi = new HostedUiModel(page)
  await app.open()
  await page.evaluate(() => Object.assign(window, { kept: true }))
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  // Nothing is loaded: it is there.
  await page.goBack({ waitUntil: 'commit' })
  await app.expectRoute('signIn')
  expect(await page.evaluate(() => 'kept' in window)).toBe(true)
  await expect(app.alert).toBeEmpty()
  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
})
