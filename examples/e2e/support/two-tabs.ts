import type { BrowserContext, Page } from '@playwright/test'
import type { Canary } from '../models/canary.ts'
import type { LocalCognito } from './local-cognito.ts'
import { openAccount, type Person } from './person.ts'
import { bundle } from './stock-page.ts'
import { expect } from './test.ts'

const hour = 3_600_000

/** How long Cognito takes to refresh, in ms: the other tab signs out and in meanwhile. */
const refreshMs = 3_000

/** A page of the app's origin in which the machine runs without any screen. */
async function openBareTab(context: BrowserContext, { config }: LocalCognito): Promise<Page> {
  const page = await context.newPage()
  const body = await bundle('authchart')
  const scripts = '**/assets/*.js'
  await page.route(scripts, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto('/')
  await page.unroute(scripts)
  await page.evaluate((config) => window.bareAuth.open(config), {
    ...config,
    // Quick: how the password is checked does not matter here.
    authenticationFlowType: 'USER_PASSWORD_AUTH',
  })
  return page
}

/** Two tabs of one browser, in both of which a member is signed in with tokens that are due. */
export async function openTwoTabs(
  context: BrowserContext,
  cognito: LocalCognito,
  member: Person,
  canary: Canary,
) {
  // So that the clocks of both jump at once, as after a sleep.
  await context.addInitScript(() => {
    const { now } = Date
    Date.now = () => now() + Number(localStorage.getItem('test.sleep'))
  })
  const grace: Person = { email: 'grace@example.com', password: canary.password() }
  await openAccount(cognito, grace)
  const first = await openBareTab(context, cognito)
  await first.evaluate((person) => window.bareAuth.signIn(person), member)
  const second = await openBareTab(context, cognito)
  expect(await second.evaluate(() => window.bareAuth.user())).toBe(member.email)
  await cognito.advance(hour)
  await cognito.addFault({
    operation: 'GetTokensFromRefreshToken',
    latencyMs: refreshMs,
    times: 1,
  })
  /** Operations and paths of the first tab's requests. */
  const sent: string[] = []
  first.on('request', (request) => {
    const target = request.headers()['x-amz-target']
    sent.push(target?.split('.')[1] ?? new URL(request.url()).pathname)
  })
  await first.route('**/transfer', (route) => route.fulfill({ body: 'done' }))
  await first.evaluate((hour) => localStorage.setItem('test.sleep', String(hour)), hour)

  let isRefreshed = false
  const refreshed = first
    .waitForResponse(
      (response) =>
        response.request().headers()['x-amz-target']?.endsWith('GetTokensFromRefreshToken') ??
        false,
    )
    .then(() => {
      isRefreshed = true
    })

  /** As soon as the first tab refreshes, Grace signs in in the second. Resolves after the refresh. */
  const switchUsers = async () => {
    await expect.poll(() => sent).toContain('GetTokensFromRefreshToken')
    await second.evaluate(() => window.bareAuth.signOut())
    await second.evaluate((person) => window.bareAuth.signIn(person), grace)
    await expect.poll(() => first.evaluate(() => window.bareAuth.user())).toBe(grace.email)
    expect(isRefreshed).toBe(false)
    await refreshed
    // Time for what would be sent then.
    await first.waitForTimeout(300)
  }
  return { first, sent, switchUsers }
}
