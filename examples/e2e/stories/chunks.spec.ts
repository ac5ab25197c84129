import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const chunk = /\/assets\/user-pool-[^/]*\.js$/

/** The requests for what sends requests to Cognito. */
function watch(page: Page): string[] {
  const requests: string[] = []
  page.on('request', (request) => {
    if (chunk.test(request.url())) requests.push(request.url())
  })
  return requests
}

test('what sends requests is loaded ahead, and the submit loads nothing more', async ({
  app,
  member,
  page,
}) => {
  const requests = watch(page)
  await app.open()
  await app.expectRoute('signIn')
  await expect.poll(() => requests.length).toBeGreaterThan(0)
  // A preload of the bundler counts as a request, too.
  await page.waitForLoadState('networkidle')
  const ahead = requests.length
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  expect(requests).toHaveLength(ahead)
})

test('who submits before it is there waits for it', async ({ app, member, page }) => {
  let release = () => undefined as unknown
  const released = new Promise((resolve) => {
    release = () => resolve(undefined)
  })
  await page.route(chunk, async (route) => {
    await released
    await route.continue()
  })
  await app.open()
  await app.expectRoute('signIn')
  await app.signIn.submit(member)
  await expect(app.signIn.signIn).toBeDisabled()
  release()
  await app.expectRoute('signedIn')
})

test('a submit that could not load it can be tried again', async ({ app, member, page }) => {
  await page.route(chunk, (route) => route.abort('connectionreset'))
  await app.open()
  await app.expectRoute('signIn')
  await app.signIn.submit(member)
  await expect(app.alert).toBeVisible()
  await app.expectRoute('signIn')
  await page.unroute(chunk)
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
})
