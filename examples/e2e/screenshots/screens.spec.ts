import type { Page } from '@playwright/test'
import { phone } from '../support/mfa.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'
import { leafOf, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

const dir = 'test-results/screenshots'
const widths = {
  phone: { width: 375, height: 740 },
  tablet: { width: 900, height: 800 },
  desktop: { width: 1440, height: 900 },
}
const schemes = ['light', 'dark'] as const

/** Every width in every scheme. */
async function takePictures(page: Page, name: string): Promise<void> {
  for (const [device, size] of Object.entries(widths)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${dir}/${name}-${device}-${colorScheme}.png`, fullPage: true })
    }
  }
}

const leaves = [
  ...Object.values(leafOf),
  'signIn.submitting',
  'setupTotp.failed',
  'setupTotp.verified',
]

for (const leaf of leaves) {
  walkTest(leaf, async ({ page }, { project }) => {
    await walkToLeaf(page, leaf)
    await takePictures(page, `${project.name}-${leaf}`)
  })
}

test('signIn with an alert', async ({ app, page, person }, { project }) => {
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).not.toBeEmpty()
  await takePictures(page, `${project.name}-signIn-alert`)
})

test('resetPassword with an alert', async ({ app, member, page }, { project }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.resetPassword.submitBoth('000000', 'Almost-good')
  await expect(app.alert).not.toBeEmpty()
  await takePictures(page, `${project.name}-resetPassword-alert`)
})

test('settings', async ({ cognito, page, visitor }, { project }) => {
  await cognito.patchPool(devicePool)
  await comeHome(visitor, { name: 'Ada', phone_number: phone })
  await visitor.app.settings.open()
  await takePictures(page, `${project.name}-settings`)
})

test('settings with alerts', async ({ page, visitor }, { project }) => {
  const { settings } = visitor.app
  await comeHome(visitor)
  await settings.open()
  await settings.dangerZone.open.click()
  await settings.profile.save.click()
  await settings.password.change.click()
  await settings.dangerZone.deleteForGood.click()
  await expect(settings.dangerZone.alert).not.toBeEmpty()
  await takePictures(page, `${project.name}-settings-alerts`)
})

test('settings that cannot be read', async ({ app, cognito, page, visitor }, { project }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: '*', drop: true })
  await app.settings.tab.click()
  await expect(app.settings.devices.retry).toBeVisible()
  await takePictures(page, `${project.name}-settings-failed`)
})

test('without a configuration', async ({ app, page }, { project }) => {
  await page.route('**/auth-config.json', (route) => route.fulfill({ status: 404 }))
  await app.open()
  await expect(app.alert).toBeVisible()
  await takePictures(page, `${project.name}-no-config`)
})

test('outbox', async ({ app, person }, { project }) => {
  await app.register(person)
  const outbox = await app.openOutbox()
  await outbox.readCode(person.email)
  await takePictures(outbox.page, `${project.name}-outbox`)
})
