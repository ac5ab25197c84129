import type { BrowserContext } from '@playwright/test'
import { AppModel } from '../models/app.model.ts'
import { text } from '../models/texts.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { createMfaUser } from '../support/mfa.ts'
import { openAccount, type Person } from '../support/person.ts'
import { watchRefreshes } from '../support/refreshes.ts'
import { expect, test } from '../support/test.ts'

/** What a change in one tab takes at most to be seen in the others. */
const soon = { timeout: 1_000 }

async function openTab({ page }: AppModel, cognito: LocalCognito): Promise<AppModel> {
  const tab = await AppModel.prepare(await page.context().newPage(), cognito)
  await tab.open()
  return tab
}

const follow = (name: string) => text('action.goSignedIn', { name })
const hour = 3_600_000

/** Lets the clocks of all tabs jump at once, as after a sleep: by the ms of `test.sleep`. */
const withSleep = (context: BrowserContext) =>
  context.addInitScript(() => {
    const { now } = Date
    Date.now = () => now() + Number(localStorage.getItem('test.sleep'))
  })

/** Browsers without Web Locks and without BroadcastChannel, or pages that are not secure. */
const withoutBoth = (context: BrowserContext) =>
  context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
    Reflect.deleteProperty(Navigator.prototype, 'locks')
  })

for (const isOld of [false, true]) {
  test.describe(isOld ? 'without Web Locks and BroadcastChannel' : 'tabs', () => {
    test.beforeEach(async ({ context }) => {
      if (isOld) await withoutBoth(context)
    })

    test('sign-in and sign-out reach the other tabs within a second', async ({
      app,
      cognito,
      member,
    }) => {
      await app.open()
      const other = await openTab(app, cognito)
      await other.expectRoute('signIn')
      await app.signIn.submit(member)
      await app.expectRoute('signedIn')
      await expect(other.main).toHaveAttribute('data-route', 'signedIn', soon)
      await expect(other.main).toContainText(member.email)

      await other.signedIn.signOut.click()
      await expect(app.main).toHaveAttribute('data-route', 'signIn', soon)
      await expect(app.status).toContainText(text('notice.signedOutElsewhere'))
      await other.expectRoute('signIn')
      await expect(other.status).not.toContainText('another tab')
    })

    test('one of the tabs that wake up after the expiry refreshes, with rotation and no grace', async ({
      app,
      cognito,
      member,
    }) => {
      await withSleep(app.page.context())
      await cognito.patchPool({
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      })
      await app.enter(member)
      const tabs = [app, await openTab(app, cognito), await openTab(app, cognito)]
      for (const tab of tabs) await tab.expectRoute('signedIn')
      const refreshes = watchRefreshes(app.page.context())
      await cognito.advance(hour)
      await app.page.evaluate((hour) => localStorage.setItem('test.sleep', String(hour)), hour)
      // What one tab stores takes a moment to be seen in the others.
      for (const { page } of tabs) {
        await page.waitForFunction(() => localStorage.getItem('test.sleep'))
      }
      await Promise.all(
        tabs.map(({ page }) => page.evaluate(() => dispatchEvent(new Event('focus')))),
      )
      await expect.poll(() => refreshes.length).toBeGreaterThan(0)
      for (const tab of tabs) await tab.expectRoute('signedIn')
      const token = await app.storedToken('accessToken')
      await app.page.waitForTimeout(1_000)
      expect(refreshes.length).toBe(1)
      await cognito.call('GetUser', { AccessToken: token })
    })
  })
}

test('another user in one tab is the user of all', async ({ app, cognito, member, canary }) => {
  const grace: Person = { email: 'grace@example.com', password: canary.password() }
  await openAccount(cognito, grace)
  await app.open()
  const other = await openTab(app, cognito)
  await other.signIn.createAccount.click()
  await other.expectRoute('signUp')
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')

  await other.page.getByRole('button', { name: follow(member.email) }).click()
  await other.expectRoute('signedIn')
  await other.page.close()

  // As if this tab had slept while another one signed out and in again.
  const third = await openTab(app, cognito)
  await third.expectRoute('signedIn')
  await app.page.evaluate(() => {
    Object.assign(globalThis, { BroadcastChannel: undefined })
  })
  await third.signedIn.signOut.click()
  await third.expectRoute('signIn')
  await third.signIn.submit(grace)
  await third.expectRoute('signedIn')
  await expect(app.main).toContainText(grace.email)
  await expect(app.main).not.toContainText(member.email)
})

test('in the middle of a challenge the app shows it, and the user chooses', async ({
  app,
  cognito,
  member,
  person,
}) => {
  await createMfaUser(cognito, { ...person, email: 'mfa@example.com' }, 'EmailMfaSettings')
  await app.open()
  const other = await openTab(app, cognito)
  await app.signIn.submit({ ...person, email: 'mfa@example.com' })
  await app.expectRoute('confirmSignIn')

  await other.signIn.submit(member)
  await other.expectRoute('signedIn')
  await expect(app.status).toContainText(text('status.elsewhere', { name: member.email }), soon)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText('mfa@example.com')

  await app.page.bringToFront()
  await app.page.getByRole('button', { name: follow(member.email) }).press('Enter')
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(member.email)
  await expect(app.heading).toBeFocused()
})
