import { HostedUiModel } from '../models/hosted-ui.model.ts'
import { expect, test } from '../support/test.ts'

// Playwright turns the back-forward cache off; users have it on.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
})

test('a page from the back-forward cache shows the sign-in screen again, and works', async ({
  app,
  member,
  page,
}) => {
  const hostedUi = new HostedUiModel(page)
  app.configure({ hostedUi: { providers: [] } })
  await app.open()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  // Nothing is loaded: it is there.
  await page.goBack({ waitUntil: 'commit' })
  await app.expectRoute('signIn')
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  await expect(app.alert).toBeHidden()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  await hostedUi.submit(member)
  await app.expectRoute('signedIn')
})

for (const [name, wrongFirst] of [
  ['back after the return leads to the app again', false],
  ['back after a wrong password and the return leads to the login page once', true],
] as const) {
  test(name, async ({ app, member, page }) => {
    const hostedUi = new HostedUiModel(page)
    app.configure({ hostedUi: { providers: [] } })
    await app.open()
    await app.signIn.hostedPage.click()
    await hostedUi.expectLogin()
    if (wrongFirst) {
      await hostedUi.submit({ ...member, password: 'Wrong-password-1' })
      await expect(hostedUi.alert).not.toBeEmpty()
    }
    await hostedUi.submit(member)
    await app.expectRoute('signedIn')

    await page.goBack({ waitUntil: 'commit' })
    if (wrongFirst) {
      // The history has the response to the form, in place of the login page.
      await hostedUi.expectLogin()
      await page.goBack({ waitUntil: 'commit' })
    }
    await app.expectRoute('signedIn')
    await expect(app.alert).toBeHidden()
  })
}
