import { AppModel } from '../models/app.model.ts'
import { HostedUiModel } from '../models/hosted-ui.model.ts'
import { expectAccessible } from '../support/axe.ts'
import { pressTo } from '../support/keyboard.ts'
import {
  catchReturn,
  expectCleanAddress,
  holdRedirects,
  nextReturn,
  watchExchanges,
} from '../support/redirects.ts'
import { test as base, expect } from '../support/test.ts'
import { visit } from '../support/visit.ts'

const test = base.extend<{ hostedUi: HostedUiModel }>({
  hostedUi: ({ page }, use) => use(new HostedUiModel(page)),
})

test('by password at the hosted UI: signed in, with a clean address, and after a reload', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  await app.open()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  await hostedUi.submit(member)
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(member.email)
  await expectCleanAddress(page)
  await app.reload()
  await app.expectRoute('signedIn')
})

test('through Google, by keyboard: greeted as its user, who has no password here', async ({
  app,
  hostedUi,
  page,
}) => {
  await app.open()
  await pressTo(app.signIn.google)
  await page.keyboard.press('Enter')
  await pressTo(hostedUi.ada)
  await page.keyboard.press('Enter')
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText('Hello, Ada Example. Signed in with Google.')
  await expectCleanAddress(page)
  await app.settings.tab.click()
  await expect(app.settings.profile.email).toHaveValue('ada@example.com')
  await expect(app.settings.password.region).toContainText('You sign in with Google')
  await expect(app.settings.password.change).toBeHidden()
  await expect(app.settings.secondFactors.region).toContainText('You sign in with Google')
})

test('the page that was wanted is there after the redirect', async ({ app, hostedUi, page }) => {
  await page.goto('/#settings')
  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
  await expect(app.settings.tab).toHaveAttribute('aria-selected', 'true')
  expect(new URL(page.url()).hash).toBe('#settings')
  await expectCleanAddress(page)
})

test('cancelled at Google, then an error there: said, and the next try is as good as the first', async ({
  app,
  hostedUi,
  page,
}) => {
  await app.open()
  await app.signIn.google.click()
  await hostedUi.cancel.click()
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('You cancelled')
  await expectCleanAddress(page)

  await app.signIn.google.click()
  await hostedUi.fail.click()
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('not answering properly')
  await expectCleanAddress(page)

  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
  await expect(app.alert).toBeEmpty()
})

test('a tampered state is refused, and the address is clean', async ({ app, hostedUi, page }) => {
  await app.open()
  await app.signIn.google.click()
  const address = await catchReturn(page, () => hostedUi.ada.click())
  address.searchParams.set('state', `x${address.searchParams.get('state')}`)
  await page.goto(address.href)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('not started in this browser')
  await expectCleanAddress(page)
})

test('a return of long ago is refused', async ({ app, cognito, hostedUi, page }) => {
  await app.open()
  await app.signIn.google.click()
  const address = await catchReturn(page, () => hostedUi.ada.click())
  await cognito.advance(6 * 60_000)
  await page.goto(address.href)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('took too long')
})

test('a return that was used: nothing changes while signed in, and it signs nobody in later', async ({
  app,
  hostedUi,
  page,
}) => {
  await app.open()
  await app.signIn.google.click()
  await hostedUi.ada.waitFor()
  const exchanges = watchExchanges(page)
  const [returned] = await Promise.all([nextReturn(page), hostedUi.ada.click()])
  await app.expectRoute('signedIn')

  await page.goto(returned.url())
  await app.expectRoute('signedIn')
  await expect(app.alert).toBeEmpty()
  await expectCleanAddress(page)

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await page.goto(returned.url())
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('was used already')
  await expectCleanAddress(page)
  expect(exchanges).toHaveLength(1)
})

test('signing out goes through the hosted UI, which asks again the next time', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  await app.open()
  await app.signIn.hostedPage.click()
  await hostedUi.submit(member)
  await app.expectRoute('signedIn')

  const logout = page.waitForRequest((request) => new URL(request.url()).pathname === '/logout')
  await app.signedIn.signOut.click()
  await logout
  await app.expectRoute('signIn')
  await expect(app.alert).toBeEmpty()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
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

test('back after the return: no loop, and still signed in', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  await app.open()
  await app.signIn.hostedPage.click()
  const exchanges = watchExchanges(page)
  await hostedUi.submit(member)
  await app.expectRoute('signedIn')

  // To the hosted UI, which knows who has signed in and leads here again.
  const returned = nextReturn(page)
  await page.goBack()
  await returned
  await app.expectRoute('signedIn')
  await expect(app.alert).toBeEmpty()
  await expectCleanAddress(page)
  expect(exchanges).toHaveLength(1)
})

test('back from the hosted UI: the sign-in screen is as it was', async ({
  app,
  hostedUi,
  page,
}) => {
  await app.open()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
  await page.goBack()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeEmpty()
  await expect(app.signIn.google).toBeEnabled()
})

test('a return in a second tab signs in there, and the others follow', async ({
  app,
  cognito,
  hostedUi,
  page,
}) => {
  const waiting = await AppModel.prepare(await page.context().newPage(), cognito)
  const second = await AppModel.prepare(await page.context().newPage(), cognito)
  await waiting.open()
  await app.open()
  await app.signIn.google.click()
  const address = await catchReturn(page, () => hostedUi.ada.click())

  await second.page.goto(address.href)
  await second.expectRoute('signedIn')
  await expectCleanAddress(second.page)
  await waiting.expectRoute('signedIn')
  await page.goBack()
  await app.expectRoute('signedIn')
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
  await app.reload()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeEmpty()

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
  await expect(app.alert).toBeEmpty()
  await expect(app.heading).toBeFocused()
})

test('no violation while redirecting, nor with everything open', async ({ app, page, visitor }) => {
  await visit('redirecting', visitor)
  await expectAccessible(page)
  await app.cancel.click()
  await app.expectRoute('signIn')
  await app.signIn.token.summary.click()
  await app.signIn.guestSummary.click()
  await app.signIn.token.signIn.click()
  await expect(app.signIn.token.alert).toContainText('Paste the token')
  await expectAccessible(page)
})
