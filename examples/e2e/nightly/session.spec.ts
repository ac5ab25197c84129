import type { AppModel } from '../models/app.model.ts'
import { text } from '../models/texts.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { expect, test } from '../support/test.ts'

/** Just before the tokens expire, when they are due to be refreshed. */
const almostAnHour = 59.5 * 60_000

/** Lets time pass for the page and for Cognito alike. */
async function pass(ms: number, app: AppModel, cognito: LocalCognito): Promise<void> {
  await cognito.advance(ms)
  await app.page.clock.fastForward(ms)
}

test('the session refreshes itself', async ({ app, cognito, member, page }) => {
  await page.clock.install()
  await app.enter(member)
  const before = await app.storedToken('idToken')
  await pass(almostAnHour, app, cognito)
  await expect.poll(() => app.storedToken('idToken')).not.toBe(before)
  await app.expectRoute('signedIn')
  await app.reload()
  await app.expectRoute('signedIn')
})

test('a session past its time is refreshed on load', async ({ app, cognito, member, page }) => {
  await page.clock.install()
  await app.enter(member)
  const before = await app.storedToken('idToken')
  await page.goto('about:blank')
  await pass(3 * almostAnHour, app, cognito)
  await app.open()
  await app.expectRoute('signedIn')
  expect(await app.storedToken('idToken')).not.toBe(before)
})

test('an outage at the time of the refresh does not sign out', async ({
  app,
  cognito,
  member,
  page,
}) => {
  await page.clock.install()
  await app.enter(member)
  const before = await app.storedToken('idToken')
  await cognito.goDown()
  const failed = page.waitForEvent('requestfailed')
  await page.clock.fastForward(almostAnHour)
  await failed
  await app.expectRoute('signedIn')
  await cognito.comeUp()
  await pass(almostAnHour, app, cognito)
  await expect.poll(() => app.storedToken('idToken')).not.toBe(before)
  await app.expectRoute('signedIn')
})

test('a session that was ended elsewhere signs out with a reason', async ({
  app,
  cognito,
  member,
  page,
}) => {
  await page.clock.install()
  await app.enter(member)
  await cognito.call('GlobalSignOut', { AccessToken: await app.storedToken('accessToken') })
  await pass(almostAnHour, app, cognito)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.sessionRevoked'))
  expect(await app.storedToken('refreshToken')).toBeUndefined()
})

test('a user who was disabled is signed out with the reason', async ({
  app,
  cognito,
  member,
  page,
}) => {
  await page.clock.install()
  await app.enter(member)
  await cognito.call('AdminDisableUser', {
    UserPoolId: cognito.config.userPoolId,
    Username: member.email,
  })
  await pass(almostAnHour, app, cognito)
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText(text('failure.userDisabled'))
})

test('signing out everywhere ends the session on another device', async ({
  app,
  cognito,
  member,
  otherDevice,
}) => {
  await otherDevice.page.clock.install()
  await otherDevice.enter(member)
  await app.enter(member)
  await app.signedIn.signOutEverywhere.click()
  await app.expectRoute('signIn')
  await app.reload()
  await app.expectRoute('signIn')

  await pass(almostAnHour, otherDevice, cognito)
  await otherDevice.expectRoute('signIn')
  await expect(otherDevice.alert).toContainText(text('failure.sessionRevoked'))
})

test('signing out everywhere says so when it failed, and keeps the session', async ({
  app,
  cognito,
  member,
}) => {
  await app.enter(member)
  await cognito.goDown()
  await app.signedIn.signOutEverywhere.click()
  await expect(app.alert).toContainText(text('failure.network'))
  await app.expectRoute('signedIn')
})
