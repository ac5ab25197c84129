import { AppModel } from '../models/app.model.ts'
import { HostedUiModel } from '../models/hosted-ui.model.ts'
import { text } from '../models/texts.ts'
import { pressTo } from '../support/keyboard.ts'
import {
  catchReturn,
  expectCleanAddress,
  nextReturn,
  watchExchanges,
} from '../support/redirects.ts'
import { test as base, expect } from '../support/test.ts'

const test = base.extend<{ hostedUi: HostedUiModel }>({
  hostedUi: ({ page }, use) => use(new HostedUiModel(page)),
})

test('by password at the hosted UI: signed in, with a clean address, and after a reload', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  app.configure({ hostedUi: { providers: [] } })
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
  await expect(app.heading).toHaveText(text('title.signedIn', { name: 'Ada Example' }))
  await expect(app.main).toContainText(text('text.signedInWith', { provider: 'Google' }))
  await expectCleanAddress(page)
  await app.settings.open()
  await expect(app.settings.profile.email).toHaveValue('ada@example.com')
  await expect(app.settings.password.tab).toBeHidden()
  await expect(app.settings.secondFactors.tab).toBeHidden()
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
  await expect(app.alert).toContainText(text('failure.redirectDenied'))
  await expectCleanAddress(page)

  await app.signIn.google.click()
  await hostedUi.fail.click()
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.serviceError'))
  await expectCleanAddress(page)

  await app.signIn.google.click()
  await hostedUi.ada.click()
  await app.expectRoute('signedIn')
  await expect(app.alert).toBeHidden()
})

test('a tampered state is rejected, and the address is clean', async ({ app, hostedUi, page }) => {
  await app.open()
  await app.signIn.google.click()
  const address = await catchReturn(page, () => hostedUi.ada.click())
  address.searchParams.set('state', `x${address.searchParams.get('state')}`)
  await page.goto(address.href)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.redirectMismatch'))
  await expectCleanAddress(page)
})

test('a return that was used changes nothing while signed in, and signs no user in later', async ({
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
  await expect(app.alert).toBeHidden()
  await expectCleanAddress(page)

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await page.goto(returned.url())
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.redirectMismatch'))
  await expectCleanAddress(page)
  expect(exchanges).toHaveLength(1)
})

test('signing out goes through the hosted UI, which asks again the next time', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  app.configure({ hostedUi: { providers: [] } })
  await app.open()
  await app.signIn.hostedPage.click()
  await hostedUi.submit(member)
  await app.expectRoute('signedIn')

  const logout = page.waitForRequest((request) => new URL(request.url()).pathname === '/logout')
  await app.signedIn.signOut.click()
  await logout
  await app.expectRoute('signIn')
  await expect(app.alert).toBeHidden()
  await app.signIn.hostedPage.click()
  await hostedUi.expectLogin()
})

test('back after the return: no loop, and still signed in', async ({
  app,
  hostedUi,
  member,
  page,
}) => {
  app.configure({ hostedUi: { providers: [] } })
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
  await expect(app.alert).toBeHidden()
  await expectCleanAddress(page)
  expect(exchanges).toHaveLength(1)
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
