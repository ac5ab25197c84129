import type { Page } from '@playwright/test'
import { InspectorModel } from '../inspector/inspector.model.ts'
import { expect, test } from '../support/test.ts'

const dir = 'test-results/inspector'
const widths = [375, 900, 1440]
const schemes = ['light', 'dark'] as const

/** Every width in every scheme. */
async function takePictures(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 860 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Views that depend on their size are drawn in the next frame.
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${dir}/${name}-${width}-${colorScheme}.png` })
    }
  }
}

for (const tab of ['Now', 'Timeline', 'Chart', 'Session', 'Tests'] as const) {
  test(tab, async ({ app, page, member }) => {
    const inspector = new InspectorModel(page)
    await app.open()
    await app.signIn.submit({ ...member, password: 'not-it-at-all-1A' })
    await expect(app.alert).toBeVisible()
    await app.signIn.submit(member)
    await app.expectRoute('signedIn')
    await inspector.open()
    await inspector.show(tab)
    await takePictures(page, tab)
  })
}

test('Now, with a pending request', async ({ app, cognito, page, member }) => {
  const inspector = new InspectorModel(page)
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs: 25_000 })
  await app.open()
  await inspector.open()
  await app.signIn.submit(member)
  await expect(inspector.section('What the service can answer')).toBeVisible()
  await takePictures(page, 'Now-pending')
})

test('Catalogue', async ({ app, page, member }) => {
  test.slow()
  const inspector = new InspectorModel(page)
  await app.enter(member)
  await inspector.open()
  await inspector.show('Catalogue')
  await page.waitForTimeout(6_000)
  await takePictures(page, 'Catalogue')
})

test('the picture of the README', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  await page.setViewportSize({ width: 1200, height: 860 })
  await app.open()
  await page.goto('/?authchart=go:confirmSignIn.editing.ready')
  await app.expectRoute('confirmSignIn')
  await inspector.open()
  await inspector.show('Chart')
  await expect(inspector.panel.getByText('confirmSignIn').first()).toBeVisible()
  await page.waitForTimeout(500)
  // For docs/inspector.png.
  await page.screenshot({ path: `${dir}/readme.png` })
})

test('Floating', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await page.setViewportSize({ width: 900, height: 860 })
  await app.enter(member)
  await inspector.open()
  await inspector.panel.getByRole('button', { name: 'Let it float' }).click()
  await inspector.show('Session')
  await takePictures(page, 'Floating')
})
