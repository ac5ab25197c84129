import { text } from '../models/texts.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('shows the app on every route, and touches nothing', async ({ app, page, member }) => {
  test.setTimeout(120_000)
  const inspector = new InspectorModel(page)
  const { panel } = inspector
  await app.open()
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }))
  const before = await stored()
  const sent: string[] = []
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target']
    if (target && request.frame() !== page.mainFrame()) sent.push(target)
  })
  await inspector.open()
  await panel.getByRole('tab', { name: 'Catalogue' }).click()
  const tile = (name: string) =>
    panel.locator('.tile', {
      has: page.getByRole('button', { name: `${name}: look at it`, exact: true }),
    })
  await expect(panel.locator('.tile').first()).toBeVisible({ timeout: 30_000 })
  for (const [name, said] of [
    ['signIn', 'Sign in'],
    ['signIn, with a failure', 'Sign in'],
    ['setupTotp', 'authenticator'],
    ['resetPassword, pending', 'password'],
    ['signedIn', 'Sign out'],
  ] as const) {
    const one = tile(name)
    await one.scrollIntoViewIfNeeded()
    const body = one.locator('iframe').contentFrame().locator('main')
    await expect(body).toContainText(said, { timeout: 30_000, ignoreCase: true })
    await expect(one).not.toContainText('Loading', { timeout: 30_000 })
    await expect(one).not.toContainText('shows nothing')
  }
  const failed = tile('signIn, with a failure').locator('iframe').contentFrame()
  await expect(
    failed.getByRole('alert').filter({ hasText: text('failure.serviceError') }),
  ).toBeVisible()
  await expect(failed.locator('authchart-inspector')).toHaveCount(0)

  await tile('signIn').scrollIntoViewIfNeeded()
  const open = panel.getByRole('button', { name: 'signIn: look at it', exact: true })
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(open).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(open).toHaveAttribute('aria-expanded', 'false')
  await expect(panel).toBeVisible()

  await app.expectRoute('signedIn')
  expect(await stored()).toBe(before)
  expect(sent).toEqual([])
  await inspector.show('Now')
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('is accessible, in light and dark', async ({ app, page }) => {
  test.setTimeout(120_000)
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  await inspector.show('Catalogue')
  const tiles = inspector.panel.locator('.tile')
  await expect(tiles.first()).toBeVisible({ timeout: 30_000 })
  await expect(tiles.first()).not.toContainText('Loading', { timeout: 40_000 })
  await expectAccessible(page)
  const open = inspector.panel.getByRole('button', { name: /: look at it$/ }).first()
  await open.press('Enter')
  await expect(open).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
})

test('a screen that the app has forgotten is called out', async ({ app, page }) => {
  test.setTimeout(90_000)
  const inspector = new InspectorModel(page)
  await app.open()
  // As if nothing was there for it.
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch()
    const body = `${await response.text()} main[data-route=signUp] * { display: none }`
    await route.fulfill({ response, body })
  })
  await inspector.open()
  await inspector.panel.getByRole('tab', { name: 'Catalogue' }).click()
  const button = page.getByRole('button', { name: 'signUp: look at it', exact: true })
  await button.scrollIntoViewIfNeeded({ timeout: 30_000 })
  const tile = inspector.panel.locator('.tile', { has: button })
  await expect(tile).toContainText('This route shows nothing of its own.', { timeout: 40_000 })
  const forgotten = inspector.panel.locator('.tile', { hasText: 'shows nothing' })
  await expect(forgotten.filter({ hasNotText: 'signUp' })).toHaveCount(0)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
