import type { BrowserContext } from '@playwright/test'
import { AppModel } from '../models/app.model.ts'
import { speedUp } from '../support/fast-clock.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { expectOnePerExpiry, watchRefreshes } from '../support/refreshes.ts'
import { expect, test } from '../support/test.ts'

const twoMinutes = 2 * 60_000
/** Tokens live for five minutes, the least that Cognito gives: five seconds at this speed. */
const speed = 60
/** They are refreshed a minute before their end, or half a minute: that long after the last time. */
const leastMs = 3_500

test.setTimeout(twoMinutes + 90_000)

async function openTabs(context: BrowserContext, cognito: LocalCognito, count: number) {
  const tabs: AppModel[] = []
  for (let index = 0; index < count; index += 1) {
    const tab = await AppModel.prepare(await context.newPage(), cognito)
    await tab.open()
    await tab.expectRoute('signedIn')
    tabs.push(tab)
  }
  return tabs
}

/** Notes every route that a page shows, so that a flash of another screen is seen too. */
async function noteRoutes(context: BrowserContext) {
  await context.addInitScript(() => {
    const routes: string[] = []
    Object.assign(globalThis, { routes })
    new MutationObserver(() => {
      const route = document.querySelector('main')?.dataset.route
      if (route && route !== routes.at(-1)) routes.push(route)
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-route'] })
  })
}

const routesOf = ({ page }: AppModel): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { routes: string[] }).routes)

test.beforeEach(async ({ app, cognito, context, member }) => {
  await cognito.patchPool({
    AccessTokenValidity: 5,
    IdTokenValidity: 5,
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  })
  await noteRoutes(context)
  await app.enter(member)
})

for (const isClosing of [false, true]) {
  const name = isClosing ? 'each closed at random' : 'all open'
  test(`ten tabs for two minutes, ${name}: no user is signed out, one refresh per expiry`, async ({
    app,
    cognito,
    context,
  }) => {
    const stop = await speedUp(context, cognito, speed)
    await app.reload()
    const refreshes = watchRefreshes(context)
    const others = await openTabs(context, cognito, 9)
    const start = Date.now()

    const closing = others.map(async ({ page }) => {
      if (!isClosing) return
      await new Promise((resolve) => setTimeout(resolve, Math.random() * (twoMinutes - 10_000)))
      await page.close()
    })
    await Promise.all(closing)
    await app.page.waitForTimeout(twoMinutes - (Date.now() - start))

    expectOnePerExpiry(refreshes, leastMs)
    const least = twoMinutes / 5_000
    expect(refreshes.length).toBeGreaterThan(least)
    for (const tab of isClosing ? [app] : [app, ...others]) {
      await tab.expectRoute('signedIn')
      const routes = (await routesOf(tab)).filter((route) => route !== 'restoring')
      expect(routes).toEqual(['signedIn'])
    }
    const [late] = await openTabs(context, cognito, 1)
    if (isClosing) await app.page.close()
    await late?.expectRoute('signedIn')
    await cognito.call('GetUser', { AccessToken: await late?.storedToken('accessToken') })
    stop()
  })
}
